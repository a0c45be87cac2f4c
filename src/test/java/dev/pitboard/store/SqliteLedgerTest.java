package dev.pitboard.store;

import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerContract;
import dev.pitboard.subscription.Subscriptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLedgerTest extends LedgerContract {
    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    private @Nullable Database open;

    private Database open() {
        Database now = open;
        return now == null ? reopened() : now;
    }

    private Database reopened() {
        Database now = database.sqlite(folder, "");
        open = now;
        return now;
    }

    @Override
    protected Ledger emptyLedger() {
        return new SqlLedger(open());
    }

    @Override
    protected Subscriptions subscriptionsBeside() {
        return new SqlSubscriptions(open());
    }
}
