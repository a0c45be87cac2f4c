package dev.pitboard.store;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class SqliteAftermathTest extends AftermathContract {
    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @Override
    Database empty() {
        return database.sqlite(folder, "");
    }
}
