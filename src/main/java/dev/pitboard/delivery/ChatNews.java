package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;

/** What a platform tells about places without being asked. Platforms tell some of it twice or late. */
public interface ChatNews {
    /** Something changed because of which a place that could not be written to may work again. */
    void mayWorkAgain(Platform platform, String space);

    /** The bot was removed from a place, or the place was deleted. */
    void removed(Platform platform, String space);

    /** One chat was deleted; the place it was in is still there. */
    void deleted(ChatRef chat);

    /** A chat has another address now. */
    void moved(ChatRef from, ChatRef to);
}
