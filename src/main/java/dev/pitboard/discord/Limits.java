package dev.pitboard.discord;

/** What Discord refuses to exceed. Text is counted in UTF-16 units here, which is never less than what Discord counts. */
final class Limits {
    /** Plain text of a message. */
    static final int CONTENT = 2000;
    /** All text displays of one Components V2 message together. */
    static final int COMPONENT_TEXT = 4000;
    /** All components of one Components V2 message, nested ones too. */
    static final int COMPONENTS = 40;

    static final int EMBED_DESCRIPTION = 4096;
    static final int ROWS = 5;
    static final int BUTTONS_IN_ROW = 5;
    static final int CUSTOM_ID = 100;
    static final int BUTTON_LABEL = 80;
    static final int BUTTON_URL = 512;
    static final int CHOICES = 25;
    /** A choice's label, and its value. */
    static final int CHOICE = 100;

    static final int NONCE = 25;

    private Limits() {}
}
