package dev.pitboard.store;

import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Promise;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger row as one claims it.
 *
 * @param wanted whether reminders are on, and were at its due instant
 * @param overtaken of a reminder: whether a shorter lead time of the same start is due too, or was sent
 */
record Row(
        Promise promise,
        long chatId,
        @Nullable String messageId,
        @Nullable String role,
        boolean wanted,
        boolean overtaken) {
    /** SQL: needs {@code :now} and a condition on the delivery {@code d}. */
    static final String SELECT = """
            SELECT d.id, d.subscription_id, d.start, d.lead_minutes, d.start_at, d.due_at, d.expires_at, d.revision,
                d.quiet, d.chat_id, d.message_id, s.role, (s.active = 1 AND %s) AS wanted,
                d.revision = 0 AND EXISTS (SELECT 1 FROM delivery n WHERE n.subscription_id = d.subscription_id
                    AND n.start = d.start AND n.lead_minutes < d.lead_minutes AND n.start_at = d.start_at
                    AND n.revision = 0
                    AND (n.state IN ('sending', 'sent')
                        OR n.state = 'pending' AND n.expires_at > :now AND %s)) AS overtaken
            FROM delivery d JOIN subscription s ON s.id = d.subscription_id
            WHERE
            """.formatted(Terms.wanted("d"), Terms.wanted("n"));

    /** SQL: what expires first comes first, then the nearer start. */
    static final String FIRST_COME = " ORDER BY d.expires_at, d.start_at, d.due_at, d.id";

    static final String TOO_LATE = "It was too late to be of use.";

    /** What becomes of it at {@code now}: {@link DeliveryState#SENDING}, or why not. */
    DeliveryState fate(Instant now) {
        if (!promise.expires().isAfter(now)) {
            return DeliveryState.EXPIRED;
        }
        if (!wanted) {
            return DeliveryState.WITHDRAWN;
        }
        return overtaken ? DeliveryState.OVERTAKEN : DeliveryState.SENDING;
    }

    /** The reason to put beside such an end, for people. */
    static @Nullable String why(DeliveryState fate) {
        return switch (fate) {
            case EXPIRED -> TOO_LATE;
            case WITHDRAWN -> "Reminders were turned off or changed before it was sent.";
            case OVERTAKEN -> "A later reminder of the same start was due too.";
            case PENDING, SENDING, SENT, SUPERSEDED, COVERED, FAILED, IN_DOUBT -> null;
        };
    }

    static Row of(ResultSet rs) throws SQLException {
        return new Row(
                promise(rs),
                rs.getLong("chat_id"),
                rs.getString("message_id"),
                rs.getString("role"),
                rs.getBoolean("wanted"),
                rs.getBoolean("overtaken"));
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        long millis = rs.getLong(column);
        return rs.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static Promise promise(ResultSet rs) throws SQLException {
        long revision = rs.getLong("revision");
        if (revision > 0) {
            return new Promise.OfNotice(
                    rs.getLong("id"),
                    rs.getLong("subscription_id"),
                    rs.getString("start"),
                    revision,
                    Instant.ofEpochMilli(rs.getLong("due_at")),
                    Instant.ofEpochMilli(rs.getLong("expires_at")),
                    rs.getInt("quiet") == 1);
        }
        return new Promise.OfReminder(
                rs.getLong("id"),
                rs.getLong("subscription_id"),
                Start.parse(rs.getString("start")),
                LeadTime.ofMinutes(rs.getInt("lead_minutes")),
                Instant.ofEpochMilli(rs.getLong("start_at")),
                Instant.ofEpochMilli(rs.getLong("expires_at")));
    }
}
