package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.loopback.discord.PostedMessage;
import dev.pitboard.loopback.telegram.SentMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weekend that begins with a pasted press release and does not go as planned, on Discord and Telegram at once. */
final class ChangesAcceptanceTest {
    @TempDir
    private Path folder;

    @Test
    void aPastedReleaseRunsTheWeekend() throws Exception {
        String release = Files.readString(Path.of("src/test/resources/importing/barcelona.txt"));
        try (Paddock paddock = new Paddock(folder, "2023-09-28T10:00:00Z").withoutSeries()) {
            paddock.boot();
            paddock.steward("telegram:" + paddock.admin.id());
            SentMessage preview =
                    paddock.asksTelegram("/import\n" + release, m -> m.text().contains("GT4 European Series"));
            assertTrue(preview.text().contains("new"), preview.text());
            SentMessage answered = paddock.pressesTelegram(preview, b -> b.contains("new"));
            SentMessage approved = paddock.pressesTelegram(answered, b -> b.startsWith("Approve"));
            assertTrue(approved.text().contains("in force"), approved.text());

            paddock.everybodyTurnsRemindersOn("gt4-european-series");
            paddock.at("2023-09-29T09:10:00Z");
            assertEquals(2, paddock.onDiscord().size());
            assertTrue(paddock.onDiscord().getLast().content().contains("Free Practice 1"));
            paddock.at("2023-09-30T14:45:00Z");
            assertTrue(paddock.onDiscord().getLast().content().contains("Race 1"));
            paddock.at("2023-10-01T10:30:00Z");
            assertEquals(10, paddock.onDiscord().size(), "two for each of five sessions");
            assertEquals(10, paddock.onTelegram().size(), paddock.onTelegram().toString());
        }
    }

    @Test
    void aRaceThatIsDelayedAfterItsReminderWentOut() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-30T13:00:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            paddock.steward("discord:" + paddock.manager.id());
            paddock.at("2023-09-30T13:50:00Z");
            assertEquals(1, paddock.onDiscord().size(), "the hour's reminder");

            paddock.at("2023-09-30T14:10:00Z");
            PostedMessage question = paddock.asksDiscord("session delay", Map.of("session", "race 1", "amount", "20m"));
            assertTrue(question.text().contains("chats"), question.text());
            assertEquals(1, paddock.onDiscord().size(), "nothing is done before somebody says so");
            PostedMessage done = paddock.pressesDiscord(question, "Delay");
            assertTrue(done.text().contains("moved") || done.text().contains("delayed"), done.text());
            paddock.settle();

            List<PostedMessage> posts = paddock.onDiscord();
            assertEquals(2, posts.size(), () -> posts.toString());
            assertTrue(posts.getFirst().isEdited(), "the reminder that was posted says the new time");
            assertTrue(
                    posts.getFirst().text().contains("1696086600"),
                    posts.getFirst().text());
            PostedMessage notice = posts.getLast();
            assertTrue(notice.text().contains("1696085400"), "the old time: " + notice.text());
            assertTrue(notice.text().contains("1696086600"), "the new time: " + notice.text());
            assertEquals(List.of(paddock.role.id()), notice.pingedRoles());

            List<SentMessage> telegram = paddock.telegramServer.recorder().messages(paddock.group);
            assertEquals(1, telegram.stream().filter(m -> m.edits() > 0).count(), telegram.toString());
            assertEquals(
                    2,
                    telegram.stream()
                            .filter(ChangesAcceptanceTest::saysTheNewTime)
                            .count());

            paddock.at("2023-09-30T14:59:59Z");
            assertEquals(2, paddock.onDiscord().size(), "the hour is not said again");
            paddock.at("2023-09-30T15:00:00Z");
            assertEquals(3, paddock.onDiscord().size(), "ten minutes before the new start");
            assertEquals(List.of(), paddock.telegramServer.recorder().mistakes());
        }
    }

    private static boolean saysTheNewTime(SentMessage message) {
        return message.html().contains("1696086600");
    }

    @Test
    void aWeekendThatIsSilencedAndResumed() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-30T08:00:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            paddock.steward("discord:" + paddock.manager.id());
            PostedMessage silenced = paddock.asksDiscord("silence", Map.of());
            assertFalse(silenced.text().isEmpty());
            // Qualifying's two reminders (08:25Z, 09:15Z) pass in silence, and its start.
            paddock.at("2023-09-30T09:30:00Z");
            assertEquals(0, paddock.onDiscord().size());
            // Race 1's hour (13:50Z) is held and still of use when it goes on.
            paddock.at("2023-09-30T14:00:00Z");
            assertEquals(0, paddock.onDiscord().size());
            paddock.asksDiscord("resume", Map.of());
            paddock.settle();
            assertEquals(1, paddock.onDiscord().size());
            assertTrue(paddock.onDiscord().getLast().content().contains("Race 1"));
            paddock.at("2023-09-30T14:40:00Z");
            assertEquals(2, paddock.onDiscord().size());
        }
    }

    @Test
    void whatChangesTwiceInASilenceIsToldOnceAfterIt() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-30T13:00:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            paddock.steward("discord:" + paddock.manager.id());
            paddock.asksDiscord("silence", Map.of());
            delay(paddock);
            paddock.at("2023-09-30T13:10:00Z");
            delay(paddock);
            paddock.settle();
            assertEquals(0, paddock.onDiscord().size());
            paddock.asksDiscord("resume", Map.of());
            paddock.settle();
            assertEquals(
                    1, paddock.onDiscord().size(), () -> paddock.onDiscord().toString());
            String text = paddock.onDiscord().getFirst().text();
            assertTrue(text.contains("1696085400"), "what was told last, 14:50Z: " + text);
            assertTrue(text.contains("1696087800"), "what is so now, 15:30Z: " + text);

            paddock.asksDiscord("silence", Map.of());
            PostedMessage undo = paddock.pressesDiscord(delay(paddock), "Undo");
            paddock.pressesDiscord(undo, "Take it back");
            paddock.asksDiscord("resume", Map.of());
            paddock.settle();
            assertEquals(1, paddock.onDiscord().size(), "it is as it was told");
        }
    }

    private static PostedMessage delay(Paddock paddock) throws Exception {
        Map<String, String> race1 = Map.of("session", "race 1", "amount", "20m");
        return paddock.pressesDiscord(paddock.asksDiscord("session delay", race1), "Delay");
    }

    @Test
    void aRoundThatIsCancelledInItsFileIsToldOnceAndItsRemindersSayIt() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-29T08:00:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            paddock.at("2023-09-29T08:20:00Z");
            paddock.edit(2023, "- id: barcelona\n", "- id: barcelona\n    status: cancelled\n");
            List<PostedMessage> posts = paddock.onDiscord();
            assertEquals(2, posts.size(), () -> posts.toString());
            assertTrue(posts.getFirst().isEdited());
            assertTrue(
                    posts.getFirst().text().contains("cancelled"),
                    posts.getFirst().text());
            assertTrue(
                    posts.getLast().text().contains("cancelled"),
                    posts.getLast().text());
            paddock.at("2023-10-01T10:30:00Z");
            assertEquals(2, paddock.onDiscord().size());
        }
    }
}
