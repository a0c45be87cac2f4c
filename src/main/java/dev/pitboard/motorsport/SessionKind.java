package dev.pitboard.motorsport;

import java.util.Locale;

/** What a session is for; the words are those of the season files. */
public enum SessionKind {
    PRACTICE,
    QUALIFYING,
    RACE,
    SPRINT,
    WARMUP,
    TEST,
    OTHER;

    /** The word in season files, options and the database, such as {@code practice}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
