package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to post something, with what really became of it. */
final class SimAttempt {
    final SimProcess process;
    final String messageId;
    final ChatRef to;
    final List<SimPromise> keys;
    final Instant leftMachine;
    /** When it was posted (timetable time), or null. */
    @Nullable
    Instant arrived;
    /** When the ledger was told that it is there (timetable time), or null. */
    @Nullable
    Instant told;
    /** What the program was told, or null as long as there is no answer. */
    @Nullable
    Outcome answer;

    SimAttempt(SimProcess process, String messageId, ChatRef to, List<SimPromise> keys, Instant leftMachine) {
        this.process = process;
        this.messageId = messageId;
        this.to = to;
        this.keys = List.copyOf(keys);
        this.leftMachine = leftMachine;
    }

    /** The program can't know whether it arrived: no answer, or one that says nothing. */
    boolean isUnsure() {
        return answer == null || answer instanceof Outcome.Unsure || answer instanceof Outcome.InDoubt;
    }

    @Override
    public String toString() {
        return messageId.replaceFirst("^0+", "") + " " + keys;
    }
}
