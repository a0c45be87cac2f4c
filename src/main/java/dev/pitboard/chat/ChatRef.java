package dev.pitboard.chat;

import org.jspecify.annotations.Nullable;

/**
 * One place that messages go to.
 *
 * @param id Discord: the channel's or thread's id. Telegram: the chat's id, which is negative for groups and channels.
 *     Terminal: any word
 * @param topic Telegram: the id of a forum topic (message_thread_id), or null for the chat itself; null elsewhere
 */
public record ChatRef(
        Platform platform, String id, @Nullable String topic) {
    /** A chat without topics. */
    public static ChatRef of(Platform platform, String id) {
        return new ChatRef(platform, id, null);
    }

    @Override
    public String toString() {
        return platform.word() + ":" + id + (topic == null ? "" : "/" + topic);
    }
}
