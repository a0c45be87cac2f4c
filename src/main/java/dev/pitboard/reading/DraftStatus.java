package dev.pitboard.reading;

import java.util.Locale;

/** What a text says about whether a session takes place. */
public enum DraftStatus {
    SCHEDULED,
    /** To be confirmed, or put off without a new time. */
    TBC,
    CANCELLED;

    /** The word in JSON, such as {@code tbc}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
