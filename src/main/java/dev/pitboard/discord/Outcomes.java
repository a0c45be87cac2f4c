package dev.pitboard.discord;

import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an answer to a sent or edited message means for it. Source of the codes: Discord's list of opcodes and status codes. */
final class Outcomes {
    /** Before the next attempt when Discord itself has trouble. */
    static final Duration SERVER_TROUBLE = Duration.ofSeconds(2);
    /** Before the next attempt when there is no way to Discord. */
    static final Duration UNREACHED = Duration.ofSeconds(5);

    /** The least after private chats were opened too fast. */
    static final Duration PRIVATE_CHATS = Duration.ofMinutes(1);

    /** The least after an announcement was edited too often. */
    static final Duration EDITS = Duration.ofMinutes(1);

    /** Of a message with a nonce: it was posted by an earlier attempt, and somebody deleted it. */
    static final int UNKNOWN_MESSAGE = 10008;

    static final int UNKNOWN_ROLE = 10011;
    private static final int TOO_MANY_PRIVATE_CHATS = 40003;

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private Outcomes() {}

    /** The outcome of a request that was to create a message. */
    static Outcome of(Reply reply) {
        return switch (reply) {
            case Reply.Unreached(String reason) -> new Outcome.Wait(UNREACHED, true, reason);
            case Reply.Lost(String reason) -> new Outcome.Unsure(reason);
            case Reply.Answered answer
            when answer.isSuccess() -> new Outcome.Sent(answer.body().path("id").asText(), null);
            case Reply.Answered answer -> refusal(answer);
        };
    }

    /**
     * The outcome of a request that was to edit a message. What can't be edited any more is left as it is; an edit says nothing
     * of an archived thread, which a new message would open.
     */
    static Outcome ofEdit(Reply reply, String messageRef) {
        if (!(reply instanceof Reply.Answered answer) || answer.isSuccess()) {
            return of(reply);
        }
        return switch (answer.code()) {
            case UNKNOWN_MESSAGE -> new Outcome.Sent(messageRef, "Somebody has deleted the message.");
            case 20022 ->
                new Outcome.Wait(longer(answer.retryAfter(), EDITS), false, "Discord asks to wait" + told(answer));
            case 30046, 50005, 50083 ->
                new Outcome.Failed("Discord lets nobody edit the message any more" + told(answer));
            default -> of(answer);
        };
    }

    private static Outcome refusal(Reply.Answered answer) {
        Outcome known = byCode(answer);
        if (known != null) {
            return known;
        }
        int status = answer.status();
        if (answer.isLimit()) {
            return limit(answer);
        }
        if (status == 401) {
            return refused();
        }
        if (status == 403) {
            return new Outcome.Blocked("Discord doesn't let me post there" + told(answer));
        }
        if (status >= 500 || status == 408) {
            return trouble(status);
        }
        log.error("Discord refused a message with status {}{}", status, told(answer));
        return new Outcome.Failed("Discord refused the message with status " + status + told(answer));
    }

    /** Waits as told; one who opens private chats too fast is watched, and waits long. */
    private static Outcome limit(Reply.Answered answer) {
        Duration wait = answer.retryAfter();
        boolean privateChats = answer.code() == TOO_MANY_PRIVATE_CHATS;
        return new Outcome.Wait(
                privateChats ? longer(wait, PRIVATE_CHATS) : wait,
                answer.isGlobalLimit(),
                "Discord asks to wait" + told(answer));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** The proxy in front says 502 or 504 also after it passed a message on, and 500 is said at any point. */
    private static Outcome trouble(int status) {
        String reason = "Discord has trouble (status " + status + ").";
        return switch (status) {
            case 408, 503, 521, 522, 523, 525, 526, 529, 530 -> new Outcome.Wait(SERVER_TROUBLE, false, reason);
            default -> new Outcome.Unsure(reason);
        };
    }

    private static @Nullable Outcome byCode(Reply.Answered answer) {
        return switch (answer.code()) {
            case 10003 -> new Outcome.Gone("The channel no longer exists.");
            case 10004 -> new Outcome.Gone("The server no longer exists, or I am no longer in it.");
            case 10013 -> new Outcome.Gone("The account no longer exists.");
            case 40004, 40006, 130000 ->
                new Outcome.Wait(SERVER_TROUBLE, false, "Discord has switched this off for a while.");
            case 40058 ->
                new Outcome.Blocked(
                        "That is a forum, which only holds posts: turn reminders on inside one of its posts.");
            case 50001 -> new Outcome.Blocked("I can't see the channel: I need the View Channel permission there.");
            case 50007, 50278 -> new Outcome.Blocked("The person doesn't accept private messages from me.");
            case 50013 ->
                new Outcome.Blocked("I may not post there: I need View Channel, Send Messages and Embed Links,"
                        + " and in a thread Send Messages in Threads.");
            case 50014 -> refused();
            case 50083 -> new Outcome.Blocked("The thread is archived and I may not reopen it.");
            case 160005 -> new Outcome.Blocked("The thread is locked: somebody who manages threads has to unlock it.");
            case 200000, 200001 -> new Outcome.Failed("This server's AutoMod blocked the message.");
            case 240000 -> new Outcome.Failed("Discord takes a link in the message for harmful.");
            case 50006, 50035 -> bug(answer);
            // Of webhooks, which we don't use: the status alone would say that our token is bad.
            case 50027 -> new Outcome.Failed("Discord refused the message" + told(answer));
            default -> null;
        };
    }

    /** Retrying what we built wrongly would only be wrong again. */
    private static Outcome bug(Reply.Answered answer) {
        log.error("Discord calls a message of ours malformed, which is a bug: {}", answer.body());
        return new Outcome.Failed("Discord calls the message malformed (code " + answer.code()
                + "); that is a bug of ours and in the log.");
    }

    static Outcome.Refused refused() {
        return new Outcome.Refused("Discord refuses the token: it is wrong or was revoked.");
    }

    private static String told(Reply.Answered answer) {
        String message = answer.body().path("message").asText("");
        return message.isEmpty() ? "." : " (" + answer.code() + " " + message + ").";
    }
}
