package dev.pitboard.telegram;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal or a lost answer means for a message. Telegram has no codes of its own for it, only texts, which its server's
 * source has. What is not known fails; nothing is ever deleted because of it.
 */
final class Outcomes {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final String REMOVED = "The bot was removed from the chat; adding it again is enough.";

    /** Means something to a status and the words its text begins with, in any case. */
    private record Known(int code, String begins, UnaryOperator<String> reason, Verdict verdict) {}

    private enum Verdict {
        BLOCKED,
        DENIED,
        GONE
    }

    private static final List<Known> KNOWN = List.of(
            blocked(
                    403,
                    "bot was blocked by the user",
                    "The person has blocked the bot; pressing Start again unblocks it."),
            blocked(
                    403,
                    "bot can't initiate conversation",
                    "The person has not started the bot; pressing Start is enough."),
            blocked(403, "bot was kicked from", REMOVED),
            blocked(403, "bot is not a member of", REMOVED),
            gone(403, "user is deactivated", "The person's account was deleted."),
            gone(403, "the group chat was deleted", "The group was deleted."),
            gone(400, "chat not found", "Telegram knows no such chat any more."),
            gone(400, "private chat not found", "Telegram knows no such chat any more."),
            blocked(400, "TOPIC_CLOSED", "The topic is closed. Reopen it, or turn reminders on in another topic."),
            new Known(400, "not enough rights", said -> said, Verdict.DENIED),
            asSaid("have no rights"),
            asSaid("need administrator rights"),
            asSaid("CHAT_WRITE_FORBIDDEN"),
            asSaid("CHAT_ADMIN_REQUIRED"),
            asSaid("CHAT_RESTRICTED"),
            // Without the new address, which would have made it a move.
            asSaid("group chat was upgraded to a supergroup"));

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
        int code = refused.code();
        if (code == 400 && refused.migratedTo() != null) {
            return new Outcome.Moved(new ChatRef(Platform.TELEGRAM, Long.toString(refused.migratedTo()), chat.topic()));
        }
        if (code == 401 || code == 404) {
            return new Outcome.Refused("Telegram does not accept the token.");
        }
        if (code == 429) {
            return tooMany(refused, chat, said);
        }
        if (code >= 500 || code == 409) {
            return new Outcome.Wait(backoff(attempt), false, said);
        }
        return KNOWN.stream()
                .filter(known -> known.code() == code && refused.begins(known.begins()))
                .findFirst()
                .map(known -> verdict(known, said))
                .orElseGet(() -> new Outcome.Failed(said));
    }

    private static Outcome verdict(Known known, String said) {
        String reason = known.reason().apply(said);
        return switch (known.verdict()) {
            case BLOCKED -> new Outcome.Blocked(reason);
            case DENIED -> new Outcome.Denied(reason);
            case GONE -> new Outcome.Gone(reason);
        };
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

    private static Known blocked(int code, String begins, String reason) {
        return new Known(code, begins, _ -> reason, Verdict.BLOCKED);
    }

    private static Known gone(int code, String begins, String reason) {
        return new Known(code, begins, _ -> reason, Verdict.GONE);
    }

    private static Known asSaid(String begins) {
        return new Known(400, begins, said -> said, Verdict.BLOCKED);
    }
}
