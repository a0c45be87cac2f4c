package dev.pitboard.command;

import dev.pitboard.chat.Platform;
import java.time.Duration;

/** Told of every command that was answered; for numbers only. Returns at once and never throws. */
@FunctionalInterface
public interface CommandEvents {
    /** Nobody watches. */
    CommandEvents NONE = (_, _, _, _) -> {};

    /** How a request was met. */
    enum Result {
        ANSWERED,
        /** What was asked can't be done; the answer says why. */
        MISTAKE,
        /** Something outside could not be reached. */
        UNAVAILABLE,
        BUG
    }

    /**
     * A request was answered.
     *
     * @param command its path, such as {@code reminders on}; {@code unknown} for what is no command
     * @param took from the request to the card, without the ways to and from the platform
     */
    void answered(Platform platform, String command, Result result, Duration took);
}
