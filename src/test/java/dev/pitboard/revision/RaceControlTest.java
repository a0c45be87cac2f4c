package dev.pitboard.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.SeasonId;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.subscription.Demand;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Barcelona, from its season file and changed by hand, in one process and in two. */
final class RaceControlTest {
    private static final SeasonId SEASON = new SeasonId("gt4-european", 2023);
    private static final SessionId RACE_1 = SessionId.parse("gt4-european/2023/barcelona/race-1");
    private static final Instant NOON = Instant.parse("2023-09-30T10:00:00Z");
    private static final Instant START = Instant.parse("2023-09-30T14:50:00Z");
    private static final Instant LATER = Instant.parse("2023-09-30T15:10:00Z");
    private static final Timetable FILES = Weekend.barcelona().timetable();

    private static final Demand DEMAND = new Demand(List.of(
            new Demand.Wish(
                    Platform.DISCORD,
                    "gt4-european",
                    EnumSet.allOf(SessionKind.class),
                    List.of(LeadTime.ofMinutes(60), LeadTime.ofMinutes(10)),
                    3),
            new Demand.Wish(
                    Platform.TELEGRAM,
                    "gt4-european",
                    Set.of(SessionKind.PRACTICE),
                    List.of(LeadTime.ofMinutes(10)),
                    5)));

    private final List<Consequences> aftermath = new ArrayList<>();
    private final InMemoryRevisions revisions = new InMemoryRevisions((what, number, now) -> aftermath.add(what));
    private final Timetables timetables = new Timetables(Timetable.empty());
    private final RaceControl raceControl = process(timetables);

    private RaceControl process(Timetables itsTimetables) {
        return new RaceControl(revisions, itsTimetables, () -> DEMAND, NoticeRules.USUAL, () -> NOON);
    }

    private Session race1() {
        return timetables.get().findFixture(RACE_1).map(Fixture::session).orElseThrow();
    }

    private static Session noted(Session session, String note) {
        return new Session(
                session.id(),
                session.kind(),
                session.name(),
                session.time(),
                session.status(),
                session.parts(),
                List.of(note),
                session.links());
    }

    private ChangeSet byHand(UnaryOperator<Session> change) {
        Series series = timetables.get().findSeries("gt4-european").orElseThrow();
        Season before = raceControl.season("gt4-european", 2023).orElseThrow();
        return raceControl.changing(
                series, before, Weekend.with(before, RACE_1.session(), change), Origin.HAND, "discord:1", "fog");
    }

    private Revision commit(ChangeSet set) throws Outdated {
        return raceControl.commit(raceControl.preview(set));
    }

    private static Timetable file(Instant race1) {
        return Weekend.barcelona()
                .add(Weekend.at(Weekend.race1(Status.SCHEDULED), race1))
                .timetable();
    }

    @Test
    void aFileReadForTheFirstTimeIsTheFirstRevisionAndTellsNobody() {
        raceControl.filesRead(FILES, Set.of());
        assertEquals(1, timetables.get().revision());
        assertEquals(START, race1().start());
        assertEquals(List.of(), aftermath.getFirst().notices());
        raceControl.filesRead(FILES, Set.of());
        assertEquals(1, revisions.head(), "read again it is no change");
    }

    @Test
    void aFileThatMovesASessionIsARevisionWithANotice() {
        raceControl.filesRead(FILES, Set.of());
        raceControl.filesRead(file(LATER), Set.of());
        assertEquals(LATER, race1().start());
        assertEquals(1, aftermath.getLast().notices().size());
        Revision revision = revisions.history("gt4-european", 1).getFirst();
        assertEquals(Origin.FILE, revision.origin());
        assertEquals(NOON, revision.at());
    }

    @Test
    void whatWasChangedByHandIsAskedAboutAndNotOverwritten() throws Outdated {
        raceControl.filesRead(FILES, Set.of());
        commit(byHand(s -> Weekend.at(s, LATER)));
        raceControl.filesRead(file(START.plusSeconds(300)), Set.of());
        assertEquals(LATER, race1().start());
        assertEquals(1, raceControl.asked(SEASON).size());

        raceControl.filesRead(file(START.plusSeconds(300)), Set.of());
        assertEquals(1, raceControl.asked(SEASON).size(), "asked again after a restart");
        raceControl.answer(SEASON, true, "terminal");
        assertEquals(START.plusSeconds(300), race1().start());
        assertEquals(List.of(), raceControl.asking());
    }

