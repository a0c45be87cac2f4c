package dev.pitboard.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Changes.Contradiction;
import dev.pitboard.motorsport.RandomSeasons;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Weekend;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A file that changed, against a season that was changed by hand meanwhile. */
final class MergeTest {
    private static final Season BASE = season(Weekend.barcelona().timetable());

    private static Season season(Timetable timetable) {
        return Changes.inOrder(timetable.series().getFirst().seasons().getFirst());
    }

    private static Season without(String id) {
        Round round = BASE.rounds().getFirst();
        return Changes.withRounds(
                BASE,
                List.of(Changes.withSessions(
                        round,
                        round.sessions().stream()
                                .filter(s -> !s.id().session().equals(id))
                                .toList())));
    }

    private static UnaryOperator<Session> at(String instant) {
        return s -> Weekend.at(s, Instant.parse(instant));
    }

    private static UnaryOperator<Session> named(String name) {
        return s -> new Session(s.id(), s.kind(), name, s.time(), s.status(), s.parts(), s.notes(), s.links());
    }

    private static Merge.Item only(List<Merge.Item> items) {
        assertEquals(1, items.size(), items::toString);
        return items.getFirst();
    }

    @Test
    void whatOnlyTheFileChangedIsTakenOver() throws Contradiction {
        Season theirs = Weekend.with(BASE, "race-1", at("2023-09-30T15:10:00Z"));
        List<Merge.Item> items = Merge.of(BASE, theirs, BASE);
        assertNull(only(items).question());
        assertEquals(theirs, Changes.apply(BASE, List.of(only(items).change())));
    }

    @Test
    void anotherFieldOfASessionChangedByHandStaysAsItIs() throws Contradiction {
        Season ours = Weekend.with(BASE, "race-1", at("2023-09-30T15:10:00Z"));
        Season theirs = Weekend.with(BASE, "race-1", named("Race one"));
        Merge.Item item = only(Merge.of(BASE, theirs, ours));
        assertNull(item.question());
        Season merged = Changes.apply(ours, List.of(item.change()));
        assertEquals(Weekend.with(ours, "race-1", named("Race one")), merged);
    }

    @Test
    void whatBothChangedIsAskedAbout() {
        Season ours = Weekend.with(BASE, "race-1", at("2023-09-30T15:10:00Z"));
        Season theirs = Weekend.with(BASE, "race-1", at("2023-09-30T14:55:00Z"));
        Merge.Item item = only(Merge.of(BASE, theirs, ours));
        assertEquals(
                "The time of Race 1 was changed since and is to change again. Which one is right?", item.question());
        assertTrue(item.clash());
    }

    @Test
    void whatBothChangedTheSameIsNoChange() {
        Season both = Weekend.with(BASE, "race-1", s -> s.with(Status.CANCELLED));
        assertEquals(List.of(), Merge.of(BASE, both, both));
    }

    @Test
    void aVanishedSessionIsAskedAbout() {
        Merge.Item item = only(Merge.of(BASE, without("race-2"), BASE));
        assertEquals("The session Race 2 is gone. Is it to go?", item.question());
    }

    @Test
    void aNewSessionIsTakenOver() {
        Merge.Item item = only(Merge.of(without("race-2"), BASE, without("race-2")));
        assertNull(item.question());
        assertTrue(item.change() instanceof Change.OfSession(var before, var _) && before == null);
    }

    @Test
    void aChangedDayIsAskedAboutByTheCircuitsCalendar() {
        // 23:30 and 00:30 in Barcelona; one and the same day in UTC.
        Season late = Weekend.with(BASE, "race-1", at("2023-09-30T21:30:00Z"));
        Season later = Weekend.with(BASE, "race-1", at("2023-09-30T22:30:00Z"));
        assertEquals(
                "The day of Race 1 changes. Is that right?",
                only(Merge.of(late, later, late)).question());
    }

    @Test
    void aFileThatAppearsForASeasonThatWasImportedAsksOnlyWhereItDiffers() {
        assertEquals(List.of(), Merge.of(null, BASE, BASE));
        Season theirs = Weekend.with(BASE, "race-1", at("2023-09-30T15:10:00Z"));
        assertTrue(only(Merge.of(null, theirs, BASE)).clash());
    }

    @Test
    void madeWithoutQuestionsAMergeIsTheirsWhereOursIsTheBase() throws Contradiction {
        for (int seed = 0; seed < 300; seed++) {
            RandomSeasons seasons = new RandomSeasons(seed);
            Season base = Changes.inOrder(seasons.season());
            Season theirs = Changes.inOrder(seasons.changed(base));
            List<Change> all = Merge.of(base, theirs, base).stream()
                    .map(Merge.Item::change)
                    .toList();
            Season merged = Changes.apply(base, all);
            assertEquals(List.of(), Changes.between(merged, theirs), "seed " + seed);
        }
    }
}
