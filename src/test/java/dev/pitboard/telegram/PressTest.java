package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.delivery.Post;
import dev.pitboard.loopback.telegram.Events;
import dev.pitboard.loopback.telegram.Fault;
import dev.pitboard.loopback.telegram.Recorder;
import dev.pitboard.loopback.telegram.SentMessage;
import dev.pitboard.loopback.telegram.Standing;
import dev.pitboard.loopback.telegram.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Buttons: what they run, for whom, and what becomes of the message. */
class PressTest {
    private final TelegramFixture bot = new TelegramFixture().started();
    private final World world = bot.telegram.world();
    private final Events events = bot.telegram.events();
    private final Recorder recorder = bot.telegram.recorder();

    @AfterEach
    void stop() {
        bot.close();
        assertEquals(List.of(), recorder.mistakes());
    }

    private SentMessage posted(long chat, String commandLine) {
        Card card = Card.titled(Tone.INFO, "Press")
                .action(new Action.Run("Go", commandLine))
                .build();
        bot.connection.messenger().send(Post.once(TelegramFixture.chat(chat), card, null));
        return recorder.messages(chat).getLast();
    }

    @Test
    void aButtonAnswersAnew() {
        var ana = world.person("Ana");
        long group = world.group("Fans");
        String query = events.presses(ana, posted(group, "next-session gt4"), "Go");

        assertEquals("", recorder.awaitAnswer(query).text());
        assertEquals("🏁 Next: gt4", recorder.awaitMessages(group, 2).getLast().text());
    }

    @Test
    void pagesTurnInPlaceBothWays() {
        var ana = world.person("Ana");
        long chat = world.privateChat(ana);
        events.says(ana, chat, "/calendar");
        SentMessage first = recorder.awaitMessages(chat, 1).getFirst();
        assertTrue(first.text().contains("Round 1 ") || first.text().contains("Round 1\n"), first.text());

        events.presses(ana, first, "2 ›");
        SentMessage second = recorder.awaitMessage(chat, m -> m.edits() == 1);
        assertEquals(first.messageId(), second.messageId());
        assertFalse(second.text().contains("Round 2\n"), second.text());
        recorder.awaitAnswer(events.presses(ana, second, "2 / 4"));
        events.presses(ana, second, "‹ 1");
        SentMessage back = recorder.awaitMessage(chat, m -> m.edits() == 2);

        assertEquals(first.text(), back.text());
        assertEquals(1, recorder.messages(chat).size());
    }

    @Test
    void aPageOfADeletedMessageIsSentAnew() {
        var ana = world.person("Ana");
        long chat = world.privateChat(ana);
        events.says(ana, chat, "/calendar");
        SentMessage first = recorder.awaitMessages(chat, 1).getFirst();
        world.deleteMessage(chat, first.messageId());
        events.presses(ana, first, "2 ›");

        assertTrue(recorder.awaitMessages(chat, 2).getLast().text().contains("Round 150"));
    }

    @Test
    void theRightsOfWhoPressesCount() {
        var ana = world.person("Ana");
        var ben = world.person("Ben");
        long group = world.supergroup("Fans");
        world.member(group, ben, Standing.ADMINISTRATOR);
        SentMessage message = posted(group, "reminders on");

        var refused = recorder.awaitAnswer(events.presses(ana, message, "Go"));
        assertTrue(refused.alert());
        assertTrue(refused.text().contains("for admins"), refused.text());
        assertEquals(
                "", recorder.awaitAnswer(events.presses(ben, message, "Go")).text());
        recorder.awaitMessage(group, m -> m.text().contains("Reminders are on"));
        assertEquals(2, recorder.messages(group).size());
    }

    @Test
    void aMistakePopsUpWhereOnlyThatPersonSeesIt() {
        var ana = world.person("Ana");
        long group = world.group("Fans");

        var answer = recorder.awaitAnswer(events.presses(ana, posted(group, "mistake"), "Go"));

        assertTrue(answer.alert());
        assertTrue(answer.text().contains("There is no such round."));
        assertEquals(1, recorder.messages(group).size());
    }

    @Test
    void aLineTooLongForAButtonIsKeptAndAnUnknownOneIsOwned() {
        var ana = world.person("Ana");
        long chat = world.privateChat(ana);
        String series = "ä".repeat(60);
        SentMessage message = posted(chat, "next-session " + series);
        events.presses(ana, message, "Go");
        recorder.awaitMessage(chat, m -> m.text().contains(series));

        String forgotten = events.pressesForged(ana, message, "#nobody-knows-it");
        assertTrue(recorder.awaitAnswer(forgotten).text().contains("type the command again"));
        String forged = events.pressesForged(ana, message, "drop table");
        assertTrue(recorder.awaitAnswer(forged).text().contains("There is no command"));
    }

    @Test
    void aPressThatCameTooLateIsStillCarriedOut() {
        var ana = world.person("Ana");
        long group = world.group("Fans");
        bot.telegram
                .faults()
                .failNext(
                        "answerCallbackQuery",
                        1,
                        new Fault.Refused(
                                400,
                                "Bad Request: query is too old and response timeout expired or query ID is invalid"));
        events.presses(ana, posted(group, "next-session"), "Go");

        recorder.awaitMessages(group, 2);
    }
}
