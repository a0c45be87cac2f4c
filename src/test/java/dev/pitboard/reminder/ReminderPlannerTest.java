package dev.pitboard.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReminderPlannerTest {
    private static final Instant RACE_1 = Instant.parse("2023-09-30T14:50:00Z");

    @Test
    void barcelonaOnFriday() {
        assertEquals(
                List.of(
                        "2023-09-29T08:20:00Z fp1 1h",
                        "2023-09-29T09:10:00Z fp1 10m",
                        "2023-09-29T12:40:00Z fp2 1h",
                        "2023-09-29T13:30:00Z fp2 10m"),
                plan(Weekend.barcelona().timetable(), 60, 10).subList(0, 4));
    }

    @Test
    void aSeriesNobodyWantsHasNoReminders() {
        Timetable timetable = Weekend.barcelona().timetable();
        assertEquals(List.of(), ReminderPlanner.plan(timetable, Map.of()));
        assertEquals(List.of(), ReminderPlanner.plan(timetable, Map.of("gtwc", Set.of(LeadTime.ofMinutes(10)))));
        assertEquals(List.of(), ReminderPlanner.plan(timetable, Map.of("gt4-european", Set.of())));
    }

    @Test
    void summerTimeEndsAtVallelungaOnTheNightBeforeTheRace() {
        Timetable timetable = Weekend.of("gt4-european/2023/vallelunga", "GT4", "Vallelunga", ZoneId.of("Europe/Rome"))
                .session("quali", SessionKind.QUALIFYING, "Qualifying", "2023-10-28T16:00", 30)
                .session("race", SessionKind.RACE, "6 Hours of Rome", "2023-10-29T10:00", 360)
                .timetable();
        assertEquals(
                List.of(
                        "2023-10-27T14:00:00Z quali 1d",
                        "2023-10-28T09:00:00Z race 1d",
                        "2023-10-28T13:00:00Z quali 1h",
                        "2023-10-29T08:00:00Z race 1h"),
                plan(timetable, 1440, 60));
    }

    @Test
    void summerTimeBeginsOnTheNightBeforeTheRace() {
        Timetable timetable = Weekend.of("gt4-european/2023/misano", "GT4", "Misano", ZoneId.of("Europe/Rome"))
                .session("race", SessionKind.RACE, "Race", "2023-03-26T10:00", 60)
                .timetable();
        assertEquals(
                List.of("2023-03-25T08:00:00Z race 1d", "2023-03-26T07:00:00Z race 1h"), plan(timetable, 1440, 60));
    }

    @Test
    void summerTimeTurnsTheOtherWayInTheSouth() {
        ZoneId sydney = ZoneId.of("Australia/Sydney");
        Timetable april = Weekend.of("gt4-european/2024/bathurst", "GT4", "Bathurst", sydney)
                .session("race", SessionKind.RACE, "Race", "2024-04-07T11:00", 60)
                .timetable();
        assertEquals(List.of("2024-04-06T01:00:00Z race 1d"), plan(april, 1440));
        Timetable october = Weekend.of("gt4-european/2024/bathurst", "GT4", "Bathurst", sydney)
                .session("race", SessionKind.RACE, "Race", "2024-10-06T11:00", 60)
                .timetable();
        assertEquals(List.of("2024-10-05T00:00:00Z race 1d"), plan(october, 1440));
    }

    @Test
    void aReminderMayBeDueOnTheDayOrYearBefore() {
        Timetable timetable = Weekend.of("gt4-european/2024/dubai", "GT4", "Dubai", ZoneId.of("Asia/Dubai"))
                .session("race", SessionKind.RACE, "24 Hours", "2024-01-01T00:05", 1440)
                .timetable();
        assertEquals(
                List.of("2023-12-31T19:05:00Z race 1h", "2023-12-31T19:55:00Z race 10m", "2023-12-31T20:05:00Z race 0"),
                plan(timetable, 60, 10, 0));
    }

    @Test
    void whatHasNoTimeOrDoesNotTakePlaceHasNoReminder() {
        Weekend weekend = Weekend.barcelona()
                .add(Weekend.race1(Status.CANCELLED))
                .session("show", SessionKind.OTHER, "Show", new SessionTime.DateOnly(LocalDate.of(2023, 9, 30)))
                .session("gala", SessionKind.OTHER, "Gala", new SessionTime.ToBeConfirmed());
        assertEquals(
                List.of("fp1", "fp2", "qualifying", "race-2"),
                plan(weekend.timetable(), 0).stream()
                        .map(l -> l.split(" ", -1)[1])
                        .toList());
        assertEquals(List.of(), plan(weekend.status(Status.POSTPONED).timetable(), 0));
    }

    @Test
    void aSessionThatMovesIsPlannedForItsNewStart() {
        Start start = Start.parse("gt4-european/2023/barcelona/race-1");
        LeadTime ten = LeadTime.ofMinutes(10);
        Timetable before = Weekend.barcelona().timetable();
        Timetable after = Weekend.barcelona()
                .session("race-1", SessionKind.RACE, "Race 1", "2023-09-30T17:20", 60)
                .timetable();
        assertEquals(
                RACE_1, ReminderPlanner.plan(before, start, ten).orElseThrow().at());
        assertEquals(
                RACE_1.plusSeconds(1800),
                ReminderPlanner.plan(after, start, ten).orElseThrow().at());
        assertEquals(
                RACE_1.plusSeconds(1800), ReminderPlanner.startOf(after, start).orElseThrow());
        Timetable gone =
                Weekend.barcelona().add(Weekend.race1(Status.CANCELLED)).timetable();
        assertEquals(Optional.empty(), ReminderPlanner.plan(gone, start, ten));
        assertEquals(Optional.empty(), ReminderPlanner.startOf(gone, start));
        assertEquals(Optional.empty(), ReminderPlanner.startOf(Timetable.empty(), start));
    }

    @Test
    void partsOfOneLineAreOnePingUntilTheStartOfTheSecondIsKnown() {
        assertEquals(
                List.of("2023-09-30T09:15:00Z qualifying 10m"),
                plan(Weekend.barcelona().timetable(), 10).stream()
                        .filter(l -> l.contains("quali"))
                        .toList());
        Instant q2 = Instant.parse("2023-09-30T09:50:00Z");
        assertEquals(
                List.of("2023-09-30T09:15:00Z qualifying 10m", "2023-09-30T09:40:00Z qualifying#q2 10m"),
                plan(Weekend.barcelona().add(Weekend.qualifying(q2)).timetable(), 10).stream()
                        .filter(l -> l.contains("quali"))
                        .toList());
    }

    @Test
    void itExpiresAtTheStartOrTenMinutesAfterButNotAfterTheEnd() {
        assertEquals(RACE_1, expires(10, 60));
        assertEquals(RACE_1.plusSeconds(600), expires(0, 60));
        assertEquals(RACE_1.plusSeconds(600), expires(0, 10));
        assertEquals(RACE_1.plusSeconds(540), expires(0, 9));
    }

    @Test
    void aPartBeyondItsSessionsLengthIsStillUsefulForTenMinutes() {
        Session late = new Session(
                RoundId.parse("gt4-european/2023/barcelona").session("qualifying"),
                SessionKind.QUALIFYING,
                "Qualifying",
                new SessionTime.Exact(RACE_1, Duration.ofMinutes(20)),
                Status.SCHEDULED,
                List.of(new Part("q2", "Q2", null, RACE_1.plusSeconds(1500))),
                List.of(),
                List.of());
        Reminder reminder = ReminderPlanner.plan(
                        Weekend.barcelona().add(late).timetable(),
                        Start.parse("gt4-european/2023/barcelona/qualifying#q2"),
                        LeadTime.ofMinutes(0))
                .orElseThrow();
        assertEquals(RACE_1.plusSeconds(1500 + 600), reminder.expires());
    }

    @Test
    void startsAreWrittenAndReadTheSameWay() {
        for (String text : List.of("a/2023/b/c", "gt4-european/2023/barcelona/qualifying#q2")) {
            assertEquals(text, Start.parse(text).toString());
        }
        for (String wrong : List.of("", "a/b", "a/2023/b/c/d", "a/year/b/c", "a/2023/b/c#", "#q2")) {
            assertThrows(IllegalArgumentException.class, () -> Start.parse(wrong), wrong);
        }
        assertTrue(Start.parse("a/2023/b/c").compareTo(Start.parse("a/2023/b/c#q2")) < 0);
    }

    private static Instant expires(int lead, int minutes) {
        Timetable timetable = Weekend.barcelona()
                .session("race-1", SessionKind.RACE, "Race 1", "2023-09-30T16:50", minutes)
                .timetable();
        Start start = Start.parse("gt4-european/2023/barcelona/race-1");
        return ReminderPlanner.plan(timetable, start, LeadTime.ofMinutes(lead))
                .orElseThrow()
                .expires();
    }

    /** Due instant, session and lead time of each reminder. */
    private static List<String> plan(Timetable timetable, Integer... minutes) {
        Set<LeadTime> leads =
                Stream.of(minutes).map(m -> LeadTime.ofMinutes(m)).collect(Collectors.toUnmodifiableSet());
        return ReminderPlanner.plan(timetable, Map.of("gt4-european", leads)).stream()
                .map(r -> r.due() + " " + r.start().toString().replaceFirst(".*/", "") + " " + r.lead())
                .toList();
    }
}
