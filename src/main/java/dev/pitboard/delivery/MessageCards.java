package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a message says, at the moment it is sent, from today's timetable. */
@FunctionalInterface
public interface MessageCards {
    /** What to send for that claim; {@code now} is timetable time. */
    Composed compose(Claim claim, Instant now);

    /**
     * A message as one timetable has it.
     *
     * @param card what to send, or null when nothing of the claim is true any more
     * @param untrue the promises whose start is no longer at its instant; the card says nothing about them
     */
    record Composed(@Nullable Card card, List<Promise> untrue) {
        public Composed {
            untrue = List.copyOf(untrue);
        }
    }
}
