package dev.pitboard.store;

import dev.pitboard.delivery.Ledger;
import dev.pitboard.reminder.Reminder;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** From one reminder to a row for everyone who wants it, in one statement. */
final class Expansion {
    private static final String INSERT = """
            INSERT INTO delivery (subscription_id, chat_id, platform, start, kind, lead_minutes, start_at, due_at,
                expires_at, state, settled_at, reason)
            SELECT x.id, x.chat_id, x.platform, :start, :kind, :lead, :at, :due, :expires, x.state,
                CASE x.state WHEN 'pending' THEN NULL ELSE :now END,
                CASE x.state WHEN 'expired' THEN 'It was too late to be of use when it was planned.'
                    WHEN 'covered' THEN 'It was announced before the start changed by too little to say it again.' END
            FROM (SELECT s.id, s.chat_id, s.platform,
                    CASE WHEN (SELECT count(*) FROM announced a
                            WHERE a.start = :start AND a.lead_minutes = :lead AND a.start_at <> :at) > 0
                        AND EXISTS (SELECT 1 FROM delivery o
                            WHERE o.subscription_id = s.id AND o.start = :start AND o.lead_minutes = :lead
                            AND o.start_at <> :at AND o.state IN ('sent', 'sending') AND o.said_at > :saidAfter)
                        THEN 'covered' WHEN :expires <= :now THEN 'expired' ELSE 'pending' END AS state
                FROM subscription s
                JOIN subscription_terms t ON t.subscription_id = s.id
                WHERE s.series = :series AND t.valid_from <= :due AND t.valid_until > :due
                AND t.kinds LIKE :kindPattern AND t.leads LIKE :leadPattern
                ORDER BY s.id) x
            WHERE true
            ON CONFLICT (subscription_id, start, lead_minutes, start_at) DO UPDATE SET state = excluded.state,
                settled_at = excluded.settled_at, reason = excluded.reason, expires_at = excluded.expires_at
            WHERE delivery.state = 'superseded'
            RETURNING state = 'pending' AS pending
            """;

    private static final String ANNOUNCED = """
            INSERT INTO announced (start, lead_minutes, start_at) VALUES (:start, :lead, :at)
            ON CONFLICT (start, lead_minutes, start_at) DO NOTHING
            """;

    private Expansion() {}

    static int run(Handle handle, Dialect dialect, Reminder reminder, Instant now) {
        dialect.keepSubscriptions(handle);
        handle.createUpdate(ANNOUNCED)
                .bind("start", reminder.start().toString())
                .bind("lead", Text.minutes(reminder.lead()))
                .bind("at", reminder.at().toEpochMilli())
                .execute();
        String sql = dialect == Dialect.POSTGRESQL
                ? "WITH made AS (" + INSERT + ") SELECT count(*) FROM made WHERE pending"
                : INSERT;
        var query = handle.createQuery(sql)
                .bind("series", reminder.start().session().series())
                .bind("start", reminder.start().toString())
                .bind("kind", reminder.kind().word())
                .bind("lead", Text.minutes(reminder.lead()))
                .bind("at", reminder.at().toEpochMilli())
                .bind("due", reminder.due().toEpochMilli())
                .bind("expires", reminder.expires().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("saidAfter", reminder.due().minus(Ledger.SAY_AGAIN_AFTER).toEpochMilli())
                .bind("kindPattern", Text.having(reminder.kind().word()))
                .bind("leadPattern", Text.having("" + Text.minutes(reminder.lead())));
        if (dialect == Dialect.POSTGRESQL) {
            return query.mapTo(Integer.class).one();
        }
        return query.scanResultSet((rows, _) -> {
            int pending = 0;
            try (var rs = rows.get()) {
                while (rs.next()) {
                    pending += rs.getInt(1);
                }
            }
            return pending;
        });
    }
}
