package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt to send went. No exceptions cross the messenger port. Reasons are for people and hold no secret. */
public sealed interface Outcome {
    /**
     * It is there.
     *
     * @param messageRef the platform's id of the posted message
     * @param remark what an admin should know all the same, such as that the role to ping is gone, or null
     */
    record Sent(String messageRef, @Nullable String remark) implements Outcome {}

    /** Not sent; may be tried again after {@code atLeast}. A wait for the whole platform holds every other chat back too. */
    record Wait(Duration atLeast, boolean wholePlatform, String reason) implements Outcome {}

    /** Nobody can tell whether it arrived: the answer was lost. */
    record Unsure(String reason) implements Outcome {}

    /** Will never work for this message: something is wrong with the message itself. */
    record Failed(String reason) implements Outcome {}

    /** An earlier attempt may have arrived, and nobody will ever know: it is not sent again. */
    record InDoubt(String reason) implements Outcome {}

    /** The chat can't be written to until somebody gives the right back. */
    record Blocked(String reason) implements Outcome {}

    /**
     * Refused in words that the platform has also used by mistake: the chat counts as blocked only when this goes on for a
     * day. In October 2023 Telegram told every bot for hours that it had not enough rights.
     */
    record Denied(String reason) implements Outcome {}

    /** The chat is no more. */
    record Gone(String reason) implements Outcome {}

    /** The chat has another address now; nothing was sent. */
    record Moved(ChatRef to) implements Outcome {}

    /** The platform refuses us altogether, such as for a revoked token: nothing can be sent until somebody acts. */
    record Refused(String reason) implements Outcome {}
}
