package dev.pitboard.telegram;

import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import dev.pitboard.delivery.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends and edits single messages, with the second attempts that can't post anything twice. */
final class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final String TOPIC_GONE = "The topic is gone, so this went to the chat itself.";

    private final BotClient client;
    private final Outcomes outcomes;

    Postman(BotClient client, Outcomes outcomes) {
        this.client = client;
        this.outcomes = outcomes;
    }

    Outcome send(Letter letter, int attempt) {
        return send(letter, attempt, null);
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
        return outcomes.of(reply, letter.chat(), attempt);
    }

    /** Puts a page in the place of a message. False when there is no message to edit any more. */
    boolean edit(Letter letter, int messageId) {
        Reply<BaseResponse> reply = client.call(letter.asEditOf(messageId, true));
        if (unreadable(reply)) {
            reply = client.call(letter.asEditOf(messageId, false));
        }
        return switch (reply) {
            case Reply.Done<BaseResponse> _ -> true;
            case Reply.Refused<BaseResponse> refused when refused.says("message is not modified") -> true;
            case Reply.Refused<BaseResponse> refused
            when refused.says("to edit not found") || refused.says("can't be edited") -> false;
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
        if (reply instanceof Reply.Refused<?> refused && refused.says("can't parse entities")) {
            log.error("Our formatting is wrong, so the message goes out as plain text: {}", refused.description());
            return true;
        }
        return false;
    }

    private static boolean topicGone(Reply<?> reply) {
        return reply instanceof Reply.Refused<?> refused
                && refused.code() == 400
                && (refused.says("message thread not found") || refused.says("TOPIC_DELETED"));
    }
}
