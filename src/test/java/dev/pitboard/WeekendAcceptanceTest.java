package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.loopback.discord.PostedMessage;
import dev.pitboard.store.EmbeddedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The GT4 European finale at Barcelona, from Friday morning to Sunday noon, on three platforms at once. */
final class WeekendAcceptanceTest {
    @TempDir
    private Path folder;

    @Test
    void theWholeWeekendWithACrashInTheMiddle() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-29T06:00:00Z")) {
            playTheWholeWeekend(paddock);
        }
    }

    @Test
    void theWholeWeekendOnPostgreSql() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-29T06:00:00Z").on(EmbeddedServer.freshDatabase())) {
            playTheWholeWeekend(paddock);
        }
    }

    private static void playTheWholeWeekend(Paddock paddock) throws Exception {
        paddock.boot();
        paddock.everybodyTurnsRemindersOn();

        paddock.at("2023-09-29T08:19:59Z");
        expect(paddock);
        paddock.at("2023-09-29T08:20:00Z");
        expect(paddock, "Free Practice 1");
        paddock.at("2023-09-29T09:10:00Z");
        expect(paddock, "Free Practice 1", "Free Practice 1");
        paddock.at("2023-09-29T13:35:00Z");
        expect(paddock, "Free Practice 1", "Free Practice 1", "Free Practice 2", "Free Practice 2");

        // Down over qualifying's one-hour reminder (08:25Z); back eight minutes after it was due.
        paddock.stop();
        paddock.awayUntil("2023-09-30T08:33:00Z");
        paddock.boot();
        expectLast(paddock, 5, "Qualifying 1 & 2");
        assertTrue(paddock.wall.getLast().contains("is late"), paddock.wall.getLast());

        paddock.at("2023-09-30T09:20:00Z");
        expectLast(paddock, 6, "Qualifying 1 & 2");
        assertTrue(!paddock.wall.getLast().contains("is late"), paddock.wall.getLast());
        paddock.at("2023-09-30T14:45:00Z");
        expectLast(paddock, 8, "Race 1");
        paddock.at("2023-10-01T10:30:00Z");
        expectLast(paddock, 10, "Race 2");

        List<PostedMessage> posts = paddock.onDiscord();
        assertEquals(10, posts.stream().map(p -> p.nonce()).distinct().count());
        for (PostedMessage post : posts) {
            assertEquals(List.of(paddock.role.id()), post.pingedRoles(), post.content());
        }
        assertEquals(List.of(), paddock.telegramServer.recorder().mistakes());
    }

    @Test
    void aStartThatMovesAndMovesBackAndIsCorrectedByMinutes() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-30T10:30:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();

            // Race 1 from 16:50 to 17:50 while nothing was sent: a notice at once, nothing at 15:50.
            paddock.edit(2023, "2023-09-30T16:50", "2023-09-30T17:50");
            expect(paddock, "Race 1");
            assertTrue(paddock.wall.getLast().contains("now 17:50 instead of 16:50"), paddock.wall.getLast());
            paddock.at("2023-09-30T14:00:00Z");
            expect(paddock, "Race 1");
            // And back to 16:50, which is fifty minutes off by now: the notice says it, so the hour's reminder does
            // not.
            paddock.edit(2023, "2023-09-30T17:50", "2023-09-30T16:50");
            expect(paddock, "Race 1", "Race 1");
            assertTrue(paddock.wall.getLast().contains("now 16:50 instead of 17:50"), paddock.wall.getLast());
            // Corrected by four minutes: not said again, but what is posted says it; the next one comes at the new
            // time.
            int updates = paddock.updates.size();
            paddock.edit(2023, "2023-09-30T16:50", "2023-09-30T16:54");
            expect(paddock, "Race 1", "Race 1");
            assertEquals(updates + 2, paddock.updates.size());
            assertTrue(paddock.updates.getLast().contains("16:54"), paddock.updates.getLast());
            paddock.at("2023-09-30T14:43:59Z");
            expect(paddock, "Race 1", "Race 1");
            paddock.at("2023-09-30T14:44:00Z");
            expect(paddock, "Race 1", "Race 1", "Race 1");
            assertTrue(paddock.wall.getLast().contains("16:54"), paddock.wall.getLast());
        }
    }

    @Test
    void aCancelledRaceIsToldOnceAndNotAnnounced() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-10-01T06:00:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            paddock.edit(2023, "id: race-2\n", "id: race-2\n        status: cancelled\n");
            expect(paddock, "Race 2");
            assertTrue(paddock.wall.getLast().contains("cancelled"), paddock.wall.getLast());
            paddock.at("2023-10-01T09:30:00Z");
            expect(paddock, "Race 2");
        }
    }

    @Test
    void aBrokenFileTakesNothingDown() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-30T10:30:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            paddock.edit(2023, "2023-09-30T16:50", "2023-09-31T16:50");
            paddock.at("2023-09-30T13:50:00Z");
            expect(paddock, "Race 1");
        }
    }

    @Test
    void aLostAnswerAndACrashMakeOneMessageOnDiscord() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-30T10:30:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            paddock.discordServer.faults().acceptThenDrop(1);
            paddock.at("2023-09-30T13:50:00Z");
            paddock.stop();
            paddock.boot();
            assertEquals(1, paddock.onDiscord().size());
        }
    }

    @Test
    void oneOfTwoStartsMovesWhileTheirMessageWaits() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-29T06:00:00Z")) {
            paddock.writeSeason(2023, """
                    season: 2023
                    source: { name: test, checked: 2023-09-01 }
                    rounds:
                      - id: barcelona
                        number: 6
                        circuit: barcelona
                        dates: 2023-09-29..2023-10-01
                        sessions:
                          - { id: fp1, kind: practice, name: Gold practice, start: 2023-09-29T11:20, minutes: 20 }
                          - { id: race-1, kind: race, name: Race 1, start: 2023-09-29T12:10, minutes: 60 }
                    """);
            paddock.boot().everybodyTurnsRemindersOn();
            paddock.at("2023-09-29T08:30:00Z");
            expect(paddock, "Gold practice");
            // At 11:10 local time "practice in 10 min" and "race in 1 h" make one message, which can't be sent yet.
            paddock.discordServer.faults().failNext(1, 429, "POST .*/messages");
            paddock.at("2023-09-29T09:10:00Z");
            paddock.edit(2023, "2023-09-29T12:10", "2023-09-29T12:20");
            paddock.awaitOnDiscord(3);
            paddock.at("2023-09-29T09:20:00Z");
            assertEquals(
                    4,
                    paddock.onDiscord().size(),
                    () -> paddock.onDiscord().stream()
                            .map(p -> p.content())
                            .toList()
                            .toString());
            List<String> meanwhile = List.of(
                    paddock.onDiscord().get(1).content(),
                    paddock.onDiscord().get(2).content());
            assertEquals(
                    1,
                    meanwhile.stream().filter(c -> c.contains("Gold practice")).count());
            assertEquals(
                    1,
                    meanwhile.stream().filter(c -> c.contains("instead of")).count(),
                    "the notice; the message that waited says nothing of the race");
            assertTrue(paddock.onDiscord().get(3).content().contains("Race 1"), "the race's hour at its new start");
        }
    }

    @Test
    void theNightTheClocksGoBack() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-10-28T10:00:00Z")) {
            paddock.writeSeason(2023, """
                    season: 2023
                    source: { name: test, checked: 2023-10-01 }
                    rounds:
                      - id: night
                        number: 1
                        name: Night
                        circuit: misano
                        dates: 2023-10-28..2023-10-29
                        sessions:
                          - { id: fp1, kind: practice, name: First 02:30, start: 2023-10-29T02:30+02:00, minutes: 20 }
                          - { id: fp2, kind: practice, name: Second 02:30, start: 2023-10-29T02:30+01:00, minutes: 20 }
                          - { id: race-1, kind: race, name: Race 1, start: 2023-10-29T10:00, minutes: 60 }
                    """);
            paddock.boot().everybodyTurnsRemindersOn();
            paddock.at("2023-10-29T00:19:59Z");
            expect(paddock, "First 02:30");
            paddock.at("2023-10-29T00:20:00Z");
            expect(paddock, "First 02:30", "First 02:30");
            paddock.at("2023-10-29T01:20:00Z");
            expect(paddock, "First 02:30", "First 02:30", "Second 02:30", "Second 02:30");
            paddock.at("2023-10-29T07:59:59Z");
            expectLast(paddock, 4, "Second 02:30");
            paddock.at("2023-10-29T08:00:00Z");
            expectLast(paddock, 5, "Race 1");
            assertTrue(paddock.wall.getLast().contains("10:00 CET"), paddock.wall.getLast());
        }
    }

    @Test
    void theNightTheClocksGoForward() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2024-03-30T20:00:00Z")) {
            paddock.writeSeason(2024, """
                    season: 2024
                    source: { name: test, checked: 2024-03-01 }
                    rounds:
                      - id: night
                        number: 1
                        name: Night
                        circuit: misano
                        dates: 2024-03-30..2024-03-31
                        sessions:
                          - { id: fp1, kind: practice, name: Before the gap, start: 2024-03-31T01:45, minutes: 15 }
                          - { id: race-1, kind: race, name: After the gap, start: 2024-03-31T03:30, minutes: 60 }
                    """);
            paddock.boot().everybodyTurnsRemindersOn();
            // 01:45 CET is 00:45Z and 03:30 CEST is 01:30Z: forty-five minutes later, not an hour and three quarters.
            paddock.at("2024-03-31T00:30:00Z");
            expect(paddock, "Before the gap", "After the gap");
            paddock.at("2024-03-31T00:35:00Z");
            expect(paddock, "Before the gap", "After the gap", "Before the gap");
            paddock.at("2024-03-31T01:20:00Z");
            expectLast(paddock, 4, "After the gap");
            assertTrue(paddock.wall.getLast().contains("03:30 CEST"), paddock.wall.getLast());
        }
    }

    private static void expect(Paddock paddock, String... sessions) {
        assertEquals(sessions.length, paddock.wall.size(), paddock.wall.toString());
        List<PostedMessage> posts = paddock.onDiscord();
        List<String> telegram = paddock.onTelegram();
        assertEquals(
                sessions.length,
                posts.size(),
                () -> posts.stream().map(p -> p.content()).toList().toString());
        assertEquals(sessions.length, telegram.size(), telegram.toString());
        for (int i = 0; i < sessions.length; i++) {
            assertTrue(paddock.wall.get(i).contains(sessions[i]), paddock.wall.get(i));
            assertTrue(
                    posts.get(i).content().contains(sessions[i]), posts.get(i).content());
            assertTrue(telegram.get(i).contains(sessions[i]), telegram.get(i));
        }
    }

    private static void expectLast(Paddock paddock, int count, String session) {
        assertEquals(count, paddock.wall.size(), paddock.wall.toString());
        assertEquals(count, paddock.onDiscord().size());
        assertEquals(count, paddock.onTelegram().size(), paddock.onTelegram().toString());
        assertTrue(paddock.wall.getLast().contains(session));
        assertTrue(paddock.onDiscord().getLast().content().contains(session));
        assertTrue(paddock.onTelegram().getLast().contains(session));
    }
}
