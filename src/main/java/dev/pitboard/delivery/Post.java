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
 * @param firstTried when its first attempt began (machine time), or null when this is the first
 */
public record Post(
        @Nullable String messageId,
        ChatRef chat,
        Card card,
        @Nullable String role,
        @Nullable Instant firstTried) {}
