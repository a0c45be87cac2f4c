package dev.pitboard.revision.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.revision.Silences.Silence;
import dev.pitboard.revision.Stewards.Steward;
import java.util.List;
import org.junit.jupiter.api.Test;

/** /silence, /resume, /history, /undo and /stewards. */
class StopAndHistoryTest {
    private final Scene scene = new Scene();

    @Test
    void silenceHoldsAtOnceAndResumeEndsIt() {
        assertTrue(scene.type("silence").startsWith("WARNING The GT4 European Series is silent"));
        assertEquals(List.of(new Silence(Scene.SERIES, "discord:7", scene.now, null)), scene.silences.at(scene.now));
        assertTrue(scene.type("resume").startsWith("DONE"));
        assertEquals(List.of(), scene.silences.at(scene.now));
        assertTrue(scene.type("resume gt4").contains("was not silent"));
        assertEquals(2, scene.changes);
    }

    @Test
    void aSilenceMayEndByItself() {
        scene.type("silence gt4 30m");
        assertEquals(
                scene.now.plusSeconds(1800),
                scene.silences.at(scene.now).getFirst().until());
        assertEquals(List.of(), scene.silences.at(scene.now.plusSeconds(1800)));
        assertTrue(scene.type("silence 8d").startsWith("MISTAKE"));
    }

    @Test
    void whoIsNoStewardMayNoneOfIt() {
        scene.stewards.remove(new Steward("discord:7", Scene.SERIES));
        for (String line : List.of("silence", "resume", "history", "undo 1")) {
            assertTrue(scene.type(line).startsWith("MISTAKE"), line);
        }
        assertEquals(List.of(), scene.silences.at(scene.now));
        scene.host = true;
        assertTrue(scene.type("silence").startsWith("WARNING"));
        assertEquals("terminal", scene.silences.at(scene.now).getFirst().who());
    }

    @Test
    void historyShowsWhoWhyAndOldAndNew() {
        scene.press("Move", scene.card("session move race-1 17:10 reason=fog"));
        String history = scene.type("history");
        long number = scene.revisions.head();
        assertTrue(history.contains("row " + number + " | *fog*"), history);
        assertTrue(history.contains("} · discord:7"), history);
        assertTrue(
                history.contains(
                        "*Race 1*: {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z} → {WEEKDAY_DATE_TIME 2023-09-30T15:10:00Z}"),
                history);
        assertTrue(history.contains("button Undo " + number + " -> undo number=" + number), history);
        assertTrue(history.contains("the season file"), history);
        assertFalse(history.contains("undo number=1\n"), "the season itself is not taken back by a button");
    }

    @Test
    void undoAsksAndTakesBackOnlyWhatThatRevisionChanged() {
        scene.press("Move", scene.card("session move race-1 17:10"));
        long moved = scene.revisions.head();
        scene.press("Cancel", scene.card("session cancel race-2"));
        String asked = scene.type("undo " + moved);
        assertTrue(asked.startsWith("WARNING Take revision " + moved + " back?"), asked);
        assertTrue(asked.contains("Told: 15 chats"), asked);
        scene.press("Take it back", scene.card("undo #" + moved));
        assertEquals(Scene.at("2023-09-30T16:50"), scene.session(Scene.RACE_1).start());
        assertEquals(
                "cancelled",
                scene.session("gt4-european/2023/barcelona/race-2").status().word());
        assertTrue(scene.type("undo " + moved).contains("Nothing of revision"));
    }

    @Test
    void undoOfWhatWasChangedSinceIsRefused() {
        scene.press("Move", scene.card("session move race-1 17:10"));
        long first = scene.revisions.head();
        scene.press("Move", scene.card("session move race-1 17:30"));
        assertTrue(scene.type("undo " + first).contains("can't be taken back"));
        for (String line : List.of("undo", "undo 9999", "undo number=abc")) {
            assertTrue(scene.type(line).startsWith("MISTAKE"), line);
        }
    }

    @Test
    void stewardsAreListedWithWhatTheyMay() {
        scene.stewards.add(new Steward("discord:9", null));
        String card = scene.type("stewards");
        assertTrue(card.contains("`discord:7` · GT4 European Series"), card);
        assertTrue(card.contains("`discord:9` · every series"), card);
        scene.stewards.list().forEach(scene.stewards::remove);
        assertTrue(scene.type("stewards").contains("Nobody but whoever runs this bot."));
    }
}
