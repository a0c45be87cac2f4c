package dev.pitboard;

/** How the program ends; the same meaning in every command. From 64 on they are those of BSD's sysexits.h. */
final class ExitCode {
    static final int DONE = 0;

    /** Nothing found, or problems found. */
    static final int NOTHING_FOUND = 1;

    /** Needs answers from a person. */
    static final int NEEDS_ANSWERS = 2;

    static final int WRONG_USAGE = 64;
    static final int UNREADABLE_INPUT = 65;

    /** A platform or the database can't be reached. */
    static final int UNAVAILABLE = 69;

    static final int OUR_BUG = 70;

    /** Configuration or token. */
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
