package dev.pitboard.loopback.telegram;

/** The four kinds of chats, with the names they have on the wire and in refusals. */
public enum ChatKind {
    PRIVATE("private"),
    GROUP("group"),
    SUPERGROUP("supergroup"),
    CHANNEL("channel");

    private final String wireName;

    ChatKind(String wireName) {
        this.wireName = wireName;
    }

    /** As in {@code chat.type} and in "bot was kicked from the ... chat". */
    public String wireName() {
        return wireName;
    }
}
