package dev.pitboard.motorsport;

import java.util.Locale;

/** Whether a round or session takes place as planned; the words are those of the season files. */
public enum Status {
    SCHEDULED,
    POSTPONED,
    CANCELLED;

    /** The word in season files, such as {@code cancelled}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
