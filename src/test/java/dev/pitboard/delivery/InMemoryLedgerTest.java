package dev.pitboard.delivery;

import dev.pitboard.subscription.Subscriptions;

final class InMemoryLedgerTest extends LedgerContract {
    private InMemoryStore store = new InMemoryStore();

    @Override
    protected Ledger emptyLedger() {
        store = new InMemoryStore();
        return store;
    }

    @Override
    protected Subscriptions subscriptionsBeside() {
        return store;
    }

    @Override
    protected ShutChats shutChats() {
        return store;
    }
}
