package dev.pitboard.motorsport;

import java.util.Locale;

/** Whether a round or session takes place as planned; the words are those of the season files. */
public enum Status {
    SCHEDULED,
    /** It is to take place, but its time is not confirmed. */
    TENTATIVE,
    /** It will take place that day, later than its time says; when is not known yet. */
    DELAYED,
    /** Put off without a new date. */
    POSTPONED,
    CANCELLED;

    /** The word in season files, such as {@code cancelled}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is to take place at the time that is given. */
    public boolean goesAhead() {
        return this == SCHEDULED || this == TENTATIVE;
    }
}
