package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card on its way to a chat without anybody having asked for it.
 *
 * @param messageId the ledger's id of the message, at most 25 characters of [0-9a-z]; stands in its buttons. Null for a
 *     post that leaves no trace, such as a test or a greeting
 * @param role Discord: the role to ping, or null
 * @param quiet whether it arrives without a sound
 * @param attempt 1 for the first
 * @param unsureSince when the first of the earlier attempts began that may have arrived (machine time), or null when it is
 *     certain that none did
 */
public record Post(
        @Nullable String messageId,
        ChatRef chat,
        Card card,
        @Nullable String role,
        boolean quiet,
        int attempt,
        @Nullable Instant unsureSince) {
    /** A post that is tried once and leaves no trace. */
    public static Post once(ChatRef chat, Card card, @Nullable String role) {
        return new Post(null, chat, card, role, false, 1, null);
    }
}
