package dev.pitboard.revision.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.UserError;
import dev.pitboard.revision.command.Reading.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTextTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate FRIDAY = LocalDate.of(2023, 9, 29);
    private static final LocalDate SATURDAY = LocalDate.of(2023, 9, 30);
    private static final LocalDate SUNDAY = LocalDate.of(2023, 10, 1);

    /** Race 1, planned for 16:50 on Saturday, while it is 14:03:25 at the track. */
    private static final ClockText RACE = saturday("14:03:25");

    private static ClockText saturday(String clock) {
        return new ClockText(MADRID, SATURDAY, at("2023-09-30T16:50"), FRIDAY, SUNDAY, at("2023-09-30T" + clock));
    }

    private static ClockText night(String day, String now) {
        LocalDate date = LocalDate.parse(day);
        return new ClockText(MADRID, date, null, date, date, at(now));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MADRID).toInstant();
    }

    private static Instant read(ClockText clock, String typed) {
        return assertInstanceOf(Reading.Read.class, clock.read(typed), typed).at();
    }

    private static Reading.Asks asks(ClockText clock, String typed) {
        return assertInstanceOf(Reading.Asks.class, clock.read(typed), typed);
    }

    @ParameterizedTest
    @CsvSource({
        "17:10, 2023-09-30T17:10",
        "5:10 pm, 2023-09-30T17:10",
        "5:10pm, 2023-09-30T17:10",
        "5:10 p.m., 2023-09-30T17:10",
        "5.10 PM, 2023-09-30T17:10",
        "5pm, 2023-09-30T17:00",
        "5 pm, 2023-09-30T17:00",
        "17.10, 2023-09-30T17:10",
        "17h10, 2023-09-30T17:10",
        "17h, 2023-09-30T17:00",
        "1710, 2023-09-30T17:10",
        "17:10:00, 2023-09-30T17:10",
        "17:10 Uhr, 2023-09-30T17:10",
        "at 17:10, 2023-09-30T17:10",
        "@17:10, 2023-09-30T17:10",
        "17:10 local time, 2023-09-30T17:10",
        "17:10 track time, 2023-09-30T17:10",
        "24:00, 2023-10-01T00:00",
        "14:03, 2023-09-30T14:03",
        "+20m, 2023-09-30T17:10",
        "+ 20 min, 2023-09-30T17:10",
        "+20, 2023-09-30T17:10",
        "+1h30, 2023-09-30T18:20",
        "-10m, 2023-09-30T16:40",
        "−10m, 2023-09-30T16:40",
        "in 20 minutes, 2023-09-30T14:23",
        "in 1h, 2023-09-30T15:03",
        "now, 2023-09-30T14:03",
        "Sun 11:20, 2023-10-01T11:20",
        "'Sunday, 11:20', 2023-10-01T11:20",
        "11:20 sun, 2023-10-01T11:20",
        "11:20 on Sunday, 2023-10-01T11:20",
        "tomorrow 11:20, 2023-10-01T11:20",
        "today 17:10, 2023-09-30T17:10",
        "tomorrow noon, 2023-10-01T12:00",
        "Sun midday, 2023-10-01T12:00",
        "2023-10-01 11:20, 2023-10-01T11:20",
        "2023-10-01T11:20, 2023-10-01T11:20",
        "2023-10-01 5:10 pm, 2023-10-01T17:10",
        "2023-10-01 1120, 2023-10-01T11:20",
        "2023-10-01T11:20+02:00, 2023-10-01T11:20",
        "2023-10-01T09:20Z, 2023-10-01T11:20"
    })
    void readsTimesAsPeopleTypeThem(String typed, String local) {
        assertEquals(at(local), read(RACE, typed));
    }

    @ParameterizedTest
    @CsvSource({
        "noon, 2023-09-30T12:00",
        "12 pm, 2023-09-30T12:00",
        "12:30 pm, 2023-09-30T12:30",
        "9:05, 2023-09-30T09:05"
    })
    void theMorningCanStillComeInTheMorning(String typed, String local) {
        assertEquals(at(local), read(saturday("08:00:00"), typed));
    }

    @Test
    void twelveInTheNightIsTheBeginningOfTheDay() {
        assertEquals(at("2023-09-30T00:30"), read(saturday("00:00:00"), "12:30 am"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "25:00",
                "17:60",
                "13 pm",
                "0:10 pm",
                "17:10:30",
                "in a while",
                "in",
                "+",
                "+soon",
                "910",
                "2023-02-30 11:20",
                "2023-10-01",
                "Sunday",
                "17:10 CEST",
                "5 o'clock somewhere",
                "17:10 17:20"
            })
    void whatIsNoTimeIsAMistake(String typed) {
        assertThrows(UserError.class, () -> read(RACE, typed), typed);
    }

    @Test
    void aTimeThatIsPastIsAsked() {
        Reading.Asks asks = asks(RACE, "5:10");
        assertEquals("Sat 30 Sep 05:10 is past: at the track it is Sat 30 Sep 14:03. What is meant?", asks.question());
        assertEquals(
                List.of(
                        new Answer("Sat 30 Sep 17:10", "2023-09-30T17:10"),
                        new Answer("Sun 1 Oct 05:10", "2023-10-01T05:10"),
                        new Answer("Sat 30 Sep 05:10, in the past", "2023-09-30T05:10")),
                asks.answers());
        assertEquals(at("2023-09-30T05:10"), read(RACE, "2023-09-30T05:10"));
    }

    @Test
    void halfADayLaterIsOfferedInTheMorningOnlyAndNoDayAfterTheRound() {
        assertEquals(
                List.of("Sun 1 Oct 14:02", "Sat 30 Sep 14:02, in the past"),
                asks(RACE, "14:02").answers().stream().map(Answer::label).toList());
        ClockText sunday =
                new ClockText(MADRID, SUNDAY, at("2023-10-01T11:20"), FRIDAY, SUNDAY, at("2023-10-01T14:00"));
        assertEquals(
                List.of("Sun 1 Oct 13:00, in the past"),
                asks(sunday, "13:00").answers().stream().map(Answer::label).toList());
    }

    @Test
    void anAmountThatLeadsIntoThePastIsAskedToo() {
        Reading.Asks asks = asks(saturday("16:45:00"), "-10m");
        assertEquals("2023-09-30T16:40", asks.answers().getLast().text());
    }

    @Test
    void anAmountNeedsATimeToMove() {
        UserError mistake = assertThrows(
                UserError.class, () -> night("2023-09-30", "2023-09-30T08:00").read("+20m"));
        assertTrue(mistake.line().toString().contains("time is not known"));
    }

    @Test
    void aBareNumberIsAsked() {
        assertEquals(
                List.of(new Answer("Sat 30 Sep 17:00", "2023-09-30T17:00"), new Answer("17 minutes later", "+17m")),
                asks(RACE, "17").answers());
        assertEquals(
                List.of(new Answer("45 minutes later", "+45m")),
                asks(RACE, "45").answers());
    }

    @Test
    void midnightIsAsked() {
        assertEquals(
                List.of("2023-09-30T00:00", "2023-10-01T00:00"),
                asks(RACE, "midnight").answers().stream().map(Answer::text).toList());
    }

    @Test
    void anHourThatComesTwiceIsAsked() {
        Reading.Asks asks = asks(night("2023-10-29", "2023-10-28T20:00"), "2:30");
        assertEquals("02:30 comes twice that night, because the clocks go back. Which one?", asks.question());
        assertEquals(
                List.of(
                        new Answer("02:30 CEST", "2023-10-29T02:30+02:00"),
                        new Answer("02:30 CET", "2023-10-29T02:30+01:00")),
                asks.answers());
        assertEquals(
                Instant.parse("2023-10-29T01:30:00Z"),
                read(night("2023-10-29", "2023-10-28T20:00"), "2023-10-29T02:30+01:00"));
    }

    @Test
    void anHourThatIsSkippedIsAsked() {
        Reading.Asks asks = asks(night("2024-03-31", "2024-03-30T20:00"), "02:30");
        assertEquals(
                "There is no 02:30 that night: the clocks go from 02:00 to 03:00. What is meant?", asks.question());
        assertEquals(
                List.of("2024-03-31T01:30", "2024-03-31T03:30"),
                asks.answers().stream().map(Answer::text).toList());
        assertInstanceOf(
                Reading.Asks.class, night("2024-03-31", "2024-03-30T20:00").read("2024-03-31T02:30"));
    }

    @Test
    void anAmountGoesByTheRealTimeAcrossAChangeOfClocks() {
        ClockText night = new ClockText(
                MADRID,
                LocalDate.of(2023, 10, 29),
                at("2023-10-29T01:30"),
                LocalDate.of(2023, 10, 28),
                LocalDate.of(2023, 10, 29),
                at("2023-10-28T20:00"));
        assertEquals(Instant.parse("2023-10-29T01:30:00Z"), read(night, "+2h"));
    }

    @Test
    void aWeekdayOutsideTheRoundIsAsked() {
        Reading.Asks asks = asks(RACE, "Tue 11:20");
        assertEquals("The round has no Tuesday. Which day?", asks.question());
        assertEquals(
                List.of("2023-09-26T11:20", "2023-10-03T11:20"),
                asks.answers().stream().map(Answer::text).toList());
    }

    @Test
    void aWeekdayThatComesTwiceInTheRoundIsAsked() {
        ClockText rally = new ClockText(MADRID, null, null, FRIDAY, FRIDAY.plusDays(9), at("2023-09-29T08:00"));
        assertEquals(
                List.of("Sat 30 Sep 11:20", "Sat 7 Oct 11:20"),
                asks(rally, "sat 11:20").answers().stream().map(Answer::label).toList());
    }

    @Test
    void withoutADayTheDayIsAsked() {
        ClockText open = new ClockText(MADRID, null, null, FRIDAY, SUNDAY, at("2023-09-29T08:00"));
        assertEquals(
                List.of("2023-09-29T17:10", "2023-09-30T17:10", "2023-10-01T17:10"),
                asks(open, "5:10 pm").answers().stream().map(Answer::text).toList());
    }

    /** Whatever is answered asks nothing more. */
    @ParameterizedTest
    @ValueSource(strings = {"5:10", "14:02", "17", "midnight", "Tue 11:20", "-4h"})
    void answersAskNothing(String typed) {
        for (Answer answer : asks(RACE, typed).answers()) {
            read(RACE, answer.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-10-29T00:30:00Z", "2023-10-29T01:30:00Z", "2023-09-30T14:50:00Z"})
    void theTextOfAnInstantReadsAsThatInstant(Instant at) {
        assertEquals(at, read(RACE, ClockText.text(at, MADRID)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17:10",
                "5:10",
                "pm",
                "p.m.",
                "5pm",
                "17.10",
                "17h10",
                "1710",
                "+20m",
                "+1h30",
                "-10m",
                "noon",
                "Sun",
                "Sunday,",
                "11:20",
                "2023-10-01",
                "2023-10-01T11:20",
                "in",
                "20m",
                "minutes",
                "tomorrow",
                "+",
                "now"
            })
    void wordsThatBelongToATime(String word) {
        assertTrue(ClockText.looksLikeOne(word), word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"race", "1", "R1", "q1", "fp2", "gt4", "race-1", "gt4-european/2023/barcelona/race-1", "12"})
    void wordsThatBelongToTheSession(String word) {
        assertFalse(ClockText.looksLikeOne(word), word);
    }
}
