package dev.pitboard.store;

import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresqlLedgerTest extends SqlLedgerContract {
    private static final String URL = EmbeddedServer.freshDatabase();

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @Override
    Database opened(boolean empty) {
        return empty ? database.emptied(URL) : database.open(URL);
    }
}
