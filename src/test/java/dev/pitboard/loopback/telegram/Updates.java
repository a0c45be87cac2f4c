package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The updates the bot has not confirmed yet; guarded by the lock of {@link Shared}. */
final class Updates {
    private static final Set<String> ONLY_ON_REQUEST =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private Set<String> allowed = Set.of();
    // Real ids start anywhere.
    private long lastId = 824_000_000L;

    /** Adds an update; false when the bot has not asked for its kind, which loses it. */
    boolean add(String kind, ObjectNode content) {
        boolean wanted = allowed.isEmpty() ? !ONLY_ON_REQUEST.contains(kind) : allowed.contains(kind);
        if (wanted) {
            lastId++;
            var update = Wire.object().put("update_id", lastId);
            update.set(kind, content);
            waiting.add(update);
        }
        return wanted;
    }

    /** Which kinds are kept from now on; empty for the usual ones. */
    void allow(Set<String> kinds) {
        allowed = new TreeSet<>(kinds);
    }

    Set<String> allowed() {
        return allowed;
    }

    /** Forgets all updates before an id; a negative one leaves that many at the end. */
    void confirm(long offset) {
        while (!waiting.isEmpty()
                && (offset < 0
                        ? waiting.size() > -offset
                        : waiting.getFirst().path("update_id").asLong() < offset)) {
            waiting.removeFirst();
        }
    }

    void clear() {
        waiting.clear();
    }

    int size() {
        return waiting.size();
    }

    List<ObjectNode> first(int limit) {
        return new ArrayList<>(waiting.stream().limit(limit).toList());
    }
}
