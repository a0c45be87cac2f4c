package dev.pitboard.notice;

import dev.pitboard.card.Card;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Announcement;
import dev.pitboard.reminder.ReminderCard;
import dev.pitboard.reminder.Start;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notices and edited reminders of the Barcelona weekend, of which something changed at 15:00 on Saturday. */
public final class NoticeCases {
    static final Instant CHANGED = Instant.parse("2023-09-30T13:00:00Z");
    static final Instant RACE_1 = Instant.parse("2023-09-30T14:50:00Z");
    private static final Instant LATER = Instant.parse("2023-09-30T15:10:00Z");
    private static final Timetable BEFORE = Weekend.barcelona().timetable();
    private static final RoundId BARCELONA = RoundId.parse("gt4-european/2023/barcelona");

    private NoticeCases() {}

    /** A card as it is at an instant. */
    public record Case(String name, Card card, Instant now) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Session race1(Instant at, Status status) {
        return Weekend.at(Weekend.race1(status), at);
    }

    static Timetable with(Session race) {
        return Weekend.barcelona().add(race).timetable();
    }

    static List<Change> changes(Timetable before, Timetable after) {
        return Changes.between(
                before.series().getFirst().seasons().getFirst(),
                after.series().getFirst().seasons().getFirst());
    }

    /** A notice of what changed between the two, as it reads on today's timetable. */
    static Card notice(Timetable before, Timetable after, Timetable today, String... subjects) {
        List<NoticeCard.Told> told = new ArrayList<>();
        for (String subject : subjects) {
            String id = subject.isEmpty() ? BARCELONA.toString() : BARCELONA + "/" + subject;
            told.add(new NoticeCard.Told(id, changes(before, after)));
        }
        return NoticeCard.of(told, CHANGED, CHANGED, today);
    }

    private static Case notice(String name, Timetable after, String... subjects) {
        return new Case("notice-" + name, notice(BEFORE, after, after, subjects), CHANGED);
    }

    private static Case edited(String name, Timetable today, Instant now, String... sessions) {
        List<Announcement> said = new ArrayList<>();
        for (String session : sessions) {
            said.add(new Announcement(Start.of(BARCELONA.session(session)), LeadTime.ofMinutes(60), RACE_1));
        }
        return new Case("edited-" + name, ReminderCard.edited(said, now, today), now);
    }

    private static Timetable round(Status status) {
        return Weekend.barcelona().status(status).timetable();
    }

    private static Timetable withoutRace1() {
        return Weekend.of("gt4-european/2023/barcelona", "GT4 European Series", "Barcelona", Weekend.MADRID)
                .add(Weekend.qualifying(null))
                .timetable();
    }

    /** Race 1 20 minutes later and Race 2 called off. */
    private static Timetable several() {
        Session race2 = new Session(
                BARCELONA.session("race-2"),
                Weekend.race1(Status.CANCELLED).kind(),
                "Race 2",
                new SessionTime.Exact(Instant.parse("2023-10-01T09:20:00Z"), Duration.ofMinutes(60)),
                Status.CANCELLED,
                List.of(),
                List.of(),
                List.of());
        return Weekend.barcelona()
                .add(race1(LATER, Status.SCHEDULED))
                .add(race2)
                .timetable();
    }

    private static Card roundMoved() {
        Round before = BEFORE.findRound(BARCELONA).orElseThrow();
        Round old = new Round(
                before.id(),
                before.number(),
                before.name(),
                before.circuit(),
                before.firstDay().minusDays(7),
                before.lastDay().minusDays(7),
                Status.SCHEDULED,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        Change.OfRound change = new Change.OfRound(old, Changes.withSessions(before, List.of()));
        return NoticeCard.of(
                List.of(new NoticeCard.Told(BARCELONA.toString(), List.of(change))), CHANGED, CHANGED, BEFORE);
    }

    /** All of them. */
    public static List<Case> all() {
        Timetable moved = with(race1(LATER, Status.SCHEDULED));
        Timetable again = with(race1(LATER.plusSeconds(1200), Status.SCHEDULED));
        Timetable cancelled = with(race1(RACE_1, Status.CANCELLED));
        return List.of(
                notice("moved", moved, "race-1"),
                notice("next-day", with(race1(RACE_1.plus(Duration.ofDays(1)), Status.TENTATIVE)), "race-1"),
                notice("cancelled", cancelled, "race-1"),
                notice("postponed", with(race1(RACE_1, Status.POSTPONED)), "race-1"),
                notice("delayed", with(race1(RACE_1, Status.DELAYED)), "race-1"),
                notice("gone", withoutRace1(), "race-1"),
                notice("several", several(), "race-1", "race-2"),
                notice("round-cancelled", round(Status.CANCELLED), ""),
                new Case("notice-restored", notice(cancelled, BEFORE, BEFORE, "race-1"), CHANGED),
                new Case("notice-moved-again", notice(BEFORE, moved, again, "race-1"), CHANGED),
                new Case("notice-taken-back", notice(BEFORE, moved, BEFORE, "race-1"), CHANGED),
                new Case("notice-round-moved", roundMoved(), CHANGED),
                edited("moved", moved, CHANGED, "race-1"),
                edited("cancelled", cancelled, CHANGED, "race-1"),
                edited("gone", withoutRace1(), CHANGED, "race-1"),
                edited("as-said", BEFORE, CHANGED, "race-1"),
                edited("long-after", moved, RACE_1.plus(Duration.ofDays(3)), "race-1"),
                edited("several", several(), CHANGED, "race-1", "race-2"));
    }
}