    @Test
    void aFileThatIsDeniedIsNotAskedAboutAgain() throws Outdated {
        raceControl.filesRead(FILES, Set.of());
        commit(byHand(s -> Weekend.at(s, LATER)));
        raceControl.filesRead(file(START.plusSeconds(300)), Set.of());
        raceControl.answer(SEASON, false, "terminal");
        assertEquals(LATER, race1().start());
        raceControl.filesRead(file(START.plusSeconds(300)), Set.of());
        assertEquals(List.of(), raceControl.asking());
    }

    @Test
    void aFileThatIsGoneAsksAndOneThatCantBeReadDoesNot() throws Outdated {
        raceControl.filesRead(FILES, Set.of());
        raceControl.filesRead(Timetable.empty(), Set.of(SEASON));
        assertEquals(List.of(), raceControl.asking());
        assertEquals(START, race1().start());

        raceControl.filesRead(Timetable.empty(), Set.of());
        assertEquals(List.of(SEASON), raceControl.asking());
        assertEquals(START, race1().start(), "it stays until somebody says so");
        raceControl.answer(SEASON, true, "terminal");
        assertEquals(List.of(), timetables.get().series());

        raceControl.filesRead(FILES, Set.of());
        assertEquals(START, race1().start(), "and is there again with its file");
    }

    @Test
    void aPreviewCountsWhoIsToldAndWhatMoves() throws Outdated {
        raceControl.filesRead(FILES, Set.of());
        Effect effect = raceControl.preview(byHand(s -> Weekend.at(s, LATER)));
        assertEquals(Map.of(Platform.DISCORD, 3L), effect.chats(), "who follows practice only is not told of a race");
        assertEquals(6, effect.moved());
        assertEquals(0, effect.again());
        assertEquals(0, effect.dropped());
        assertFalse(effect.quiet());
        assertEquals(START, race1().start(), "nothing was done");
        assertEquals(1, revisions.head());
    }

    @Test
    void whatWasPreparedForAnotherVersionIsOutdated() throws Outdated {
        raceControl.filesRead(FILES, Set.of());
        ChangeSet first = byHand(s -> Weekend.at(s, LATER));
        ChangeSet second = byHand(s -> Weekend.at(s, LATER.plusSeconds(600)));
        Effect seen = raceControl.preview(second);
        commit(first);
        assertThrows(Outdated.class, () -> raceControl.preview(second));
        assertThrows(Outdated.class, () -> raceControl.commit(seen));
        assertEquals(LATER, race1().start());
    }

    @Test
    void undoingTakesBackARevisionAndLeavesWhatCameLater() throws Outdated {
        raceControl.filesRead(FILES, Set.of());
        Revision moved = commit(byHand(s -> Weekend.at(s, LATER)));
        commit(byHand(s -> noted(s, "Rolling start")));
        Revision undone = commit(raceControl.undoing(moved.number(), "discord:1"));
        assertEquals(moved.number(), undone.undoes());
        assertEquals(START, race1().start());
        assertEquals(List.of("Rolling start"), race1().notes());
        assertThrows(UserError.class, () -> raceControl.undoing(moved.number(), "discord:1"), "nothing is left of it");
        assertThrows(UserError.class, () -> raceControl.undoing(99, "discord:1"));
    }

    @Test
    void whatWasChangedAgainSinceIsNotUndone() throws Outdated {
        raceControl.filesRead(FILES, Set.of());
        Revision first = commit(byHand(s -> Weekend.at(s, LATER)));
        commit(byHand(s -> Weekend.at(s, LATER.plusSeconds(600))));
        assertThrows(UserError.class, () -> raceControl.undoing(first.number(), "discord:1"));
    }

    @Test
    void anotherProcessTakesUpWhatThisOneChanged() throws Outdated {
        raceControl.filesRead(FILES, Set.of());
        Timetables elsewhere = new Timetables(Timetable.empty());
        RaceControl other = process(elsewhere);
        other.filesRead(FILES, Set.of());
        assertFalse(other.refresh());
        Revision revision = commit(byHand(s -> Weekend.at(s, LATER)));
        assertEquals(LATER, startIn(other.atLeast(revision.number())));
        assertTrue(elsewhere.get().revision() == revision.number());
        commit(byHand(s -> Weekend.at(s, START)));
        other.look();
        assertEquals(START, startIn(elsewhere.get()));
    }

    private static Instant startIn(Timetable timetable) {
        Instant start = timetable.findFixture(RACE_1).orElseThrow().session().start();
        return start == null ? Instant.MIN : start;
    }
}
