package dev.pitboard.store;

import java.util.Set;

final class PostgresqlStoredDataTest extends StoredDataContract {
    @Override
    Database empty() {
        return database.open(EmbeddedServer.freshDatabase());
    }

    @Override
    Set<String> tablesWith(Database database, String column) {
        return database.read(handle -> handle.createQuery(
                        "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
                                + " AND column_name = :column")
                .bind("column", column)
                .mapTo(String.class)
                .set());
    }
}
