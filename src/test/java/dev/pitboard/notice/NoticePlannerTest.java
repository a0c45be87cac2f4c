package dev.pitboard.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Start;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told of what, with a ping or without, when Race 1 at Barcelona (16:50, 14:50Z) and what is around it changes. */
final class NoticePlannerTest {
    private static final String RACE_1 = "gt4-european/2023/barcelona/race-1";
    private static final Instant NOON = Instant.parse("2023-09-30T10:00:00Z");
    private static final Instant START = Instant.parse("2023-09-30T14:50:00Z");
    private static final Timetable BEFORE = Weekend.barcelona().timetable();
    private static final Map<String, Set<LeadTime>> LEADS =
            Map.of("gt4-european", Set.of(LeadTime.ofMinutes(60), LeadTime.ofMinutes(10)));

    private static Season season(Timetable timetable) {
        return timetable.series().getFirst().seasons().getFirst();
    }

    private static Consequences plan(Timetable before, Timetable after, Instant now) {
        return NoticePlanner.plan(
                Changes.between(season(before), season(after)), before, after, LEADS, NoticeRules.USUAL, now);
    }

    private static Timetable race1(SessionTime time, Status status) {
        return Weekend.barcelona().add(Weekend.race1(status).with(time)).timetable();
    }

    private static Timetable race1At(String instant) {
        return race1(new SessionTime.Exact(Instant.parse(instant), Duration.ofMinutes(60)), Status.SCHEDULED);
    }

    private static Notice only(Consequences consequences) {
        assertEquals(1, consequences.notices().size(), consequences::toString);
        return consequences.notices().getFirst();
    }

    @Test
    void aStartThatMovesIsToldWithAPing() {
        Consequences consequences = plan(BEFORE, race1At("2023-09-30T15:10:00Z"), NOON);
        Notice notice = only(consequences);
        assertEquals(RACE_1, notice.subject());
        assertEquals(SessionKind.RACE.word(), notice.kind());
        assertEquals(Instant.parse("2023-09-30T15:10:00Z"), notice.at());
        assertEquals(NOON, notice.due());
        assertFalse(notice.quiet());
        assertEquals(
                Map.of(Start.parse(RACE_1), Optional.of(Instant.parse("2023-09-30T15:10:00Z"))), consequences.starts());
        assertEquals(List.of(), consequences.owed(), "nothing is due yet");
    }

    @Test
    void fourMinutesMakeNoNoticeButWhatIsPostedFollows() {
        Consequences consequences = plan(BEFORE, race1At("2023-09-30T14:54:00Z"), NOON);
        assertEquals(List.of(), consequences.notices());
        assertEquals(1, consequences.touched().size());
        assertEquals(1, consequences.starts().size());
    }

    @Test
    void fiveMinutesMakeOneInBothDirections() {
        only(plan(BEFORE, race1At("2023-09-30T14:55:00Z"), NOON));
        only(plan(BEFORE, race1At("2023-09-30T14:45:00Z"), NOON));
    }

    @Test
    void moreThanTwoWeeksAheadItIsSilent() {
        assertTrue(only(plan(
                        BEFORE,
                        race1At("2023-09-30T15:10:00Z"),
                        START.minus(Duration.ofDays(14)).minusSeconds(1)))
                .quiet());
        assertFalse(only(plan(BEFORE, race1At("2023-09-30T15:10:00Z"), START.minus(Duration.ofDays(14))))
                .quiet());
    }

    @Test
    void movedNearerThanALeadTimeItsReminderIsOwedNow() {
        Consequences consequences =
                plan(BEFORE, race1At("2023-09-30T11:30:00Z"), Instant.parse("2023-09-30T11:00:00Z"));
        assertFalse(only(consequences).quiet());
        assertEquals(
                List.of(LeadTime.ofMinutes(60)),
                consequences.owed().stream().map(r -> r.lead()).toList());
    }

    @Test
    void movedIntoThePastItIsSaidWithoutAPing() {
        Consequences consequences =
                plan(BEFORE, race1At("2023-09-30T13:00:00Z"), Instant.parse("2023-09-30T14:00:00Z"));
        assertTrue(only(consequences).quiet());
        assertEquals(List.of(), consequences.owed());
    }

    @Test
    void whatWasOverLongAgoIsCorrectedWithoutAWord() {
        assertEquals(
                List.of(),
                plan(BEFORE, race1At("2023-09-30T15:10:00Z"), Instant.parse("2023-10-02T10:00:00Z"))
                        .notices());
    }

    @Test
    void cancelledPostponedAndDelayedAreToldAndHaveNoStart() {
        for (Status status : List.of(Status.CANCELLED, Status.POSTPONED, Status.DELAYED)) {
            Timetable after = race1(new SessionTime.Exact(START, Duration.ofMinutes(60)), status);
            Consequences consequences = plan(BEFORE, after, NOON);
            assertNull(only(consequences).at());
            assertEquals(Map.of(Start.parse(RACE_1), Optional.empty()), consequences.starts());
            Consequences back = plan(after, BEFORE, NOON);
            assertEquals(START, only(back).at(), "restored from " + status);
        }
    }

