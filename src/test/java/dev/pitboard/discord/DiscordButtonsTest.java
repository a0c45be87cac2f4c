package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.loopback.discord.FakeUser;
import dev.pitboard.loopback.discord.PendingInteraction;
import dev.pitboard.loopback.discord.PendingInteraction.FirstAnswer;
import dev.pitboard.loopback.discord.PostedMessage;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People press buttons. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DiscordButtonsTest {
    private final Paddock paddock = new Paddock();

    @BeforeAll
    void open() {
        paddock.open();
    }

    @AfterAll
    void close() {
        paddock.close();
    }

    private PostedMessage ask(String line) {
        return paddock.discord
                .slash(paddock.fan, paddock.channel, line, Map.of())
                .answer();
    }

    private PendingInteraction press(FakeUser user, PostedMessage message, String label) {
        return paddock.discord.press(user, message, message.button(label).customId());
    }

    @Test
    void anybodyTurnsThePageInPlace() {
        PostedMessage first = ask("timetable");
        assertTrue(first.text().contains("**1.**  Session 1 "), first.text());

        PendingInteraction pressed = press(paddock.boss, first, "Next ›");

        assertEquals(FirstAnswer.UPDATE, pressed.firstAnswer());
        PostedMessage second = pressed.answer();
        assertEquals(first.id(), second.id());
        assertTrue(second.text().contains("Page 2 of "), second.text());
        assertFalse(second.text().contains("**1.**  Session 1 "), second.text());
        PostedMessage back = press(paddock.fan, second, "‹ Previous").answer();
        assertEquals(first.text(), back.text());
    }

    @Test
    void anAnswerToAButtonIsForThePresserAlone() {
        PostedMessage answer =
                press(paddock.boss, ask("next-session"), "Timetable").answer();

        assertTrue(answer.isEphemeral());
        assertTrue(answer.text().contains("Session 1 "), answer.text());
    }

    @Test
    void aButtonHasTheRightsOfWhoPressesIt() {
        PostedMessage message = ask("next-session");

        assertTrue(press(paddock.fan, message, "Remind me").answer().text().contains("Manage Server"));
        assertTrue(press(paddock.boss, message, "Remind me").answer().text().contains("Reminders are on"));
    }

    @Test
    void aLongLineIsKept() {
        PostedMessage answer = press(paddock.fan, ask("next-session"), "Long").answer();

        assertTrue(answer.text().contains("x".repeat(200)), answer.text());
    }

    @Test
    void aLineThatNoCommandTakesAnyMoreIsAMistake() {
        PostedMessage answer =
                press(paddock.fan, ask("next-session"), "Tomorrow").answer();

        assertTrue(answer.isEphemeral());
        assertTrue(answer.text().contains("There is no command /tomorrow"), answer.text());
    }
}
