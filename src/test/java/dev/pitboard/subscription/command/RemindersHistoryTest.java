package dev.pitboard.subscription.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.delivery.Ledger;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Start;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What history says of each fate, and what it leaves to other chats. */
class RemindersHistoryTest {
    private static final Pattern WHERE = Pattern.compile(" · [^\n]*");

    private final Scene scene = new Scene();

    /** The fates, newest first, without where it was. */
    private List<String> fates() {
        return scene.type("reminders history")
                .lines()
                .filter(l -> l.startsWith("  "))
                .map(l -> WHERE.matcher(l).replaceAll("").strip())
                .toList();
    }

    @Test
    void everyFateIsSaidInPlainWordsNewestFirst() {
        scene.type("reminders on");
        new Past(scene).eventful();
        assertEquals(
                List.of(
                        "On the way: it goes out when it is due",
                        "Being sent",
                        "The latest try: The platform is busy.",
                        "In doubt: nobody can tell whether it arrived",
                        "The answer was lost.",
                        "Covered: said already, and the start then moved by too little to say it again",
                        "Sent at {TIME 2023-09-30T13:50:01Z}",
                        "The role could not be pinged.",
                        "Expired: by the time it could have gone out it was of no use any more",
                        "Failed: it could not be delivered",
                        "I may not post here: give me the right to send messages.",
                        "Sent late, at {TIME 2023-09-29T13:31:30Z}",
                        "Overtaken: a later reminder of the same start was due too and went instead",
                        "Sent late, at {TIME 2023-09-29T09:14:00Z}",
                        "Sent at {TIME 2023-09-29T08:20:01Z}"),
                fates());
        String text = scene.type("reminders history");
        assertTrue(
                text.contains("paragraph 11 were promised: 2 sent on time, 2 sent late, 2 on the way, 1 expired,"
                        + " 1 overtaken, 1 covered, 1 in doubt, 1 failed.\n"),
                text);
    }

    @Test
    void whatIsOverdueWithdrawnOrReplacedSaysSo() {
        scene.type("reminders on");
        Past past = new Past(scene);
        past.promised("race-1", 60, "2023-09-30T14:50:00Z", "2023-09-30T13:50:00Z");
        scene.now = Instant.parse("2023-09-30T13:51:00Z");
        assertEquals(List.of("On the way: it goes out as soon as it can"), fates());
        scene.subscriptions.supersede(
                new Ledger.PlannedStart(
                        Start.of(SessionId.parse("gt4-european/2023/barcelona/race-1")),
                        Instant.parse("2023-09-30T14:50:00Z")),
                "moved",
                scene.now);
        past.promised("race-1", 60, "2023-09-30T15:50:00Z", "2023-09-30T14:50:00Z");
        scene.type("reminders off");
        past.sent("2023-09-30T14:51:00Z", null);
        assertEquals(
                List.of(
                        "Withdrawn: reminders were turned off or changed before this went out",
                        "Replaced: the session was moved or cancelled before this went out"),
                fates());
    }

    @Test
    void whatWasSentDaysLaterSaysTheDayToo() {
        scene.type("reminders on before=14d");
        new Past(scene)
                .promised("race-1", 14 * 24 * 60, "2023-10-20T14:50:00Z", "2023-10-06T14:50:00Z")
                .sent("2023-10-08T09:00:00Z", null);
        assertEquals(List.of("Sent late, at {DATE_TIME 2023-10-08T09:00:00Z}"), fates());
    }

    @Test
    void onlyThisChatAndThatSeries() {
        scene.withSecondSeries();
        scene.type("reminders on gt4");
        Past past = new Past(scene);
        past.promised("race-1", 60, "2023-09-30T14:50:00Z", "2023-09-30T13:50:00Z");
        assertTrue(scene.type("reminders history gt4").contains("Race 1 (1h before)"));
        assertTrue(scene.type("reminders history").contains("paragraph 1 was promised: 1 on the way."));
        assertTrue(scene.type("reminders history gtwc")
                .startsWith("INFO No reminder of GT World Challenge has been due in this chat yet"));
        assertTrue(scene.type("reminders history nascar").startsWith("MISTAKE"));
        scene.chat = Scene.TELEGRAM;
        assertTrue(scene.type("reminders history").startsWith("INFO No reminders in this chat"));
    }

    @Test
    void whatTheSeasonFilesDoNotHaveAnyMoreIsStillThere() {
        scene.type("reminders on");
        new Past(scene).promised("race-1", 60, "2023-09-30T14:50:00Z", "2023-09-30T13:50:00Z");
        scene.timetable = Timetable.empty();
        String text = scene.type("reminders history gt4-european");
        assertTrue(text.contains("*gt4-european/2023/barcelona/race-1 (1h before)*"), text);
        assertTrue(text.contains(" · gt4-european\n"), text);
    }

    @Test
    void theNewestFiftyAreShown() {
        scene.type("reminders on");
        new Past(scene).long60();
        String text = scene.type("reminders history");
        assertEquals(50, text.lines().filter(l -> l.startsWith("row ")).count());
        assertTrue(text.contains("paragraph The newest 50: 50 sent on time.\n"), text);
        assertTrue(text.contains("{WEEKDAY_DATE_TIME 2023-11-27T08:20:00Z}"), text);
        assertFalse(text.contains("{WEEKDAY_DATE_TIME 2023-09-29T08:20:00Z}"), text);
    }
}
