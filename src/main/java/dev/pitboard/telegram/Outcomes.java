package dev.pitboard.telegram;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a refusal or a lost answer means for a message. Telegram has no codes of its own for it, only texts, which the server's source has. */
final class Outcomes {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(1);

    private final InstantSource machine;
    private final Throttle throttle = new Throttle();

    Outcomes(InstantSource machine) {
        this.machine = machine;
    }

    /**
     * Of a request that did not succeed.
     *
     * @param attempt of the message, 1 for the first
     */
    Outcome of(Reply<?> reply, ChatRef chat, int attempt) {
        return switch (reply) {
            case Reply.Done<?> _ -> throw new IllegalArgumentException("it was done");
            case Reply.NotSent<?>(String reason) ->
                new Outcome.Wait(backoff(attempt), true, "Telegram can't be reached: " + reason);
            case Reply.Lost<?>(String reason) -> new Outcome.Unsure(reason);
            case Reply.Refused<?> refused -> of(refused, chat, attempt);
        };
    }

    private Outcome of(Reply.Refused<?> refused, ChatRef chat, int attempt) {
        String said = "Telegram: " + refused.description();
        return switch (refused.code()) {
            case 400 -> badRequest(refused, chat, said);
            case 401, 404 -> new Outcome.Refused("Telegram does not accept the token.");
            case 403 -> forbidden(refused, said);
            case 429 -> tooMany(refused, chat, said);
            default ->
                refused.code() >= 500 || refused.code() == 409
                        ? new Outcome.Wait(backoff(attempt), false, said)
                        : new Outcome.Failed(said);
        };
    }

    private static Outcome badRequest(Reply.Refused<?> refused, ChatRef chat, String said) {
        if (refused.migratedTo() != null) {
            return new Outcome.Moved(new ChatRef(Platform.TELEGRAM, Long.toString(refused.migratedTo()), chat.topic()));
        }
        if (refused.says("chat not found")) {
            return new Outcome.Gone("Telegram knows no such chat any more.");
        }
        if (refused.says("TOPIC_CLOSED")) {
            return new Outcome.Blocked("The topic is closed. Reopen it, or turn reminders on in another topic.");
        }
        if (refused.says("not enough rights")) {
            return new Outcome.Denied(said);
        }
        if (refused.says("have no rights")
                || refused.says("need administrator rights")
                || refused.says("CHAT_WRITE_FORBIDDEN")
                || refused.says("CHAT_ADMIN_REQUIRED")
                || refused.says("CHAT_RESTRICTED")
                || refused.says("upgraded to a supergroup")) {
            return new Outcome.Blocked(said);
        }
        return new Outcome.Failed(said);
    }

    private static Outcome forbidden(Reply.Refused<?> refused, String said) {
        if (refused.says("user is deactivated")) {
            return new Outcome.Gone("The person's account was deleted.");
        }
        if (refused.says("group chat was deleted")) {
            return new Outcome.Gone("The group was deleted.");
        }
        if (refused.says("blocked by the user")) {
            return new Outcome.Blocked("The person has blocked the bot; pressing Start again unblocks it.");
        }
        if (refused.says("was kicked from") || refused.says("is not a member of")) {
            return new Outcome.Blocked("The bot was removed from the chat; adding it again is enough.");
        }
        return new Outcome.Blocked(said);
    }

    private Outcome tooMany(Reply.Refused<?> refused, ChatRef chat, String said) {
        @Nullable Integer asked = refused.retryAfter();
        Duration wait = Duration.ofSeconds(asked == null ? 5 : Math.max(1, asked));
        return new Outcome.Wait(wait, throttle.severalChats(chat.id(), machine.instant()), said);
    }

    /** Doubled with each attempt. */
    private static Duration backoff(int attempt) {
        Duration wait = LEAST.multipliedBy(1L << Math.min(attempt - 1, 10));
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
