package dev.pitboard.store;

import dev.pitboard.delivery.SubscriptionsContract;
import dev.pitboard.subscription.Subscriptions;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSubscriptionsTest extends SubscriptionsContract {
    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @Override
    protected Subscriptions emptySubscriptions() {
        return new SqlSubscriptions(database.sqlite(folder, ""));
    }
}
