package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.loopback.telegram.Events;
import dev.pitboard.loopback.telegram.Fault;
import dev.pitboard.loopback.telegram.Recorder;
import dev.pitboard.loopback.telegram.SentMessage;
import dev.pitboard.loopback.telegram.Standing;
import dev.pitboard.loopback.telegram.World;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people type, everywhere where they can. */
class TypedCommandTest {
    private final TelegramFixture bot = new TelegramFixture().started();
    private final World world = bot.telegram.world();
    private final Events events = bot.telegram.events();
    private final Recorder recorder = bot.telegram.recorder();

    @AfterEach
    void nothingWasMeantOtherwise() {
        bot.close();
        assertEquals(List.of(), recorder.mistakes());
    }

    @Test
    void aPrivateChatIsAnswered() {
        var ana = world.person("Ana");
        events.says(ana, world.privateChat(ana), "/next_session gt4");

        SentMessage answer = recorder.awaitMessage(ana.id(), _ -> true);

        assertEquals("🏁 Next: gt4", answer.text());
        assertNull(answer.replyTo());
        assertEquals("Calendar", answer.buttons().getFirst().text());
        assertEquals(Long.toString(ana.id()), bot.requests.element().space());
        assertTrue(bot.requests.element().caller().mayManage());
    }

    @Test
    void aGroupIsAnsweredWithAReplyAndOtherBotsNamesAreLeftAlone() {
        var ana = world.person("Ana");
        long group = world.group("Fans");
        world.privacyMode(false);
        events.says(ana, group, "/next_session@other_bot");
        events.says(ana, group, "hello everybody");
        int question = events.says(
                ana, group, "/next_session@" + bot.telegram.botName().toUpperCase(Locale.ROOT) + " gt4");

        SentMessage answer = recorder.awaitMessage(group, _ -> true);
        recorder.awaitPoll();

        assertEquals(question, answer.replyTo());
        assertEquals(1, recorder.messages(group).size());
    }

    @Test
    void anAnswerStaysInItsTopicAndOutsideOfTopicsInTheChat() {
        var ana = world.person("Ana");
        long forum = world.forum("Fans");
        int topic = world.topic(forum);
        events.says(ana, forum, topic, "/next_session");
        events.says(ana, forum, "/calendar");

        assertEquals(
                topic,
                recorder.awaitMessage(forum, m -> m.text().contains("Next")).threadId());
        assertNull(
                recorder.awaitMessage(forum, m -> m.text().contains("Calendar")).threadId());
        assertEquals(Integer.toString(topic), bot.requests.element().chat().topic());
    }

    @Test
    void aChannelPostIsAnsweredAndCountsAsTheChannelItself() {
        long channel = world.channel("Team");
        events.posts(channel, "/reminders on");

        assertEquals(
                "✅ Reminders are on", recorder.awaitMessage(channel, _ -> true).text());
    }

    @Test
    void onlyAdminsAndTheGroupItselfMayManage() {
        var ana = world.person("Ana");
        var ben = world.person("Ben");
        long group = world.supergroup("Fans");
        world.member(group, ben, Standing.ADMINISTRATOR);
        long channel = world.channel("Elsewhere");

        events.says(ana, group, "/reminders on");
        assertTrue(recorder.awaitMessages(group, 1).getLast().text().contains("for admins"));
        events.says(ben, group, "/reminders on");
        assertTrue(recorder.awaitMessages(group, 2).getLast().text().contains("Reminders are on"));
        events.saysAsChat(group, "/reminders on");
        assertTrue(recorder.awaitMessages(group, 3).getLast().text().contains("Reminders are on"));
        events.saysAsChannel(group, channel, "/reminders on");
        assertTrue(recorder.awaitMessages(group, 4).getLast().text().contains("for admins"));
        assertEquals(1, recorder.calls("getChatAdministrators").size(), "kept for a few seconds");
    }

    @Test
    void startGreetsWithAButtonThatTurnsRemindersOn() {
        var ana = world.person("Ana");
        events.starts(ana, "from_a_link");

        SentMessage greeting = recorder.awaitMessage(ana.id(), _ -> true);
        assertEquals("Hello from Pitboard", greeting.text());
        events.presses(ana, greeting, "Turn reminders on");

        assertNotNull(recorder.awaitMessage(ana.id(), m -> m.text().equals("✅ Reminders are on")));
    }

    @Test
    void anAnswerThatHasToWaitIsSentLater() {
        var ana = world.person("Ana");
        bot.telegram.faults().failNext("sendMessage", 1, new Fault.TooManyRequests(1));
        events.says(ana, world.privateChat(ana), "/next_session");

        recorder.awaitMessages(ana.id(), 1);
        assertEquals(2, recorder.calls("sendMessage").size());
    }

    @Test
    void textIsAnsweredWithAHintInPrivateOnly() {
        var ana = world.person("Ana");
        events.says(ana, world.privateChat(ana), "when is the race?");

        assertTrue(recorder.awaitMessage(ana.id(), _ -> true).text().contains("/help"));
    }

    @Test
    void aMistakeAndABugAreAnsweredToo() {
        var ana = world.person("Ana");
        long chat = world.privateChat(ana);
        events.says(ana, chat, "/next_sesion");
        assertTrue(recorder.awaitMessages(chat, 1).getLast().text().contains("/next_session"));
        events.says(ana, chat, "/broken");
        assertTrue(recorder.awaitMessages(chat, 2).getLast().text().contains("broke on our side"));
        events.says(ana, chat, "/calendar page=99");
        assertTrue(recorder.awaitMessages(chat, 3).getLast().text().contains("Round 300"));
    }
}
