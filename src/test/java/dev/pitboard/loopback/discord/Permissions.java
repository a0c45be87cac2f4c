package dev.pitboard.loopback.discord;

/** Discord's permission bits that matter here. Source: the permissions topic of the Discord documentation. */
public final class Permissions {
    public static final long ADMINISTRATOR = 1L << 3;
    public static final long MANAGE_GUILD = 1L << 5;
    public static final long VIEW_CHANNEL = 1L << 10;
    public static final long SEND_MESSAGES = 1L << 11;
    public static final long EMBED_LINKS = 1L << 14;
    public static final long ATTACH_FILES = 1L << 15;
    public static final long READ_MESSAGE_HISTORY = 1L << 16;
    public static final long MENTION_EVERYONE = 1L << 17;
    public static final long USE_APPLICATION_COMMANDS = 1L << 31;
    public static final long MANAGE_THREADS = 1L << 34;
    public static final long SEND_MESSAGES_IN_THREADS = 1L << 38;
    /** What members and the bot have unless a test says otherwise. */
    public static final long USUAL = VIEW_CHANNEL
            | SEND_MESSAGES
            | EMBED_LINKS
            | ATTACH_FILES
            | READ_MESSAGE_HISTORY
            | USE_APPLICATION_COMMANDS
            | SEND_MESSAGES_IN_THREADS;

    static final long ALL = -1L >>> 12;

    private Permissions() {}
}
