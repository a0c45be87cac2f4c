package dev.pitboard.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Remembers which chats were refused for being too many lately: Telegram does not say whether a limit is one chat's or the bot's. */
final class Throttle {
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private final Map<String, Instant> refused = new HashMap<>();

    /** Notes the refusal; true when another chat was refused within the last second. */
    synchronized boolean severalChats(String chat, Instant at) {
        refused.values().removeIf(earlier -> earlier.plus(TOGETHER).isBefore(at));
        refused.put(chat, at);
        return refused.size() > 1;
    }
}
