package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends posts to one platform. Safe for use by several threads; never throws for what the platform answers. */
public interface Messenger {
    Platform platform();

    /** Sends and waits for the platform's answer. Tried again with the same message id, a platform that can posts once. */
    Outcome send(Post post);

    /**
     * Puts a card in the place of one that was posted, without pinging anybody, and waits for the platform's answer. Doing it
     * twice is harmless. Where the message is no more there is nothing to do, and it counts as done.
     */
    Outcome edit(Edit edit);

    /**
     * What is missing so that posts, with a ping of {@code role} if not null, can appear in the chat: whole sentences
     * that name the permission and what to do, or an empty list. Asks the platform.
     */
    List<String> missingToPost(ChatRef chat, @Nullable String role);

    /**
     * Says something once to those who run a place that can't be written to, in a chat of the same place that can. Not paced:
     * seldom used.
     */
    default Outcome tellAdmins(ChatRef chat, Card card) {
        return new Outcome.Blocked("There is no other chat of that place.");
    }
}
