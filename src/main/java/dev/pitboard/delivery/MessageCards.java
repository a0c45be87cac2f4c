package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a message says, at the moment it is sent or edited, from today's timetable. */
@FunctionalInterface
public interface MessageCards {
    /**
     * What to send for that claim, or what to put in its place where it is posted already; from a timetable at least as new as
     * {@link Claim#head}. {@code now} is timetable time.
     *
     * @throws dev.pitboard.command.Unavailable when that can't be had now
     */
    Composed compose(Claim claim, Instant now);

    /**
     * A message as one timetable has it.
     *
     * @param card what to send, or null when nothing of the claim is true any more
     * @param untrue the promises whose start is no longer at its instant; the card says nothing about them. Empty for an edit,
     *     which says what became of them
     * @param shown the number of the newest revision in that timetable, 0 for none
     */
    record Composed(@Nullable Card card, List<Promise> untrue, long shown) {
        public Composed {
            untrue = List.copyOf(untrue);
        }
    }
}
