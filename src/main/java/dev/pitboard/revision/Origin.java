package dev.pitboard.revision;

import java.util.Locale;

/** In which way a change came. */
public enum Origin {
    /** A season file was read. */
    FILE,
    /** Somebody else's timetable was imported and approved. */
    IMPORT,
    /** A steward, or the host, changed something by hand. */
    HAND,
    /** An earlier revision was taken back. */
    UNDO;

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The origin with that word. @throws IllegalArgumentException when there is none */
    public static Origin ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
