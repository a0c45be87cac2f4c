package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.SendMessage;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.loopback.telegram.Fault;
import dev.pitboard.loopback.telegram.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What answers mean for a message besides the refusals of {@link ErrorTableTest}, and what is done with them. */
class OutcomeTableTest {
    private final TelegramFixture bot = new TelegramFixture();
    private final World world = bot.telegram.world();
    private final long group = world.supergroup("Fans");

    @AfterEach
    void stop() {
        bot.close();
    }

    /** Long after the last one, so that no pace holds it back. */
    private Outcome send(ChatRef chat, int attempt) {
        bot.later(Duration.ofMinutes(2));
        return sendNow(chat, attempt);
    }

    private Outcome sendNow(ChatRef chat, int attempt) {
        return bot.connection
                .messenger()
                .send(new Post(null, chat, TelegramFixture.card("Race 1"), "a role", false, attempt, null));
    }

    private Outcome send(ChatRef chat) {
        return send(chat, 1);
    }

    private Outcome sendWith(Fault fault) {
        bot.telegram.faults().failNext("sendMessage", 1, fault);
        return send(TelegramFixture.chat(group));
    }

    @Test
    void aTopicThatIsGoneFallsBackToTheChatAndSaysSo() {
        long forum = world.forum("Fans");
        int topic = world.topic(forum);
        var inTopic = assertInstanceOf(Outcome.Sent.class, send(TelegramFixture.topic(forum, topic)));
        assertNull(inTopic.remark());
        world.closeTopic(forum, topic);
        var closed = assertInstanceOf(Outcome.Blocked.class, send(TelegramFixture.topic(forum, topic)));
        assertTrue(closed.reason().contains("Reopen it"));
        world.deleteTopic(forum, topic);
        var fallen = assertInstanceOf(Outcome.Sent.class, send(TelegramFixture.topic(forum, topic)));

        assertNotNull(fallen.remark());
        assertNull(bot.telegram.recorder().messages(forum).getLast().threadId());
        bot.telegram.faults().failNext("sendMessage", 1, new Fault.Refused(400, "Bad Request: TOPIC_DELETED"));
        assertInstanceOf(Outcome.Sent.class, send(TelegramFixture.topic(forum, topic)));
    }

    @Test
    void formattingThatCannotBeReadGoesOutAsPlainTextOnce() {
        try (var log = new CapturedLog()) {
            var sent = assertInstanceOf(
                    Outcome.Sent.class,
                    sendWith(new Fault.Refused(400, "Bad Request: can't parse entities: Unsupported start tag")));
            assertNull(sent.remark());
            assertTrue(log.text().contains("Our formatting is wrong"));
        }
        assertEquals(
                "🏁 Race 1", bot.telegram.recorder().messages(group).getFirst().html());
        bot.telegram.faults().failNext("sendMessage", 1, new Fault.Refused(400, "Bad Request: can't parse entities"));
        assertInstanceOf(Outcome.Failed.class, sendWith(new Fault.Refused(400, "Bad Request: can't parse entities")));
    }

    @Test
    void tooManyRequestsWaitAsToldAndSeveralChatsAtOnceHoldEverythingBack() {
        var first = assertInstanceOf(Outcome.Wait.class, sendWith(new Fault.TooManyRequests(7)));
        assertEquals(new Outcome.Wait(Duration.ofSeconds(7), false, first.reason()), first);
        long other = world.supergroup("Others");
        long third = world.supergroup("Third");
        bot.telegram.faults().failNext("sendMessage", 2, new Fault.TooManyRequests(3));
        send(TelegramFixture.chat(other));
        var second = assertInstanceOf(Outcome.Wait.class, sendNow(TelegramFixture.chat(third), 1));

        assertEquals(new Outcome.Wait(Duration.ofSeconds(3), true, second.reason()), second);
    }

    @Test
    void whatSurelyWasNotDoneWaitsAndWhatMayHaveBeenIsUnsure() {
        assertInstanceOf(Outcome.Wait.class, sendWith(new Fault.HtmlPage(503)));
        assertInstanceOf(Outcome.Unsure.class, sendWith(new Fault.HtmlPage(502)));
        assertInstanceOf(Outcome.Unsure.class, sendWith(new Fault.HtmlPageAfter(504)));
        assertInstanceOf(Outcome.Unsure.class, sendWith(new Fault.EmptyBody(200)));
        assertInstanceOf(Outcome.Unsure.class, sendWith(new Fault.DroppedAfter()));
        assertEquals(2, bot.telegram.recorder().messages(group).size(), "none was posted again by itself");
    }

    @Test
    void aMessageThatComesBackUnreadableHasArrived() {
        var afterTheLibrarysTime = Instant.parse("2039-01-01T00:00:00Z").getEpochSecond();
        var request = new SendMessage(
                        group, "<tg-time unix=\"" + afterTheLibrarysTime + "\" format=\"t\">later</tg-time>")
                .parseMode(ParseMode.HTML);
        var client = new BotClient(bot.settings());

        assertInstanceOf(Reply.Done.class, client.call(request));
        client.close();
    }

    @Test
    void anAnswerThatComesTooLateIsUnsure() {
        var impatient = new BotClient(bot.settings(), Duration.ofMillis(200));
        bot.telegram.faults().failNext("sendMessage", 1, new Fault.Late(Duration.ofSeconds(2)));

        var reply = impatient.call(new SendMessage(group, "Race 1"));

        assertInstanceOf(Reply.Lost.class, reply);
        impatient.close();
    }

    @Test
    void nobodyThereMeansWaitForTheWholePlatformLongerEachTime() {
        bot.telegram.close();
        var first = assertInstanceOf(Outcome.Wait.class, send(TelegramFixture.chat(group)));
        assertTrue(first.wholePlatform());
        assertTrue(first.atLeast().compareTo(Duration.ofSeconds(1)) >= 0);
        var later = assertInstanceOf(Outcome.Wait.class, send(TelegramFixture.chat(group), 6));
        assertTrue(later.atLeast().compareTo(Duration.ofSeconds(20)) >= 0);
        var much = assertInstanceOf(Outcome.Wait.class, send(TelegramFixture.chat(group), 40));
        assertEquals(Duration.ofSeconds(60), much.atLeast());
    }
}
