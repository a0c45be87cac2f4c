package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import java.time.Instant;
import java.util.Optional;

/** Says what a message says, at the moment it is sent, from today's timetable. */
@FunctionalInterface
public interface MessageCards {
    /** The card, or empty when nothing of the claim is true any more. {@code now} is timetable time. */
    Optional<Card> card(Claim claim, Instant now);
}
