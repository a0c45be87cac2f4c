package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the ledger to look at: those that fit all of what is given.
 *
 * @param states one of these; empty for any
 * @param platform null for any
 * @param chat the chat's id as its platform has it, null for any
 * @param topic of that chat: a topic's id, empty for the chat itself, null for the chat with all its topics
 * @param about a series, season, round, session or part, as much of {@code series/year/round/session#part} as matters, null
 *     for any
 * @param messageId the message a row became part of, null for any
 */
public record LedgerFilter(
        Set<DeliveryState> states,
        @Nullable Platform platform,
        @Nullable String chat,
        @Nullable String topic,
        @Nullable String about,
        @Nullable String messageId) {
    public LedgerFilter {
        states = Set.copyOf(states);
        if (topic != null && chat == null) {
            throw new IllegalArgumentException("topic " + topic + " of no chat");
        }
    }

    /** Everything. */
    public static LedgerFilter all() {
        return new LedgerFilter(Set.of(), null, null, null, null, null);
    }

    /** What one chat was promised, without its other topics. */
    public static LedgerFilter of(ChatRef chat) {
        String topic = chat.topic();
        return new LedgerFilter(Set.of(), chat.platform(), chat.id(), topic == null ? "" : topic, null, null);
    }

    /** The same, but only of that series, season, round, session or part. */
    public LedgerFilter onlyAbout(String what) {
        return new LedgerFilter(states, platform, chat, topic, what, messageId);
    }

    /** Whether it is about so few rows that they can be sorted: those of a chat or a message. */
    public boolean isNarrow() {
        return chat != null || messageId != null;
    }
}
