package dev.pitboard.delivery;

import java.util.Locale;

/** Whether a chat can be written to. */
public enum ChatState {
    OPEN,
    /** Not until somebody gives a right back; looked at again daily and whenever the platform tells of a change. */
    BLOCKED,
    /** Deleted, or the bot was removed: everything stored of it goes after a while, unless it comes back before. */
    GONE;

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with that word. @throws IllegalArgumentException when there is none */
    public static ChatState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
