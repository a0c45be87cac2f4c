package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The chats that can't be written to. All instants are machine time. Nothing is deleted because of an error. */
public interface ShutChats {
    /** How often a blocked chat is looked at without anything having happened. */
    Duration LOOK_AGAIN = Duration.ofDays(1);

    /** How long what is stored of a chat stays after it was deleted or the bot was removed. */
    Duration KEPT = Duration.ofDays(30);

    /**
     * A chat that can't be written to.
     *
     * @param reason for people
     * @param told whether its people know
     */
    record ShutChat(ChatRef chat, ChatState state, Instant since, String reason, boolean told) {}

    /** When a chat that was shut at that instant is looked at next: a blocked one to see whether it works again, a gone one to
     * delete what is stored of it. */
    static Instant nextLook(ChatState state, Instant machine) {
        return machine.plus(state == ChatState.GONE ? KEPT : LOOK_AGAIN);
    }

    /** Shut chats whose time to be looked at has come, longest due first. */
    List<ShutChat> toLookAt(Platform platform, Instant machine, int limit);

    /** Shut chats whose people do not know. */
    List<ShutChat> untold(Platform platform, int limit);

    /** The chat's people know. */
    void told(ChatRef chat);

    /** It was looked at and is still shut. */
    void lookAgainAt(ChatRef chat, Instant next);

    /** Something changed in a place: its shut chats are to be looked at now. @return how many */
    int lookAgain(Platform platform, String space, Instant machine);

    /** All chats of a place are gone. @return how many were not */
    int gone(Platform platform, String space, String reason, Instant machine);

    /** A chat is gone. */
    void gone(ChatRef chat, String reason, Instant machine);

    /** The chat works again: what it is still owed is sent. */
    void open(ChatRef chat);

    /** How many chats are in each state but {@link ChatState#OPEN}. */
    Map<ChatState, Long> shutCounts();
}
