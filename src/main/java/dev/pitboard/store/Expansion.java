package dev.pitboard.store;

import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.reminder.Reminder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** From one reminder to a row for everyone who wants it, in one statement. */
final class Expansion {
    private static final String ANNOUNCED = """
            INSERT INTO announced (start, lead_minutes, start_at) VALUES (:start, :lead, :at)
            ON CONFLICT (start, lead_minutes, start_at) DO NOTHING
            """;

    private static final String OTHERWISE = """
            SELECT count(*) FROM announced WHERE start = :start AND lead_minutes = :lead AND start_at <> :at
            """;

    /** A notice of the start, or of the session of a part, for the same instant. */
    private static final String NOTICED = """
            SELECT count(*) FROM noticed WHERE start IN (:start, :session) AND start_at = :at
            """;

    private static final String INSERT = """
            INSERT INTO delivery (subscription_id, chat_id, platform, start, kind, lead_minutes, start_at, due_at,
                expires_at, state, settled_at, reason)
            SELECT x.id, x.chat_id, x.platform, :start, :kind, :lead, :at, :due, :expires,
                CASE x.state WHEN 'noticed' THEN 'covered' ELSE x.state END,
                CASE x.state WHEN 'pending' THEN NULL ELSE :now END,
                CASE x.state WHEN 'expired' THEN 'It was too late to be of use when it was planned.'
                    WHEN 'covered' THEN 'It was announced before the start changed by too little to say it again.'
                    WHEN 'noticed' THEN 'The notice that the start changed says it.' END
            FROM (SELECT s.id, s.chat_id, s.platform, %s AS state
                FROM subscription s
                JOIN subscription_terms t ON t.subscription_id = s.id
                WHERE s.series = :series AND t.valid_from <= :due AND t.valid_until > :due
                AND t.kinds LIKE :kindPattern AND t.leads LIKE :leadPattern
                ORDER BY s.id) x
            WHERE true
            ON CONFLICT (subscription_id, start, lead_minutes, start_at, revision) DO UPDATE SET state = excluded.state,
                settled_at = excluded.settled_at, reason = excluded.reason, expires_at = excluded.expires_at
            WHERE delivery.state = 'superseded'
            """;

    /** In what state a row begins, where its start was announced for another instant before, or a notice tells of it. */
    private static final String BEGIN = """
            CASE WHEN EXISTS (SELECT 1 FROM delivery o
                    WHERE o.subscription_id = s.id AND o.start = :start AND o.lead_minutes = :lead
                    AND o.start_at <> :at AND o.revision = 0 AND o.state IN ('sent', 'sending')
                    AND o.said_at > :saidAfter)
                THEN 'covered' WHEN EXISTS (SELECT 1 FROM delivery n
                    WHERE n.subscription_id = s.id AND n.start IN (:start, :session) AND n.lead_minutes = 0
                    AND n.start_at = :at AND n.revision > 0 AND n.due_at >= :due
                    AND n.state IN ('pending', 'sending', 'sent'))
                THEN 'noticed' WHEN :expires <= :now THEN 'expired' ELSE 'pending' END""";

    private static final String ALL_PENDING = INSERT.formatted("'pending'");

    /** With what became of each row, because not all are pending. */
    private static final String VARIOUS = INSERT.formatted(BEGIN) + " RETURNING platform, state";

    private final Handle handle;
    private final Dialect dialect;

    Expansion(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** Writes the rows and counts them. */
    void run(Reminder reminder, Instant now, Written written) {
        dialect.keepSubscriptions(handle);
        handle.createUpdate(ANNOUNCED)
                .bind("start", reminder.start().toString())
                .bind("lead", Text.minutes(reminder.lead()))
                .bind("at", reminder.at().toEpochMilli())
                .execute();
        if (isAnnouncedOtherwise(reminder) || isNoticed(reminder) || !reminder.isOfUse(now)) {
            various(reminder, now, written);
        } else {
            written.pending(
                    bound(handle.createUpdate(ALL_PENDING), reminder, now).execute());
        }
    }

    private boolean isAnnouncedOtherwise(Reminder reminder) {
        return handle.createQuery(OTHERWISE)
                        .bind("start", reminder.start().toString())
                        .bind("lead", Text.minutes(reminder.lead()))
                        .bind("at", reminder.at().toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private boolean isNoticed(Reminder reminder) {
        return handle.createQuery(NOTICED)
                        .bind("start", reminder.start().toString())
                        .bind("session", reminder.start().session().toString())
                        .bind("at", reminder.at().toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private void various(Reminder reminder, Instant now, Written written) {
        var _ = bound(handle.createQuery(VARIOUS), reminder, now)
                .bind("session", reminder.start().session().toString())
                .bind(
                        "saidAfter",
                        reminder.due().minus(Reminder.SAY_AGAIN_AFTER).toEpochMilli())
                .scanResultSet((rows, _) -> {
                    try (ResultSet rs = rows.get()) {
                        return count(rs, written);
                    }
                });
    }

    private static Written count(ResultSet rs, Written written) throws SQLException {
        while (rs.next()) {
            written.row(
                    Platform.valueOf(rs.getString(1).toUpperCase(Locale.ROOT)), DeliveryState.ofWord(rs.getString(2)));
        }
        return written;
    }

    private static <T extends SqlStatement<T>> T bound(T statement, Reminder reminder, Instant now) {
        return statement
                .bind("series", reminder.start().session().series())
                .bind("start", reminder.start().toString())
                .bind("kind", reminder.kind().word())
                .bind("lead", Text.minutes(reminder.lead()))
                .bind("at", reminder.at().toEpochMilli())
                .bind("due", reminder.due().toEpochMilli())
                .bind("expires", reminder.expires().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("kindPattern", Text.having(reminder.kind().word()))
                .bind("leadPattern", Text.having("" + Text.minutes(reminder.lead())));
    }
}
