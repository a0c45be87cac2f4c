package dev.pitboard.store;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresqlAftermathTest extends AftermathContract {
    private static final String URL = EmbeddedServer.freshDatabase();

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @Override
    Database empty() {
        return database.emptied(URL);
    }
}
