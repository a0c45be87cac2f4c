package dev.pitboard.loopback.telegram;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A chat with all that changes in it; guarded by the lock of {@link Shared}. */
final class Chat {
    /** A person's place in a chat; anonymous ones write in the name of the chat. */
    record Membership(Person person, Standing standing, boolean anonymous) {}

    final ChatKind kind;
    final long id;
    final String title;
    final boolean forum;
    final Map<Long, Membership> members = new LinkedHashMap<>();
    final Set<Integer> openTopics = new LinkedHashSet<>();
    final Set<Integer> closedTopics = new LinkedHashSet<>();
    final Map<Integer, SentMessage> sent = new LinkedHashMap<>();
    final Set<Integer> received = new LinkedHashSet<>();

    @Nullable
    String userName;

    Standing bot = Standing.MEMBER;
    boolean gone;
    long upgradedTo;

    private int lastMessageId;

    Chat(ChatKind kind, long id, String title, boolean forum) {
        this.kind = kind;
        this.id = id;
        this.title = title;
        this.forum = forum;
    }

    int nextMessageId() {
        lastMessageId++;
        return lastMessageId;
    }

    /** Whether the bot may change things here as administrators do. */
    boolean botAdministers() {
        return bot.administers();
    }
}
