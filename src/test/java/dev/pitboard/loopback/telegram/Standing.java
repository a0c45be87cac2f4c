package dev.pitboard.loopback.telegram;

/** What the bot (or a person) is in a chat. */
public enum Standing {
    /** The owner of the chat; people only. */
    CREATOR("creator"),
    /** For the bot in a channel: with the right to post. */
    ADMINISTRATOR("administrator"),
    /** An administrator without the right to post messages; bots in channels only. */
    ADMINISTRATOR_WITHOUT_POSTING("administrator"),
    /** In private chats: the person has started the bot. */
    MEMBER("member"),
    /** A member who may not write text messages. */
    SILENCED("restricted"),
    /** Not there; in private chats: the person never started the bot. */
    LEFT("left"),
    /** Removed; in private chats: the person has blocked the bot. */
    KICKED("kicked");

    private final String wireName;

    Standing(String wireName) {
        this.wireName = wireName;
    }

    /** As in {@code chat_member.status}. */
    public String wireName() {
        return wireName;
    }

    boolean administers() {
        return this == CREATOR || this == ADMINISTRATOR || this == ADMINISTRATOR_WITHOUT_POSTING;
    }

    boolean present() {
        return this != LEFT && this != KICKED;
    }
}
