package dev.pitboard.telegram;

import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends and edits single messages, with the second attempts that can't post anything twice. All of it counts for the chat's
 * pace; posts keep to it, and answers to people go first.
 */
final class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final String NOT_MODIFIED = "message is not modified";
    private static final String TOPIC_GONE = "The topic is gone, so this went to the chat itself.";

    private final BotClient client;
    private final Outcomes outcomes;
    private final ChatPace pace;
    private final Outage outage;

    Postman(BotClient client, Outcomes outcomes, ChatPace pace, Outage outage) {
        this.client = client;
        this.outcomes = outcomes;
        this.pace = pace;
        this.outage = outage;
    }

    /** Sends what nobody waits for, or says how long it has to wait: then nothing was asked. */
    Outcome post(Letter letter, int attempt) {
        Outcome.Wait wait = pace.begin(letter.chat().id());
        return wait != null ? wait : sent(letter, attempt);
    }

    /** Sends what somebody waits for. */
    Outcome answer(Letter letter, int attempt) {
        pace.beginAnyway(letter.chat().id());
        return sent(letter, attempt);
    }

    private Outcome sent(Letter letter, int attempt) {
        return watched(letter, () -> send(letter, attempt, null));
    }

    /**
     * Puts a page in the place of a message that nobody waits for, or says how long that has to wait. What can't be edited any
     * more is left as it is.
     */
    Outcome revise(Letter letter, int messageId, int attempt) {
        Outcome.Wait wait = pace.begin(letter.chat().id());
        return wait != null ? wait : watched(letter, () -> revised(letter, messageId, attempt));
    }

    private Outcome revised(Letter letter, int messageId, int attempt) {
        Reply<BaseResponse> reply = edited(letter, messageId);
        Outcome done = new Outcome.Sent(String.valueOf(messageId), null);
        return switch (reply) {
            case Reply.Done<BaseResponse> _ -> done;
            case Reply.Refused<BaseResponse> refused when refused.begins(NOT_MODIFIED) -> done;
            case Reply.Refused<BaseResponse> refused
            when isOutOfReach(refused) ->
                new Outcome.Sent(String.valueOf(messageId), "The message can't be edited any more.");
            case Reply.Refused<BaseResponse> _, Reply.NotSent<BaseResponse> _, Reply.Lost<BaseResponse> _ ->
                refused(reply, letter, attempt);
        };
    }

    private Reply<BaseResponse> edited(Letter letter, int messageId) {
        Reply<BaseResponse> reply = client.call(letter.asEditOf(messageId, true));
        return unreadable(reply) ? client.call(letter.asEditOf(messageId, false)) : reply;
    }

    private static boolean isOutOfReach(Reply.Refused<?> refused) {
        return refused.begins("message to edit not found") || refused.begins("message can't be edited");
    }

    private Outcome watched(Letter letter, Supplier<Outcome> request) {
        Outcome outcome;
        try {
            outcome = request.get();
        } finally {
            pace.end(letter.chat().id());
        }
        if (outcome instanceof Outcome.Unsure) {
            Duration pause = outage.lost();
            if (pause.isPositive()) {
                log.warn("Telegram's answers are lost; nothing is posted for {} s", pause.toSeconds());
                pace.pauseAll(pause);
            }
        } else {
            outage.answered();
        }
        return outcome;
    }

    private Outcome send(Letter letter, int attempt, @Nullable String remark) {
        Reply<SendResponse> reply = client.call(letter.asNew(true));
        if (unreadable(reply)) {
            reply = client.call(letter.asNew(false));
        }
        if (reply instanceof Reply.Done<SendResponse>(SendResponse response)) {
            return new Outcome.Sent(String.valueOf(response.message().messageId()), remark);
        }
        if (letter.chat().topic() != null && topicGone(reply)) {
            return send(letter.withoutTopic(), attempt, TOPIC_GONE);
        }
        return refused(reply, letter, attempt);
    }

    private Outcome refused(Reply<?> reply, Letter letter, int attempt) {
        Outcome outcome = outcomes.of(reply, letter.chat(), attempt);
        if (outcome instanceof Outcome.Wait(Duration atLeast, boolean everything, var _)
                && reply instanceof Reply.Refused<?> refused
                && refused.code() == 429) {
            if (everything) {
                pace.pauseAll(atLeast);
            } else {
                pace.pause(letter.chat().id(), atLeast);
            }
        }
        return outcome;
    }

    /** Puts a page in the place of a message. False when there is no message to edit any more. */
    boolean edit(Letter letter, int messageId) {
        Reply<BaseResponse> reply;
        pace.beginAnyway(letter.chat().id());
        try {
            reply = edited(letter, messageId);
        } finally {
            pace.end(letter.chat().id());
        }
        return switch (reply) {
            case Reply.Done<BaseResponse> _ -> true;
            case Reply.Refused<BaseResponse> refused when refused.begins(NOT_MODIFIED) -> true;
            case Reply.Refused<BaseResponse> refused when isOutOfReach(refused) -> false;
            case Reply.Refused<BaseResponse> refused -> notEdited(letter, refused);
            case Reply.NotSent<BaseResponse> notSent -> notEdited(letter, notSent);
            case Reply.Lost<BaseResponse> lost -> notEdited(letter, lost);
        };
    }

    /** A person can press again; a second message would be worse than a page that did not turn. */
    private static boolean notEdited(Letter letter, Reply<?> reply) {
        log.warn("a message in {} was not edited: {}", letter.chat(), reply.summary());
        return true;
    }

    private static boolean unreadable(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused && refused.begins("can't parse entities")) {
            log.error("Our formatting is wrong, so the message goes out as plain text: {}", refused.description());
            return true;
        }
        return false;
    }

    private static boolean topicGone(Reply<?> reply) {
        return reply instanceof Reply.Refused<?> refused
                && refused.code() == 400
                && (refused.begins("message thread not found") || refused.begins("TOPIC_DELETED"));
    }
}