    @Test
    void aDelayThatEndsWithACancellationIsToldTwice() {
        SessionTime time = new SessionTime.Exact(START, Duration.ofMinutes(60));
        only(plan(race1(time, Status.DELAYED), race1(time, Status.CANCELLED), START.plusSeconds(600)));
    }

    @Test
    void aTimeThatBecomesKnownOrIsConfirmedIsNoNews() {
        SessionTime day = new SessionTime.DateOnly(LocalDate.of(2023, 9, 30));
        SessionTime time = new SessionTime.Exact(START, Duration.ofMinutes(60));
        assertEquals(List.of(), plan(race1(day, Status.SCHEDULED), BEFORE, NOON).notices());
        assertEquals(
                List.of(), plan(race1(time, Status.TENTATIVE), BEFORE, NOON).notices());
        only(plan(BEFORE, race1(day, Status.SCHEDULED), NOON));
    }

    @Test
    void aSessionThatIsTakenOffIsToldAndANewOneIsNot() {
        Weekend without = Weekend.of("gt4-european/2023/barcelona", "GT4 European Series", "Barcelona", Weekend.MADRID)
                .add(Weekend.qualifying(null));
        Weekend with = Weekend.of("gt4-european/2023/barcelona", "GT4 European Series", "Barcelona", Weekend.MADRID)
                .add(Weekend.qualifying(null))
                .add(Weekend.race1(Status.SCHEDULED));
        assertNull(only(plan(with.timetable(), without.timetable(), NOON)).at());
        assertEquals(
                List.of(), plan(without.timetable(), with.timetable(), NOON).notices());
    }

    @Test
    void aPartThatMovesAloneIsToldAndOneThatMovesAlongIsNot() {
        Instant early = Instant.parse("2023-09-30T06:00:00Z");
        Timetable before = Weekend.barcelona()
                .add(Weekend.qualifying(Instant.parse("2023-09-30T09:50:00Z")))
                .timetable();
        Timetable q2Later = Weekend.barcelona()
                .add(Weekend.qualifying(Instant.parse("2023-09-30T10:00:00Z")))
                .timetable();
        assertEquals(
                "gt4-european/2023/barcelona/qualifying#q2",
                only(plan(before, q2Later, early)).subject());
    }

    @Test
    void ofACancelledRoundOneNoticeTellsAndNotEachSession() {
        Timetable after = Weekend.barcelona().status(Status.CANCELLED).timetable();
        Consequences consequences = plan(BEFORE, after, NOON);
        Notice notice = only(consequences);
        assertEquals("gt4-european/2023/barcelona", notice.subject());
        assertEquals(Notice.ROUND, notice.kind());
        assertEquals(5, consequences.touched().size());
        assertTrue(consequences.starts().values().stream().allMatch(Optional::isEmpty));
    }

    @Test
    void aRoundThatMovesIsToldAndOneThatOnlyGrowsIsNot() {
        Timetable later = days(2, 2);
        assertEquals(
                "gt4-european/2023/barcelona", only(plan(BEFORE, later, NOON)).subject());
        assertEquals(List.of(), plan(BEFORE, days(0, 1), NOON).notices());
    }

    /** The round some days later. */
    private static Timetable days(int first, int last) {
        Series series = BEFORE.series().getFirst();
        Round round = season(BEFORE).rounds().getFirst();
        Round moved = new Round(
                round.id(),
                round.number(),
                round.name(),
                round.circuit(),
                round.firstDay().plusDays(first),
                round.lastDay().plusDays(last),
                round.status(),
                round.gridSize(),
                round.sessions(),
                round.results(),
                round.notes(),
                round.source());
        return new Timetable(
                List.of(new Series(
                        series.id(),
                        series.name(),
                        series.aliases(),
                        series.kinds(),
                        series.links(),
                        series.format(),
                        series.points(),
                        series.source(),
                        List.of(Changes.withRounds(season(BEFORE), List.of(moved))))),
                List.of());
    }

    @Test
    void aNoticeIsOfUseUntilTheLaterStartAndAtLeastHalfADay() {
        Notice notice = only(plan(BEFORE, race1At("2023-10-01T16:00:00Z"), NOON));
        assertEquals(Instant.parse("2023-10-01T16:00:00Z"), notice.expires());
        assertEquals(
                NOON.plus(Duration.ofHours(12)),
                only(plan(BEFORE, race1At("2023-09-30T15:10:00Z"), NOON)).expires());
    }

    @Test
    void theRulesCanBeSet() {
        Timetable after = race1At("2023-09-30T15:10:00Z");
        NoticeRules rules = new NoticeRules(Duration.ofMinutes(30), Duration.ofHours(1));
        assertEquals(List.of(), noticesBy(rules, after));
        Timetable later = race1At("2023-09-30T15:20:00Z");
        assertTrue(noticesBy(rules, later).getFirst().quiet());
    }

    private static List<Notice> noticesBy(NoticeRules rules, Timetable after) {
        return NoticePlanner.plan(Changes.between(season(BEFORE), season(after)), BEFORE, after, LEADS, rules, NOON)
                .notices();
    }

    @Test
    void thatSomebodyLookedAtTheTimesAgainTouchesNoMessage() {
        Timetable looked = Weekend.barcelona()
                .source(new Source("Team press release", null, null, NOON))
                .timetable();
        assertEquals(Consequences.none(), plan(BEFORE, looked, NOON));
    }
}
