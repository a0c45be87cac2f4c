package dev.pitboard.delivery;

import dev.pitboard.notice.Consequences;
import dev.pitboard.subscription.Subscriptions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class InMemoryLedgerTest extends LedgerChangesContract {
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
    protected void follow(Consequences consequences, long number, Instant now) {
        store.follow(consequences, number, now);
    }

    @Override
    protected void silence(String series, Instant since, @Nullable Instant until) {
        store.silence(series, since, until);
    }

    @Override
    protected void resume(String series) {
        store.resume(series);
    }

    @Override
    protected ShutChats shutChats() {
        return store;
    }
}
