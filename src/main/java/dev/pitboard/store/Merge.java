package dev.pitboard.store;

import dev.pitboard.chat.ChatRef;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/**
 * Brings what is stored of one chat to another. Where both follow a series, the other's subscription stays as it is and
 * takes over the history: the ledger rows, and what was wanted before it began.
 */
final class Merge {
    private final Handle handle;

    Merge(Handle handle) {
        this.handle = handle;
    }

    void chat(long from, long to, ChatRef target) {
        Map<Long, String> series = handle.createQuery("SELECT id, series FROM subscription WHERE chat_id = :chat")
                .bind("chat", from)
                .setMapKeyColumn("id")
                .setMapValueColumn("series")
                .collectInto(new GenericType<>() {});
        String platform = target.platform().word();
        series.forEach((id, name) -> subscription(id, to, name));
        handle.execute("UPDATE subscription SET chat_id = ?, platform = ? WHERE chat_id = ?", to, platform, from);
        handle.execute("UPDATE message SET chat_id = ?, platform = ? WHERE chat_id = ?", to, platform, from);
        handle.execute(
                "UPDATE delivery SET chat_id = ?, platform = ? WHERE chat_id <> ?"
                        + " AND subscription_id IN (SELECT id FROM subscription WHERE chat_id = ?)",
                to,
                platform,
                to,
                to);
        handle.execute("DELETE FROM chat WHERE id = ?", from);
    }

    private void subscription(long from, long chat, String series) {
        Optional<Long> there = handle.createQuery(
                        "SELECT id FROM subscription WHERE chat_id = :chat AND series = :series")
                .bind("chat", chat)
                .bind("series", series)
                .mapTo(Long.class)
                .findOne();
        there.ifPresent(to -> {
            terms(from, to);
            rows(from, to);
            handle.execute("DELETE FROM subscription WHERE id = ?", from);
        });
    }

    private void terms(long from, long to) {
        handle.createUpdate("""
                        INSERT INTO subscription_terms (subscription_id, valid_from, valid_until, kinds, leads)
                        SELECT :to, o.valid_from, CASE WHEN o.valid_until < b.began THEN o.valid_until ELSE b.began END,
                            o.kinds, o.leads
                        FROM subscription_terms o
                        JOIN (SELECT coalesce(min(valid_from), 9223372036854775807) AS began
                              FROM subscription_terms WHERE subscription_id = :to) b ON o.valid_from < b.began
                        WHERE o.subscription_id = :from
                        """).bind("from", from).bind("to", to).execute();
        handle.execute("DELETE FROM subscription_terms WHERE subscription_id = ?", from);
    }

    /** Of two rows for the same promise the one that says more stays: nothing is announced twice. */
    private void rows(long from, long to) {
        String twin = """
                DELETE FROM delivery WHERE subscription_id = :loser AND %s EXISTS (SELECT 1 FROM delivery o
                    WHERE o.subscription_id = :winner AND o.start = delivery.start
                    AND o.lead_minutes = delivery.lead_minutes AND o.start_at = delivery.start_at
                    AND o.revision = delivery.revision %s)
                """;
        handle.createUpdate(
                        twin.formatted("state NOT IN ('sent', 'sending') AND", "AND o.state IN ('sent', 'sending')"))
                .bind("loser", to)
                .bind("winner", from)
                .execute();
        handle.createUpdate(twin.formatted("", ""))
                .bind("loser", from)
                .bind("winner", to)
                .execute();
        handle.execute("UPDATE delivery SET subscription_id = ? WHERE subscription_id = ?", to, from);
        handle.execute("DELETE FROM delivery WHERE subscription_id = ? AND " + Noticing.SAID_BY_ANOTHER, to);
        handle.execute("DELETE FROM delivery WHERE subscription_id = ? AND " + Noticing.TOLD_BY_AN_OLDER, to);
    }
}
