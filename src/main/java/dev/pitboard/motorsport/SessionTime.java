package dev.pitboard.motorsport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a session is, as far as it is known: a calendar entry without a time is a fact, not a midnight. */
public sealed interface SessionTime {
    /** A known start; the length only where somebody published it. */
    record Exact(Instant start, @Nullable Duration length) implements SessionTime {
        /** The end, or null where no length is known. */
        public @Nullable Instant end() {
            return length == null ? null : start.plus(length);
        }
    }

    /** The day at the circuit is known, the time is not. */
    record DateOnly(LocalDate date) implements SessionTime {}

    /** Neither day nor time is known yet. */
    record ToBeConfirmed() implements SessionTime {}
}
