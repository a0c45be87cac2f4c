package dev.pitboard.subscription.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Weekend;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What list and upcoming say. */
class RemindersShownTest {
    private static final String NOTHING = """
            INFO No reminders in this chat
            paragraph Turn them on with `/reminders on`: all sessions, 1h and 10m before the start, unless you say otherwise.
            button Turn reminders on -> reminders on""";

    private final Scene scene = new Scene();

    @Test
    void withoutRemindersBothSayHowToTurnThemOn() {
        assertEquals(NOTHING, scene.type("reminders list"));
        assertEquals(NOTHING, scene.type("reminders upcoming"));
        scene.chat = Scene.TERMINAL;
        assertTrue(scene.type("reminders list").contains("with `reminders on`:"));
    }

    @Test
    void listSaysWhatIsOnAndWhatIsOff() {
        scene.withSecondSeries();
        scene.choose("on", Map.of("series", "gt4-european", "role", "55", "before", "1d 0"));
        scene.type("reminders on gtwc races");
        scene.type("reminders off gtwc");
        assertEquals("""
                INFO Reminders in this chat
                row On | *GT4 European Series*
                  all sessions · 1d before the start, and at the start
                  Pings the role <role 55>
                row Off | *GT World Challenge*
                  races · 1h and 10m before the start
                  Pings nobody
                button Upcoming pings -> reminders upcoming""", scene.type("reminders list"));
        scene.timetable = Timetable.empty();
        assertTrue(scene.type("reminders list").contains("The season files don't have this series any more."));
    }

    @Test
    void upcomingIsTheNextTenWithWhenAndWhy() {
        scene.type("reminders on 1d 1h 10m");
        String text = scene.type("reminders upcoming");
        assertTrue(text.startsWith("INFO The next 10 pings in this chat\n"), text);
        assertTrue(text.contains("""
                        row {WEEKDAY_DATE_TIME 2023-09-29T08:20:00Z} | *Free Practice 1 (1h before)*
                          GT4 European Series, Barcelona · starts {TIME 2023-09-29T09:20:00Z} ({TIME 2023-09-29T09:20:00Z Europe/Madrid} at the track)
                        row {WEEKDAY_DATE_TIME 2023-09-29T09:10:00Z} | *Free Practice 1 (10m before)*
                        """), text);
        assertEquals(10, text.lines().filter(l -> l.startsWith("row ")).count());
        assertTrue(text.contains("quiet 3 more are planned after these."), text);
    }

    @Test
    void upcomingKeepsToTheKindsAndToWhatLiesAhead() {
        scene.type("reminders on races 1h 0");
        scene.now = Instant.parse("2023-09-30T13:50:00Z");
        String text = scene.type("reminders upcoming");
        assertTrue(
                text.startsWith(
                        "INFO The next 3 pings in this chat\nrow {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z} | *Race 1 (at the start)*\n"),
                text);
        scene.now = Instant.parse("2023-10-01T09:00:00Z");
        assertTrue(scene.type("reminders upcoming").startsWith("INFO The next ping in this chat\n"));
        scene.now = Instant.parse("2023-10-01T09:20:00Z");
        assertTrue(scene.type("reminders upcoming").startsWith("INFO No pings ahead\n"));
    }

    @Test
    void whatIsDueTogetherIsOnePingUnlessTheRolesDiffer() {
        scene.withSecondSeries();
        scene.type("reminders on gt4 races 10m");
        scene.type("reminders on gtwc 10m");
        String together = scene.type("reminders upcoming");
        assertTrue(together.contains("| *Race 1 (10m before) and Qualifying (10m before)*\n"), together);
        scene.choose("on", Map.of("series", "gtwc", "role", "55"));
        String apart = scene.type("reminders upcoming");
        assertTrue(
                apart.contains("| *Race 1 (10m before)*\n") && apart.contains("| *Qualifying (10m before)*\n"), apart);
        assertTrue(apart.contains("  Pings the role <role 55>"), apart);
    }

    @Test
    void aPartWithItsOwnStartIsAPingOfItsOwn() {
        scene.timetable = Weekend.barcelona()
                .add(Weekend.qualifying(Instant.parse("2023-09-30T09:50:00Z")))
                .timetable();
        scene.type("reminders on quali 10m");
        assertTrue(scene.type("reminders upcoming").contains("| *Q2 of Qualifying 1 & 2 (10m before)*\n"));
    }

    @Test
    void upcomingSaysWhatIsDelayedAndWhatIsNotConfirmed() {
        scene.now = Instant.parse("2023-09-30T16:00:00Z");
        scene.timetable = Weekend.barcelona().add(Weekend.race1(Status.DELAYED)).timetable();
        scene.type("reminders on");
        String sentence = "Race 1 is delayed, with no new time yet: its pings come once there is one.";
        assertTrue(scene.type("reminders upcoming").contains("paragraph " + sentence));
        scene.type("reminders on practice");
        assertFalse(scene.type("reminders upcoming").contains("Race 1"), "not wanted here");
        scene.type("reminders on all");
        scene.now = Instant.parse("2023-10-01T16:00:00Z");
        assertFalse(scene.type("reminders upcoming").contains("Race 1"), "a day later nobody waits for it");
        scene.now = Instant.parse("2023-09-30T12:00:00Z");
        scene.timetable =
                Weekend.barcelona().add(Weekend.race1(Status.TENTATIVE)).timetable();
        String tentative = scene.type("reminders upcoming");
        assertTrue(tentative.contains("Race 1 (1h before)"), tentative);
        assertTrue(tentative.contains(" at the track), time not confirmed"), tentative);
    }
}
