package dev.pitboard.store;

import dev.pitboard.delivery.SubscriptionsContract;
import dev.pitboard.subscription.Subscriptions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresqlSubscriptionsTest extends SubscriptionsContract {
    private static final String URL = EmbeddedServer.freshDatabase();

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @Override
    protected Subscriptions emptySubscriptions() {
        return new SqlSubscriptions(database.emptied(URL));
    }
}
