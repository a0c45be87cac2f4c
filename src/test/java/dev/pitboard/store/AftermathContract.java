package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerFilter;
import dev.pitboard.delivery.Settle;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Source;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.revision.ChangeSet;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.Outdated;
import dev.pitboard.revision.Revisions;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a revision does to the ledger, on any database. */
abstract class AftermathContract {
    private static final SessionId RACE = new SessionId("gt4", 2023, "barcelona", "race-1");
    private static final SessionId QUALIFYING = new SessionId("gt4", 2023, "barcelona", "qualifying");
    private static final Start START = Start.of(RACE);
    private static final Start Q2 = new Start(QUALIFYING, "q2");
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "1");
    private static final ChatRef CLUB = ChatRef.of(Platform.DISCORD, "2");
    private static final ChatRef TEAM = ChatRef.of(Platform.DISCORD, "3");
    private static final Instant TWO = at("14:00");
    private static final Instant MACHINE = at("00:00");

    private @Nullable Database database;
    private long base;

    /** An empty database. */
    abstract Database empty();

    @BeforeEach
    final void open() {
        database = empty();
    }

    private Database database() {
        return Objects.requireNonNull(database);
    }

    private Ledger ledger() {
        return new SqlLedger(database());
    }

    private static Instant at(String time) {
        return Instant.parse("2023-09-30T" + time + ":00Z");
    }

    private void on(ChatRef chat, String series, String leads, Instant since, SessionKind... kinds) {
        new SqlSubscriptions(database())
                .turnOn(chat, "space", series, new Settings(Set.of(kinds), LeadTime.parseAll(leads), null), since);
    }

    private void on(ChatRef chat) {
        on(chat, "gt4", "1h 10m", at("06:00"), SessionKind.RACE, SessionKind.QUALIFYING);
    }

    private static Reminder reminder(Start start, int lead, Instant at) {
        SessionKind kind = start.session().session().equals("race-1") ? SessionKind.RACE : SessionKind.QUALIFYING;
        Instant expires = lead == 0 ? at.plus(Reminder.USEFUL_AFTER_START) : at;
        return new Reminder(start, kind, LeadTime.ofMinutes(lead), at, expires);
    }

    private static Notice moved(@Nullable Instant to, Instant now) {
        return new Notice("gt4", START.toString(), "race", to, now, at("20:00"), false);
    }

    private static Notice ofRound(Instant now) {
        return new Notice(
                "gt4", RACE.roundId().toString(), Notice.ROUND, null, now, now.plus(Duration.ofDays(2)), true);
    }

    private long commit(Consequences consequences, Instant now) {
        Source source = new Source("x", null, null);
        Season season = new Season("gt4", 2023, source, List.of(), List.of(), List.of(), List.of(), null);
        ChangeSet set = new ChangeSet(
                new Series("gt4", "GT4", List.of(), List.of(), List.of(), null, null, source, List.of()),
                2023,
                base,
                List.of(),
                Origin.HAND,
                "terminal",
                "it is so",
                null);
        try {
            base = new SqlRevisions(database())
                    .commit(new Revisions.Made(set, season, null, consequences), now)
                    .number();
            return base;
        } catch (Outdated e) {
            throw new IllegalStateException(e);
        }
    }

    private static Consequences moves(Start start, @Nullable Instant to, List<Reminder> owed, Notice... notices) {
        return new Consequences(
                Map.of(start, Optional.ofNullable(to)), owed, List.of(notices), Set.of(start.session()));
    }

    /** Claims and sends everything that is due. @return the message's ids */
    private List<String> send(Instant now) {
        List<Claim> claims = ledger().claim(Platform.DISCORD, now, MACHINE, Duration.ofMinutes(1), 100);
        claims.forEach(c -> Settle.sent(ledger(), c, "ref", null, now));
        return claims.stream().map(Claim::messageId).toList();
    }

    /** "subject lead start due state revision quiet" of a chat's rows, in their order. */
    private List<String> rows(ChatRef chat) {
        return database()
                .read(h -> h.createQuery("""
                        SELECT d.* FROM delivery d JOIN chat c ON c.id = d.chat_id AND c.platform = d.platform
                        WHERE c.chat = :chat ORDER BY d.id""")
                        .bind("chat", chat.id())
                        .map((rs, _) -> "%s %s %d %s %s %s %d %d"
                                .formatted(
                                        rs.getString("start"),
                                        rs.getString("kind"),
                                        rs.getInt("lead_minutes"),
                                        time(rs.getLong("start_at")),
                                        time(rs.getLong("due_at")),
                                        rs.getString("state"),
                                        rs.getLong("revision"),
                                        rs.getInt("quiet")))
                        .list());
    }

    private static String time(long millis) {
        return millis == 0 ? "-" : Instant.ofEpochMilli(millis).toString().substring(11, 16);
    }

    private List<String> stale(long revision) {
        return database()
                .read(h -> h.createQuery("SELECT id FROM message WHERE to_show = :revision ORDER BY id")
                        .bind("revision", revision)
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void unsentRemindersOfAnotherInstantAreSuperseded() {
        on(FANS);
        ledger().expand(reminder(START, 60, TWO), at("13:00"));
        ledger().expand(reminder(START, 10, at("14:20")), at("13:00"));
        ledger().expand(reminder(Q2, 60, TWO), at("13:00"));
        commit(moves(START, at("14:20"), List.of()), at("13:05"));
        assertEquals(
                List.of(
                        START + " race 60 14:00 13:00 superseded 0 0",
                        START + " race 10 14:20 14:10 pending 0 0",
                        Q2 + " qualifying 60 14:00 13:00 pending 0 0"),
                rows(FANS));
        var row = ledger().find(LedgerFilter.all(), 10).getLast();
        assertEquals("now starts at 2023-09-30T14:20:00Z", row.reason());
        assertEquals(at("13:05"), row.settled());
        commit(moves(START, null, List.of()), at("13:06"));
        assertEquals(
                "does not take place as planned",
                ledger().find(LedgerFilter.all(), 10).get(1).reason());
    }

    @Test
    void everyoneWhoseSubscriptionCoversItGetsOneNotice() {
        on(FANS);
        on(CLUB, "gt4", "1d", at("06:00"), SessionKind.PRACTICE);
        on(TEAM, "f1", "1h", at("06:00"), SessionKind.RACE);
        ChatRef off = ChatRef.of(Platform.TELEGRAM, "4");
        on(off);
        new SqlSubscriptions(database()).turnOff(off, "gt4", at("12:00"));
        ChatRef late = ChatRef.of(Platform.TELEGRAM, "5");
        on(late, "gt4", "1h", at("13:06"), SessionKind.RACE);
        long revision = commit(
                moves(START, at("14:20"), List.of(), moved(at("14:20"), at("13:05")), ofRound(at("13:05"))),
                at("13:05"));
        String round = RACE.roundId() + " round 0 - 13:05 pending " + revision + " 1";
        assertEquals(List.of(START + " race 0 14:20 13:05 pending " + revision + " 0", round), rows(FANS));
        assertEquals(List.of(round), rows(CLUB), "a round is everyone's who follows the series");
        assertEquals(List.of(), rows(TEAM));
        assertEquals(List.of(), rows(off));
        assertEquals(List.of(), rows(late), "it knew nothing else");
    }

    @Test
    void aNoticeIsWrittenForEachRevisionAndSaysWhenThereIsNoStart() {
        on(FANS);
        long first = commit(moves(START, null, List.of(), moved(null, at("13:05"))), at("13:05"));
        send(at("13:05"));
        long second = commit(moves(START, at("14:20"), List.of(), moved(at("14:20"), at("13:06"))), at("13:06"));
        assertEquals(
                List.of(
                        START + " race 0 - 13:05 sent " + first + " 0",
                        START + " race 0 14:20 13:06 pending " + second + " 0"),
                rows(FANS));
    }

    @Test
    void aNoticeThatWasNotClaimedTellsOfALaterChangeToo() {
        on(FANS);
        Instant soon = at("13:30");
        long first =
                commit(moves(START, soon, List.of(reminder(START, 60, soon)), moved(soon, at("13:05"))), at("13:05"));
        on(CLUB, "gt4", "1h", at("13:06"), SessionKind.RACE);
        Instant later = at("13:50");
        Notice next = new Notice("gt4", START.toString(), "race", later, at("13:07"), at("21:00"), true);
        long second = commit(moves(START, later, List.of(reminder(START, 60, later)), next), at("13:07"));
        assertEquals(
                List.of(
                        START + " race 0 13:50 13:07 pending " + first + " 0",
                        START + " race 60 13:30 12:30 covered 0 0",
                        START + " race 60 13:50 12:50 covered 0 0"),
                rows(FANS),
                "it tells of both, and pings");
        assertEquals(
                List.of(START + " race 0 13:50 13:07 pending " + second + " 1"),
                rows(CLUB),
                "who came in between knew of the first");
        assertEquals(
                at("21:00"),
                ledger().find(LedgerFilter.of(FANS), 10).stream()
                        .map(r -> r.promise().expires())
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    @Test
    void anOlderNoticeThatIsOwedAgainIsSupersededByWhatWasSaidSince() {
        on(FANS);
        commit(moves(START, at("13:30"), List.of(), moved(at("13:30"), at("13:05"))), at("13:05"));
        database().write(h -> h.execute("UPDATE delivery SET state = 'sending'"));
        commit(moves(START, at("13:50"), List.of(), moved(at("13:50"), at("13:06"))), at("13:06"));
        send(at("13:06"));
        database().write(h -> h.execute("UPDATE delivery SET state = 'pending' WHERE state = 'sending'"));
        commit(moves(START, at("13:30"), List.of(), moved(at("13:30"), at("13:07"))), at("13:07"));
        assertEquals(
                List.of("superseded", "sent", "pending"),
                rows(FANS).stream().map(r -> r.split(" ", -1)[5]).toList());
    }

    @Test
    void whatIsOwedIsCoveredByTheNoticeThatSaysIt() {
        on(FANS);
        on(CLUB, "gt4", "1h", at("06:00"), SessionKind.RACE);
        new SqlSubscriptions(database()).turnOff(CLUB, "gt4", at("13:02"));
        Instant soon = at("13:30");
        long revision =
                commit(moves(START, soon, List.of(reminder(START, 60, soon)), moved(soon, at("13:05"))), at("13:05"));
        assertEquals(
                List.of(
                        START + " race 0 13:30 13:05 pending " + revision + " 0",
                        START + " race 60 13:30 12:30 covered 0 0"),
                rows(FANS));
        assertEquals(List.of(START + " race 60 13:30 12:30 pending 0 0"), rows(CLUB), "no notice says it there");
        assertEquals(
                "The notice that the start changed says it.",
                ledger().find(LedgerFilter.of(FANS), 10).stream()
                        .filter(r -> r.state() == DeliveryState.COVERED)
                        .findFirst()
                        .orElseThrow()
                        .reason());
        ledger().expand(reminder(START, 10, soon), at("13:20"));
        assertEquals(START + " race 10 13:30 13:20 pending 0 0", rows(FANS).getLast(), "due after the notice");
    }

    @Test
    void aStartThatIsCorrectedByTooLittleForANoticeIsStillCovered() {
        on(FANS);
        Instant soon = at("13:30");
        commit(moves(START, soon, List.of(), moved(soon, at("13:05"))), at("13:05"));
        Instant corrected = at("13:34");
        commit(moves(START, corrected, List.of(reminder(START, 60, corrected))), at("13:06"));
        assertEquals(START + " race 60 13:34 12:34 covered 0 0", rows(FANS).getLast());
    }

    @Test
    void laterPlanningSeesTheCoverToo() {
        on(FANS);
        Instant soon = at("13:30");
        commit(moves(START, soon, List.of(), moved(soon, at("13:05"))), at("13:05"));
        assertEquals(0, ledger().expand(reminder(START, 60, soon), at("13:06")));
        assertEquals(START + " race 60 13:30 12:30 covered 0 0", rows(FANS).getLast());
        assertEquals(1, ledger().expand(reminder(START, 60, at("13:40")), at("13:06")), "of another instant");
    }

    @Test
    void aNoticeOfTheSessionCoversItsPart() {
        on(FANS);
        Instant soon = at("13:30");
        Notice session = new Notice("gt4", QUALIFYING.toString(), "qualifying", soon, at("13:05"), soon, false);
        commit(moves(Q2, soon, List.of(reminder(Q2, 60, soon)), session), at("13:05"));
        assertEquals(Q2 + " qualifying 60 13:30 12:30 covered 0 0", rows(FANS).getLast());
    }

    @Test
    void aNoticeThatWentOutIsNoReminderOfAnotherInstant() {
        on(FANS, "gt4", "0", at("06:00"), SessionKind.RACE);
        commit(moves(START, at("13:05"), List.of(), moved(at("13:05"), at("13:04"))), at("13:04"));
        database()
                .write(h -> h.execute(
                        "UPDATE delivery SET state = 'sent', said_at = ? WHERE revision > 0",
                        at("13:04").toEpochMilli()));
        ledger().expand(reminder(START, 0, at("13:06")), at("13:05"));
        ledger().expand(reminder(START, 0, at("13:05")), at("13:05"));
        assertEquals(
                List.of("sent", "pending", "pending"),
                rows(FANS).stream().map(r -> r.split(" ", -1)[5]).toList());
    }

    @Test
    void postedMessagesAboutItAreToBeEdited() {
        on(FANS);
        on(CLUB, "gt4", "1h", at("06:00"), SessionKind.QUALIFYING);
        on(TEAM, "f1", "1h", at("06:00"), SessionKind.RACE);
        ledger().expand(List.of(reminder(START, 60, TWO)), at("13:00"));
        List<String> race = send(at("13:00"));
        ledger().expand(List.of(reminder(Q2, 60, at("14:10"))), at("13:10"));
        List<String> qualifying = send(at("13:10"));
        ledger().expand(reminder(Start.of(new SessionId("f1", 2023, "barcelona", "race-1")), 60, TWO), at("13:00"));
        List<String> other = send(at("13:10"));
        assertEquals(
                List.of(1, 2, 1),
                Stream.of(race, qualifying, other).map(List::size).toList());
        ledger().expand(List.of(reminder(START, 10, TWO)), at("13:50"));
        List<String> inTheAir =
                ledger().claim(Platform.DISCORD, at("13:50"), MACHINE, Duration.ofMinutes(1), 1).stream()
                        .map(Claim::messageId)
                        .toList();

        long first = commit(moves(START, at("14:03"), List.of()), at("13:51"));
        assertEquals(Stream.concat(race.stream(), inTheAir.stream()).sorted().toList(), stale(first));
        long second = commit(moves(Start.of(QUALIFYING), null, List.of()), at("13:52"));
        assertEquals(qualifying.stream().sorted().toList(), stale(second), "also of parts, in every chat");
        assertEquals(2, stale(first).size(), "the others stay as they were");
    }

    @Test
    void noticesOfTheRoundAreBroughtUpToDateToo() {
        on(FANS);
        long first =
                commit(new Consequences(Map.of(), List.of(), List.of(ofRound(at("13:00"))), Set.of()), at("13:00"));
        database().write(h -> {
            h.execute("INSERT INTO message (id, chat_id, platform, due_at, state, attempts, tried_at)"
                    + " SELECT 'm', chat_id, platform, due_at, 'ended', 1, 0 FROM delivery");
            return h.execute("UPDATE delivery SET state = 'sent', message_id = 'm'");
        });
        assertEquals(List.of(), stale(first));
        long second = commit(moves(START, at("15:00"), List.of()), at("13:10"));
        assertEquals(List.of("m"), stale(second));
    }

    @Test
    void whatWasPostedLongAgoIsLeftAlone() {
        on(FANS);
        ledger().expand(reminder(START, 60, TWO), at("13:00"));
        List<String> old = send(at("13:00"));
        Instant twoWeeks = TWO.plus(Duration.ofDays(14));
        long within = commit(moves(START, at("14:01"), List.of()), twoWeeks);
        assertEquals(old, stale(within));
        long after = commit(moves(START, at("14:02"), List.of()), twoWeeks.plusMillis(1));
        assertEquals(List.of(), stale(after));
    }

    @Test
    void allOfItOrNothing() {
        on(FANS);
        ledger().expand(reminder(START, 60, TWO), at("13:00"));
        database().write(h -> h.execute("DROP TABLE noticed"));
        assertThrows(
                RuntimeException.class,
                () -> commit(moves(START, at("14:20"), List.of(), moved(at("14:20"), at("13:05"))), at("13:05")));
        assertEquals(List.of(START + " race 60 14:00 13:00 pending 0 0"), rows(FANS));
        assertEquals(0, new SqlRevisions(database()).head());
        // The next test may use the same database.
        database()
                .write(h -> h.execute("CREATE TABLE noticed (start TEXT NOT NULL, start_at BIGINT NOT NULL,"
                        + " PRIMARY KEY (start, start_at))"));
    }

    @Test
    void whoseChatMovedKeepsItsNoticesBesideItsReminders() {
        on(FANS, "gt4", "0", at("06:00"), SessionKind.RACE);
        on(CLUB, "gt4", "0", at("06:00"), SessionKind.RACE);
        Instant soon = at("13:05");
        long revision = commit(moves(START, soon, List.of(), moved(soon, at("13:04"))), at("13:04"));
        ledger().expand(reminder(START, 0, soon), soon);
        new SqlSubscriptions(database()).moved(FANS, CLUB);
        List<String> rows = new ArrayList<>(rows(CLUB));
        assertEquals(
                List.of(
                        START + " race 0 13:05 13:04 pending " + revision + " 0",
                        START + " race 0 13:05 13:05 pending 0 0"),
                rows);
        assertEquals(1, new SqlSubscriptions(database()).forget(CLUB));
        assertEquals(List.of(), rows(CLUB));
    }
}
