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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each refusal means for a message. */
class OutcomeTableTest {
    private final TelegramFixture bot = new TelegramFixture();
    private final World world = bot.telegram.world();
    private final long group = world.supergroup("Fans");

    @AfterEach
    void stop() {
        bot.close();
    }

    private Outcome send(ChatRef chat, int attempt) {
        return bot.connection
                .messenger()
                .send(new Post("m1", chat, TelegramFixture.card("Race 1"), "a role", attempt, null));
    }

    private Outcome send(ChatRef chat) {
        return send(chat, 1);
    }

    private Outcome sendWith(Fault fault) {
        bot.telegram.faults().failNext("sendMessage", 1, fault);
        return send(TelegramFixture.chat(group));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        403 | Forbidden: bot was blocked by the user                          | Blocked
        403 | Forbidden: user is deactivated                                  | Gone
        403 | Forbidden: bot can't initiate conversation with a user          | Blocked
        403 | Forbidden: bot was kicked from the group chat                   | Blocked
        403 | Forbidden: bot was kicked from the supergroup chat              | Blocked
        403 | Forbidden: bot was kicked from the channel chat                 | Blocked
        403 | Forbidden: bot is not a member of the channel chat              | Blocked
        403 | Forbidden: the group chat was deleted                           | Gone
        403 | Forbidden: something new                                        | Blocked
        400 | Bad Request: chat not found                                     | Gone
        400 | Bad Request: private chat not found                             | Gone
        400 | BAD REQUEST: CHAT NOT FOUND                                     | Gone
        400 | Bad Request: TOPIC_CLOSED                                       | Blocked
        400 | Bad Request: not enough rights to send text messages to the chat | Denied
        400 | Bad Request: need administrator rights in the channel chat      | Blocked
        400 | Bad Request: CHAT_WRITE_FORBIDDEN                               | Blocked
        400 | Bad Request: message is too long                                | Failed
        400 | Bad Request: something new                                      | Failed
        401 | Unauthorized                                                    | Refused
        404 | Not Found                                                       | Refused
        413 | Request Entity Too Large                                        | Failed
        500 | Internal Server Error                                           | Wait
        502 | Bad Gateway                                                     | Wait
        """)
    void aRefusalMeans(int code, String description, String outcome) {
        assertEquals(
                outcome,
                sendWith(new Fault.Refused(code, description)).getClass().getSimpleName());
        assertEquals(0, bot.telegram.recorder().messages(group).size());
    }

    @Test
    void theServiceItselfRefusesAlike() {
        var ana = world.person("Ana");
        world.privateChat(ana);
        world.deactivate(ana);
        assertInstanceOf(Outcome.Gone.class, send(TelegramFixture.chat(ana.id())));
        assertInstanceOf(Outcome.Gone.class, send(TelegramFixture.chat(-77)));
        assertInstanceOf(Outcome.Sent.class, send(TelegramFixture.chat(group)));
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
        bot.telegram.faults().failNext("sendMessage", 1, new Fault.TooManyRequests(3));
        var second = assertInstanceOf(Outcome.Wait.class, send(TelegramFixture.chat(other)));

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
