package dev.pitboard.store;

import dev.pitboard.revision.RevisionsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class SqliteRevisionsTest extends RevisionsContract {
    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @Override
    protected Stores emptyStores() {
        Database empty = database.sqlite(folder, "");
        return new Stores(
                new SqlRevisions(empty), new SqlProposals(empty), new SqlStewards(empty), new SqlSilences(empty));
    }
}
