package dev.pitboard.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Card;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.LeadTime;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReminderCardTest {
    private static final Timetable TODAY = Weekend.barcelona().timetable();
    private static final Instant RACE_1 = Instant.parse("2023-09-30T14:50:00Z");
    private static final Instant Q2 = Instant.parse("2023-09-30T09:50:00Z");

    @Test
    void aSingleSessionSaysEverythingKnown() {
        assertEquals("""
                LIVE Race 1 · GT4 European Series, Barcelona · starts {RELATIVE 2023-09-30T14:50:00Z}
                fact Starts: {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z}
                fact Track time: {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z Europe/Madrid}
                fact Length: 60 min, until {TIME 2023-09-30T15:50:00Z}
                fact Note: Driver change in the middle of the race
                fact Coverage: Live TV
                fact Where: Circuit of Barcelona, Montmeló, Spain
                quiet Source: Team press release, checked 27 Sep 2023.
                button Timetable -> timetable round=gt4-european/2023/barcelona
                button Next session -> next-session series=gt4-european""", text(one("race-1", 10, RACE_1), RACE_1.minusSeconds(600), TODAY));
    }

    @Test
    void whatIsNotConfirmedOrNotCheckedLatelyIsMarked() {
        Timetable tentative =
                Weekend.barcelona().add(Weekend.race1(Status.TENTATIVE)).timetable();
        String text = text(one("race-1", 10, RACE_1), RACE_1.minusSeconds(600), tentative);
        assertTrue(text.contains("fact Starts: {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z} · time not confirmed\n"), text);
        Timetable old = Weekend.barcelona()
                .source(new Source("Last year's", null, LocalDate.of(2023, 9, 1)))
                .timetable();
        assertTrue(text(one("race-1", 10, RACE_1), RACE_1.minusSeconds(600), old)
                .contains("quiet Source: Last year's, checked 1 Sep 2023. *Not checked for 29 days"));
    }

    @Test
    void bothPartsOfOneLineAreNamed() {
        String text = text(one("qualifying", 10, Instant.parse("2023-09-30T09:25:00Z")), at("09:15"), TODAY);
        assertTrue(text.startsWith("LIVE Qualifying 1 & 2 · GT4 European Series, Barcelona · starts {RELATIVE"), text);
        assertTrue(text.contains("fact Parts: Q1 20 min · Q2 20 min\n"), text);
        assertTrue(text.contains("fact Length: 40 min, until {TIME 2023-09-30T10:05:00Z}\n"), text);
    }

    @Test
    void aPartIsNamedWithItsSession() {
        Timetable today = Weekend.barcelona().add(Weekend.qualifying(Q2)).timetable();
        Start start = Start.parse("gt4-european/2023/barcelona/qualifying#q2");
        String text = text(new Announcement(start, LeadTime.ofMinutes(10), Q2), at("09:40"), today);
        assertTrue(text.startsWith("LIVE Q2 of Qualifying 1 & 2 · GT4 European Series, Barcelona · starts"), text);
        assertTrue(text.contains("fact Length: 20 min, until {TIME 2023-09-30T10:10:00Z}\n"), text);
        assertTrue(
                text.contains("fact Part of: Qualifying 1 & 2, which started at {TIME 2023-09-30T09:25:00Z}\n"), text);
    }

    @Test
    void leadZeroStartsNow() {
        String text = text(one("race-1", 0, RACE_1), RACE_1, TODAY);
        assertTrue(text.startsWith("LIVE Race 1 · GT4 European Series, Barcelona · starts now\n"), text);
    }

    @Test
    void lateIsMoreThanAMinuteAfterDue() {
        String onTime = text(one("race-1", 10, RACE_1), RACE_1.minusSeconds(540), TODAY);
        assertTrue(onTime.startsWith("LIVE") && !onTime.contains("late"), onTime);

        String late = text(ReminderCard.of(
                List.of(one("race-1", 10, RACE_1)), RACE_1.minusSeconds(600), RACE_1.minusSeconds(539), TODAY));
        assertTrue(late.startsWith("WARNING Race 1 · GT4 European Series, Barcelona · starts {RELATIVE"), late);
        assertTrue(
                late.contains("paragraph This reminder is late: it was due at {TIME 2023-09-30T14:40:00Z}.\n"), late);
    }

    @Test
    void aDayLateNamesTheDay() {
        String text = text(ReminderCard.of(
                List.of(one("race-1", 2880, RACE_1)),
                Instant.parse("2023-09-28T14:50:00Z"),
                Instant.parse("2023-09-29T14:50:00Z"),
                TODAY));
        assertTrue(text.contains("it was due on {DATE_TIME 2023-09-28T14:50:00Z}."), text);
    }

    @Test
    void aLateStartSaysThatItHasStarted() {
        String text = text(ReminderCard.of(List.of(one("race-1", 0, RACE_1)), RACE_1, RACE_1.plusSeconds(300), TODAY));
        assertTrue(
                text.startsWith(
                        "WARNING Race 1 · GT4 European Series, Barcelona · started {RELATIVE 2023-09-30T14:50:00Z}\n"),
                text);
    }

    @Test
    void sessionsOfTwoSeriesThatStartTogetherAreOneMessage() {
        Weekend other = Weekend.of("gtwc/2023/barcelona", "GT World Challenge", "Barcelona", Weekend.MADRID)
                .session("qualifying", SessionKind.QUALIFYING, "Qualifying", "2023-09-30T16:50", 30);
        Announcement theirs =
                new Announcement(Start.parse("gtwc/2023/barcelona/qualifying"), LeadTime.ofMinutes(10), RACE_1);
        assertEquals(
                """
                LIVE Race 1 (GT4 European Series) and Qualifying (GT World Challenge) · Barcelona · start {RELATIVE 2023-09-30T14:50:00Z}
                row {DATE_TIME 2023-09-30T14:50:00Z} | *Race 1* · GT4 European Series, Barcelona
                  Track time {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z Europe/Madrid} · 60 min, until {TIME 2023-09-30T15:50:00Z}
                  Driver change in the middle of the race
                  Live TV
                row {DATE_TIME 2023-09-30T14:50:00Z} | *Qualifying* · GT World Challenge, Barcelona
                  Track time {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z Europe/Madrid} · 30 min, until {TIME 2023-09-30T15:20:00Z}
                fact Where: Circuit of Barcelona, Montmeló, Spain
                quiet Source: Team press release, checked 27 Sep 2023.
                button Timetable GT4 European Series -> timetable round=gt4-european/2023/barcelona
                button Timetable GT World Challenge -> timetable round=gtwc/2023/barcelona
                button Next session -> next-session""",
                text(ReminderCard.of(
                        List.of(theirs, one("race-1", 10, RACE_1)),
                        RACE_1.minusSeconds(600),
                        RACE_1.minusSeconds(600),
                        Weekend.barcelona().timetable(other))));
    }

    @Test
    void sessionsOfOneRoundShareItsName() {
        Weekend weekend = Weekend.barcelona()
                .session("cup", SessionKind.OTHER, "Cup", "2023-09-30T16:50", 20)
                .session("gala", SessionKind.OTHER, "Gala", "2023-09-30T16:50", 20)
                .session("show", SessionKind.OTHER, "Show", "2023-09-30T16:50", 20);
        List<Announcement> three = List.of(one("race-1", 10, RACE_1), one("cup", 10, RACE_1), one("gala", 10, RACE_1));
        List<Announcement> four = List.of(
                one("race-1", 10, RACE_1), one("cup", 10, RACE_1), one("gala", 10, RACE_1), one("show", 10, RACE_1));
        assertTrue(text(ReminderCard.of(three, at("14:40"), at("14:40"), weekend.timetable()))
                .startsWith("LIVE Cup, Gala and Race 1 · GT4 European Series, Barcelona · start {"));
        assertTrue(text(ReminderCard.of(four, at("14:40"), at("14:40"), weekend.timetable()))
                .startsWith("LIVE Cup, Gala and 2 more · GT4 European Series, Barcelona · start {"));
    }

    @Test
    void whatIsDueTogetherButStartsApartSaysBothStarts() {
        Instant later = Instant.parse("2023-09-30T15:40:00Z");
        Weekend weekend = Weekend.barcelona().session("cup", SessionKind.OTHER, "Cup", "2023-09-30T17:40", 20);
        String text = text(ReminderCard.of(
                List.of(one("cup", 60, later), one("race-1", 10, RACE_1)),
                at("14:40"),
                at("14:40"),
                weekend.timetable()));
        assertTrue(
                text.startsWith(
                        "LIVE Race 1 · GT4 European Series, Barcelona · starts {RELATIVE 2023-09-30T14:50:00Z}; Cup · GT4 European Series, Barcelona · starts {RELATIVE 2023-09-30T15:40:00Z}\n"),
                text);
    }

    @Test
    void whatDoesNotTakePlaceAtThatInstantIsNotSaid() {
        Announcement race = one("race-1", 10, RACE_1);
        for (Status status : List.of(Status.CANCELLED, Status.POSTPONED)) {
            Timetable gone = Weekend.barcelona().add(Weekend.race1(status)).timetable();
            assertEquals(Optional.empty(), ReminderCard.of(List.of(race), at("14:40"), at("14:40"), gone));
        }
        Timetable roundGone = Weekend.barcelona().status(Status.CANCELLED).timetable();
        assertEquals(Optional.empty(), ReminderCard.of(List.of(race), at("14:40"), at("14:40"), roundGone));
        Announcement moved = one("race-1", 10, RACE_1.minusSeconds(60));
        assertEquals(Optional.empty(), ReminderCard.of(List.of(moved), at("14:39"), at("14:39"), TODAY));
        assertEquals(Optional.empty(), ReminderCard.of(List.of(race), at("14:40"), at("14:40"), Timetable.empty()));
        assertEquals(Optional.empty(), ReminderCard.of(List.of(), at("14:40"), at("14:40"), TODAY));
    }

    @Test
    void oneOfTwoThatMovedIsDroppedAndTheOtherStays() {
        Weekend weekend = Weekend.barcelona().session("cup", SessionKind.OTHER, "Cup", "2023-09-30T17:40", 20);
        String text = text(ReminderCard.of(
                List.of(one("cup", 10, RACE_1), one("race-1", 10, RACE_1)),
                at("14:40"),
                at("14:40"),
                weekend.timetable()));
        assertTrue(text.startsWith("LIVE Race 1 · GT4 European Series, Barcelona · starts {"), text);
        assertTrue(!text.contains("Cup") && text.contains("fact Length: 60 min"), text);
    }

    @Test
    void theRoundsOwnSourceComesFirstAndIsLinked() {
        Source page =
                new Source("Official timetable", URI.create("https://example.org/times"), LocalDate.of(2023, 9, 28));
        String text = text(
                one("race-1", 10, RACE_1),
                at("14:40"),
                Weekend.barcelona().source(page).timetable());
        assertTrue(
                text.contains("quiet Source: [Official timetable](https://example.org/times), checked 28 Sep 2023.\n"),
                text);
    }

    @Test
    void unknownLengthIsLeftOut() {
        Session race = Weekend.race1(Status.SCHEDULED);
        Session endless = new Session(
                race.id(),
                race.kind(),
                race.name(),
                new SessionTime.Exact(RACE_1, null),
                race.status(),
                List.of(),
                List.of(),
                List.of());
        String text = text(
                one("race-1", 10, RACE_1),
                at("14:40"),
                Weekend.barcelona().add(endless).timetable());
        assertTrue(!text.contains("Length") && !text.contains("Coverage") && !text.contains("Parts"), text);
    }

    @Test
    void trackTimeIsOnTheClockOfTheTrack() {
        ZoneId sydney = ZoneId.of("Australia/Sydney");
        Weekend bathurst = Weekend.of("supercars/2023/bathurst", "Supercars", "Bathurst", sydney)
                .session("race", SessionKind.RACE, "Bathurst 1000", "2023-10-08T11:15", 400);
        Instant start = Instant.parse("2023-10-08T00:15:00Z");
        String text = text(
                new Announcement(Start.parse("supercars/2023/bathurst/race"), LeadTime.ofMinutes(10), start),
                start.minusSeconds(600),
                bathurst.timetable());
        assertTrue(text.contains("{WEEKDAY_DATE_TIME 2023-10-08T00:15:00Z Australia/Sydney}"), text);
        assertTrue(text.contains("fact Length: 6 h 40 min, until {TIME 2023-10-08T06:55:00Z}\n"), text);
    }

    @Test
    void aTestSaysThatItIsOne() {
        Reminder next = ReminderPlanner.plan(
                        TODAY, Start.parse("gt4-european/2023/barcelona/race-1"), LeadTime.ofMinutes(60))
                .orElseThrow();
        String text = CardText.of(ReminderCard.test("GT4 European Series", List.of(next), at("09:00"), TODAY));
        assertTrue(
                text.startsWith(
                        "INFO Test · Race 1 · GT4 European Series, Barcelona · starts {RELATIVE 2023-09-30T14:50:00Z}\n"
                                + "paragraph This is a test of the reminders in this chat. The real one comes {RELATIVE 2023-09-30T13:50:00Z}.\n"),
                text);
        assertTrue(text.contains("button Timetable -> "), text);
    }

    @Test
    void aTestWithNothingAheadSaysSo() {
        String text = CardText.of(ReminderCard.test("GT4 European Series", List.of(), at("09:00"), TODAY));
        assertTrue(text.startsWith("INFO Test · GT4 European Series\nparagraph This is a test"), text);
    }

    private static Announcement one(String session, int minutes, Instant at) {
        return new Announcement(Start.parse("gt4-european/2023/barcelona/" + session), LeadTime.ofMinutes(minutes), at);
    }

    private static Instant at(String utc) {
        return Instant.parse("2023-09-30T" + utc + ":00Z");
    }

    /** The text of a card that is sent the moment it is due or when {@code now} is. */
    private static String text(Announcement announcement, Instant now, Timetable today) {
        Instant due = announcement.at().minus(announcement.lead().before());
        return text(ReminderCard.of(List.of(announcement), due, now, today));
    }

    private static String text(Optional<Card> card) {
        return CardText.of(card.orElseThrow());
    }
}
