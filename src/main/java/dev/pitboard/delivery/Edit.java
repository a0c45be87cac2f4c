package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import org.jspecify.annotations.Nullable;

/**
 * A card that takes the place of one that was posted.
 *
 * @param messageId the ledger's id of the message; stands in its buttons
 * @param messageRef the platform's id of the posted message
 * @param role Discord: the role that was pinged when it was posted and stays in its first line, or null; nobody is pinged again
 * @param attempt 1 for the first
 */
public record Edit(
        String messageId,
        ChatRef chat,
        String messageRef,
        Card card,
        @Nullable String role,
        int attempt) {}
