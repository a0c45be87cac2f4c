package dev.pitboard.motorsport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One difference between two versions of a season. What was not there before has no {@code before}, what is gone no {@code after}. */
public sealed interface Change {
    /** The same difference in the other direction. */
    Change inverse();

    /**
     * The season itself: its source, entries, champions and notes.
     *
     * @param before without rounds
     * @param after without rounds
     */
    record OfSeason(@Nullable Season before, @Nullable Season after) implements Change {
        @Override
        public Change inverse() {
            return new OfSeason(after, before);
        }
    }

    /**
     * A round itself: its dates, circuit, status, results and the like.
     *
     * @param before without sessions
     * @param after without sessions
     */
    record OfRound(@Nullable Round before, @Nullable Round after) implements Change {
        /** The round's id. */
        public RoundId id() {
            return Objects.requireNonNull(before == null ? after : before).id();
        }

        @Override
        public Change inverse() {
            return new OfRound(after, before);
        }
    }

    /** A session: its time, status, name and the like. */
    record OfSession(@Nullable Session before, @Nullable Session after) implements Change {
        /** The session's id. */
        public SessionId id() {
            return Objects.requireNonNull(before == null ? after : before).id();
        }

        @Override
        public Change inverse() {
            return new OfSession(after, before);
        }
    }
}
