package dev.pitboard;

import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.ShutChats;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlLedger;
import dev.pitboard.store.SqlShutChats;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.subscription.Subscriptions;

/** What is remembered: who wants what, what is owed, and which chats can't be written to. */
record Stores(Subscriptions subscriptions, Ledger ledger, ShutChats shutChats) {
    /**
     * In that database.
     *
     * @param events told of what becomes of rows by themselves
     */
    static Stores in(Database database, DeliveryEvents events) {
        return new Stores(new SqlSubscriptions(database), new SqlLedger(database, events), new SqlShutChats(database));
    }
}
