package dev.pitboard.reading;

import java.util.Locale;

/** What a question is about. */
public enum Subject {
    SERIES,
    ROUND,
    YEAR,
    DATE,
    WEEKDAY,
    TIME,
    ZONE,
    END,
    OVERLAP,
    NAME,
    KIND,
    STATUS;

    /** The word in JSON, such as {@code year}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
