package dev.pitboard.store;

import dev.pitboard.revision.RevisionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresqlRevisionsTest extends RevisionsContract {
    private static final String URL = EmbeddedServer.freshDatabase();

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    @Override
    protected Stores emptyStores() {
        Database empty = database.emptied(URL);
        return new Stores(
                new SqlRevisions(empty), new SqlProposals(empty), new SqlStewards(empty), new SqlSilences(empty));
    }
}
