package dev.pitboard.revision;

final class InMemoryRevisionsTest extends RevisionsContract {
    @Override
    protected Stores emptyStores() {
        return new Stores(
                new InMemoryRevisions(), new InMemoryProposals(), new InMemoryStewards(), new InMemorySilences());
    }
}
