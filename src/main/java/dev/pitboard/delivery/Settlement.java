package dev.pitboard.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger is to know of an attempt. Except for {@link Sent}, it is ignored from an attempt that is not the latest:
 * its lease has ended and somebody else has the message.
 *
 * <p>Of an edit it means the same for the message as it is posted, whose rows stay sent: {@link Sent} is that it shows the
 * revision now, {@link Again} that the edit is tried again, {@link Ended} that it is given up. {@link Shut} and
 * {@link Denied} say the same of the chat, and the edit is tried again when the chat works.
 */
public sealed interface Settlement {
    Claim claim();

    /**
     * The message is there, whoever it was that sent it: its rows are sent.
     *
     * @param messageRef the platform's id of the posted message
     * @param remark what an admin should know all the same, or null
     * @param shown the number of the newest revision in the timetable that it was made from. Where an earlier attempt may have
     *     arrived, what is there may be older, and the ledger knows that
     */
    record Sent(Claim claim, String messageRef, @Nullable String remark, long shown) implements Settlement {}

    /**
     * It may be claimed again from {@code machineRetry} on, with the same id.
     *
     * @param unsure whether this attempt may have arrived all the same
     */
    record Again(Claim claim, Instant machineRetry, String reason, boolean unsure) implements Settlement {}

    /**
     * It will not be sent: its rows end in that state, or in doubt when an earlier attempt may have arrived. A row that was
     * covered by one that ends expired, failed, superseded or in doubt is owed again.
     */
    record Ended(Claim claim, DeliveryState state, String reason) implements Settlement {
        public Ended {
            if (state == DeliveryState.PENDING || state == DeliveryState.SENDING || state == DeliveryState.SENT) {
                throw new IllegalArgumentException("nothing is given up as " + state);
            }
        }
    }

    /**
     * The chat can't be written to any more: what it is owed waits for it while that is useful, and is failed after that. What
     * may have arrived ends in doubt.
     */
    record Shut(Claim claim, ChatState state, String reason) implements Settlement {
        public Shut {
            if (state == ChatState.OPEN) {
                throw new IllegalArgumentException("that chat is open");
            }
        }
    }

    /**
     * Refused in words that the platform has also used by mistake: the rows fail, and the chat is shut only when that has gone
     * on for {@link Ledger#DENIED_FOR} without anything that arrived.
     */
    record Denied(Claim claim, String reason) implements Settlement {}
}
