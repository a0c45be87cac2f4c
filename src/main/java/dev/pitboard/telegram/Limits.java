package dev.pitboard.telegram;

/** What fits into what, by the Bot API's documentation. */
final class Limits {
    /** UTF-16 units of a message's text, after its tags were taken out. */
    static final int TEXT = 4096;

    /** Entities of a message; what comes after is shown without formatting. */
    static final int ENTITIES = 100;

    /** Bytes (UTF-8) of a button's data. */
    static final int CALLBACK_DATA = 64;

    /** Characters of the note that answers a button press. */
    static final int ALERT = 200;

    /** Characters of a command's description in the menu. */
    static final int DESCRIPTION = 256;

    /** Commands in the menu. */
    static final int COMMANDS = 100;

    /** Updates of one poll. */
    static final int UPDATES = 100;

    private Limits() {}
}
