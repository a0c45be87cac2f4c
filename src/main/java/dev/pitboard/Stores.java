package dev.pitboard;

import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.ShutChats;
import dev.pitboard.revision.Proposals;
import dev.pitboard.revision.Revisions;
import dev.pitboard.revision.Silences;
import dev.pitboard.revision.Stewards;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlLedger;
import dev.pitboard.store.SqlProposals;
import dev.pitboard.store.SqlRevisions;
import dev.pitboard.store.SqlShutChats;
import dev.pitboard.store.SqlSilences;
import dev.pitboard.store.SqlStewards;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.subscription.Subscriptions;

/**
 * What is remembered: who wants what, what is owed, which chats can't be written to, the timetable with what changed it and what is
 * proposed, who may change it, and what is silenced.
 */
record Stores(
        Subscriptions subscriptions,
        Ledger ledger,
        ShutChats shutChats,
        Revisions revisions,
        Proposals proposals,
        Stewards stewards,
        Silences silences) {
    /**
     * In that database.
     *
     * @param events told of what becomes of rows by themselves
     */
    static Stores in(Database database, DeliveryEvents events) {
        return new Stores(
                new SqlSubscriptions(database),
                new SqlLedger(database, events),
                new SqlShutChats(database),
                new SqlRevisions(database, events),
                new SqlProposals(database),
                new SqlStewards(database),
                new SqlSilences(database));
    }
}
