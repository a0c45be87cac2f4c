package dev.pitboard.delivery;

import java.util.Locale;

/** What became of a promise. */
public enum DeliveryState {
    /** Owed, not yet claimed. */
    PENDING,
    /** Part of a message that is being sent. */
    SENDING,
    SENT,
    /** Would have been useless by the time it could be sent. */
    EXPIRED,
    /** A shorter lead time of the same start was due too by then, and was sent instead. */
    OVERTAKEN,
    /** The start changed before it was sent. */
    SUPERSEDED,
    /** The start changed after it was sent, by too little to say it again. */
    COVERED,
    /** The chat did not want it any more at its due instant, or turned reminders off before it was sent. */
    WITHDRAWN,
    /** Could not be delivered; the reason is beside it. */
    FAILED,
    /** Nobody can tell whether it arrived. */
    IN_DOUBT;

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with that word. @throws IllegalArgumentException when there is none */
    public static DeliveryState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
