package dev.pitboard.store;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoredDataTest extends StoredDataContract {
    @TempDir
    private Path folder = Path.of("");

    @Override
    Database empty() {
        return database.sqlite(folder, "");
    }

    @Override
    Set<String> tablesWith(Database database, String column) {
        return database.read(
                handle -> handle.createQuery("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                + " ON c.name = :column WHERE m.type = 'table'")
                        .bind("column", column)
                        .mapTo(String.class)
                        .set());
    }
}
