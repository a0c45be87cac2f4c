package dev.pitboard.store;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The series of which nothing is sent at an instant of timetable time.
 *
 * @param until when the first of them ends by itself, or null when none does
 */
record Silenced(Set<String> series, @Nullable Instant until) {
    /** SQL: the subscriptions to such a series; needs {@code :now}. */
    private static final String SUBSCRIPTIONS = """
            SELECT z.id FROM subscription z JOIN silence q ON q.series = z.series
            WHERE q.since <= :now AND (q.ends_at IS NULL OR q.ends_at > :now)""";

    /** One silence. */
    private record One(String series, @Nullable Instant until) {}

    static Silenced at(Handle handle, Instant now) {
        Set<One> all = handle.createQuery("SELECT series, ends_at FROM silence WHERE since <= :now"
                        + " AND (ends_at IS NULL OR ends_at > :now)")
                .bind("now", now.toEpochMilli())
                .map((rs, _) -> new One(rs.getString("series"), Row.instant(rs, "ends_at")))
                .set();
        Instant until = null;
        for (One one : all) {
            Instant end = one.until();
            until = end != null && (until == null || end.isBefore(until)) ? end : until;
        }
        return new Silenced(all.stream().map(One::series).collect(Collectors.toSet()), until);
    }

    boolean none() {
        return series.isEmpty();
    }

    /** SQL to add to a WHERE: that delivery is not of such a series. Empty where there is none. */
    String notRow(String delivery) {
        return none() ? "" : " AND " + delivery + ".subscription_id NOT IN (" + SUBSCRIPTIONS + ")";
    }

    /** SQL to add to a WHERE: nothing that is still of use in that message, which is not sent yet, is of such a series. */
    String notUnsent(String message) {
        return none()
                ? ""
                : " AND NOT EXISTS (SELECT 1 FROM delivery y WHERE y.message_id = " + message + ".id"
                        + " AND y.state = 'sending' AND y.expires_at > :now AND y.subscription_id IN (" + SUBSCRIPTIONS
                        + "))";
    }

    /** SQL to add to a WHERE: nothing in that message, which was sent, is of such a series. */
    String notSent(String message) {
        return none()
                ? ""
                : " AND NOT EXISTS (SELECT 1 FROM subscription w JOIN delivery y ON y.subscription_id = w.id"
                        + " WHERE w.chat_id = " + message + ".chat_id AND y.message_id = " + message + ".id"
                        + " AND y.state = 'sent' AND w.id IN (" + SUBSCRIPTIONS + "))";
    }
}
