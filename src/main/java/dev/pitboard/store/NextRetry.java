package dev.pitboard.store;

import dev.pitboard.chat.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** When there is something to claim again: see {@link dev.pitboard.delivery.Ledger#nextRetry}. */
final class NextRetry {
    /** How soon the end of a silence is noticed. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private NextRetry() {}

    static Optional<Instant> of(Handle handle, Platform platform, Instant now, Instant machine) {
        Silenced silenced = Silenced.at(handle, now);
        Optional<Instant> unsent = first(
                handle,
                "SELECT min(m.again_at) FROM message m WHERE m.platform = :platform AND m.again_at IS NOT NULL"
                        + silenced.notUnsent("m"),
                platform,
                silenced,
                now);
        Optional<Instant> edit = first(
                handle,
                "SELECT min(m.edit_at) FROM message m JOIN chat c ON c.id = m.chat_id WHERE m.platform = :platform"
                        + " AND c.state = 'open' AND " + Editing.STALE + silenced.notSent("m"),
                platform,
                silenced,
                now);
        return Stream.of(unsent, edit, look(silenced, now, machine))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> first(
            Handle handle, String sql, Platform platform, Silenced silenced, Instant now) {
        var query = handle.createQuery(sql).bind("platform", platform.word());
        if (!silenced.none()) {
            query.bind("now", now.toEpochMilli());
        }
        return query.mapTo(Long.class).findOne().map(Instant::ofEpochMilli);
    }

    /** Timetable time may be faster than machine time, and be set: so at the latest soon. */
    private static Optional<Instant> look(Silenced silenced, Instant now, Instant machine) {
        Instant until = silenced.until();
        if (until == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, until);
        return Optional.of(machine.plus(left.compareTo(LOOK) < 0 ? left : LOOK));
    }
}
