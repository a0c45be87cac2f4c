package dev.pitboard.store;

import dev.pitboard.notice.Notice;
import dev.pitboard.subscription.Settings;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What a subscription wanted, with the timetable time it was in force. */
final class Terms {
    /**
     * SQL: whether the terms in force at the due instant of that delivery have its kind and, of a reminder, its lead time. A
     * change of a whole round concerns everyone.
     */
    static String wanted(String delivery) {
        return """
                EXISTS (SELECT 1 FROM subscription_terms t
                    WHERE t.subscription_id = %1$s.subscription_id
                    AND t.valid_from <= %1$s.due_at AND t.valid_until > %1$s.due_at
                    AND (t.kinds LIKE '%%,' || %1$s.kind || ',%%' OR %1$s.kind = '%2$s')
                    AND (t.leads LIKE '%%,' || %1$s.lead_minutes || ',%%' OR %1$s.revision > 0))""".formatted(delivery, Notice.ROUND);
    }

    /** From {@code now} on these are in force, whatever was said about the time after. */
    void begin(Handle handle, long subscription, Settings settings, Instant now) {
        end(handle, subscription, now);
        handle.createUpdate("""
                        INSERT INTO subscription_terms (subscription_id, valid_from, valid_until, kinds, leads)
                        VALUES (:id, :now, :forever, :kinds, :leads)
                        """)
                .bind("id", subscription)
                .bind("now", now.toEpochMilli())
                .bind("forever", Long.MAX_VALUE)
                .bind("kinds", Text.kinds(settings.kinds()))
                .bind("leads", Text.leads(settings.leads()))
                .execute();
    }

    /** From {@code now} on nothing is wanted. */
    void end(Handle handle, long subscription, Instant now) {
        long at = now.toEpochMilli();
        handle.execute(
                "DELETE FROM subscription_terms WHERE subscription_id = ? AND valid_from >= ?", subscription, at);
        handle.execute(
                "UPDATE subscription_terms SET valid_until = ? WHERE subscription_id = ? AND valid_until > ?",
                at,
                subscription,
                at);
    }
}
