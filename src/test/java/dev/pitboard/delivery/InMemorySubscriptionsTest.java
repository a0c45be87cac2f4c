package dev.pitboard.delivery;

import dev.pitboard.subscription.Subscriptions;

final class InMemorySubscriptionsTest extends SubscriptionsContract {
    @Override
    protected Subscriptions emptySubscriptions() {
        return new InMemoryStore();
    }
}
