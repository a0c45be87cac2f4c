package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does. Race 1 is at 14:00; subscriptions begin at 06:00; machine time is a year of its own. */
public abstract class LedgerContract {
    protected static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "1");
    protected static final ChatRef CLUB = ChatRef.of(Platform.DISCORD, "2");
    protected static final ChatRef GROUP = ChatRef.of(Platform.TELEGRAM, "-100");
    protected static final Instant MACHINE = Instant.parse("2026-11-01T00:00:00Z");
    protected static final Duration LEASE = Duration.ofSeconds(60);
    protected static final Start RACE = start("race-1");
    protected static final Instant TWO = at("14:00");

    private @Nullable Ledger ledgerOrNull;
    private @Nullable Subscriptions subscriptionsOrNull;

    /** Makes the store empty and says which it is. */
    protected abstract Ledger emptyLedger();

    /** The subscriptions that the ledger of {@link #emptyLedger} follows. */
    protected abstract Subscriptions subscriptionsBeside();

    /** What the ledger of {@link #emptyLedger} knows of chats that can't be written to. */
    protected abstract ShutChats shutChats();

    @BeforeEach
    final void empty() {
        ledgerOrNull = emptyLedger();
        subscriptionsOrNull = subscriptionsBeside();
    }

    protected final Ledger ledger() {
        return Objects.requireNonNull(ledgerOrNull);
    }

    protected final Subscriptions subscriptions() {
        return Objects.requireNonNull(subscriptionsOrNull);
    }

    protected static Start start(String session) {
        return Start.of(new SessionId("gt4", 2023, "barcelona", session));
    }

    protected static Instant at(String time) {
        return Instant.parse("2023-09-30T" + time + ":00Z");
    }

    protected static Reminder race(int minutes, Instant start) {
        return reminder(RACE, minutes, start);
    }

    protected static Reminder reminder(Start start, int minutes, Instant at) {
        Instant expires = minutes == 0 ? at.plus(Reminder.USEFUL_AFTER_START) : at;
        return new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(minutes), at, expires);
    }

    protected final void on(ChatRef chat, String leads) {
        on(chat, "gt4", leads, null, at("06:00"));
    }

    protected final void on(ChatRef chat, String series, String leads, @Nullable String role, Instant now) {
        Settings settings = new Settings(Set.of(SessionKind.RACE), LeadTime.parseAll(leads), role);
        subscriptions().turnOn(chat, "space", series, settings, now);
    }

    protected final List<Claim> claim(Instant now) {
        return claim(now, MACHINE);
    }

    protected final List<Claim> claim(Instant now, Instant machine) {
        return ledger().claim(Platform.DISCORD, now, machine, LEASE, 100);
    }

    protected final Claim claimOne(Instant now) {
        List<Claim> claims = claim(now);
        assertEquals(1, claims.size(), "messages to send");
        return claims.getFirst();
    }

    protected final Optional<Instant> nextRetry(Platform platform) {
        return ledger().nextRetry(platform, at("13:10"), MACHINE);
    }

    protected final void sent(Claim claim, Instant now) {
        Settle.sent(ledger(), claim, "ref-" + claim.messageId(), null, now);
    }

    protected final List<DeliveryState> states(ChatRef chat) {
        return ledger().history(chat, 100).stream().map(DeliveryRecord::state).toList();
    }

    @Test
    void whatIsOwedIsClaimedAndSentOnce() {
        on(FANS, "1h 10m");
        assertEquals(1, ledger().expand(race(60, TWO), at("13:00")));
        assertEquals(0, ledger().expand(race(60, TWO), at("13:00")), "planning twice is harmless");
        assertEquals(Set.of(new Ledger.PlannedStart(RACE, TWO)), ledger().pendingStarts());

        Claim claim = claimOne(at("13:00"));
        assertTrue(claim.messageId().matches("[0-9a-z]{1,25}"), claim.messageId());
        assertEquals(FANS, claim.chat());
        assertNull(claim.role());
        assertEquals(at("13:00"), claim.due());
        assertEquals(1, claim.attempt());
        assertNull(claim.unsureSince());
        Promise.OfReminder promise = Reminders.of(claim.promises().getFirst());
        assertEquals(RACE, promise.start());
        assertEquals(LeadTime.ofMinutes(60), promise.lead());
        assertEquals(TWO, promise.at());
        assertEquals(TWO, promise.expires());
        assertEquals(List.of(), claim(at("13:00")));
        assertEquals(Set.of(), ledger().pendingStarts());

        sent(claim, at("13:01"));
        assertEquals(
                List.of(new DeliveryRecord(
                        promise,
                        FANS,
                        DeliveryState.SENT,
                        claim.messageId(),
                        "ref-" + claim.messageId(),
                        null,
                        at("13:01"))),
                ledger().history(FANS, 10));
        assertEquals(List.of(), claim(at("13:05"), MACHINE.plusSeconds(3600)), "sent for good");
        assertEquals(Map.of(DeliveryState.SENT, 1L), ledger().counts());
        assertEquals(0, ledger().expand(race(60, TWO), at("13:06")));
    }

    @Test
    void onlyWhoWantedItAtItsDueInstantIsOwed() {
        on(FANS, "gt4", "1h", null, at("13:00"));
        on(CLUB, "gt4", "1h", null, at("13:01"));
        on(ChatRef.of(Platform.DISCORD, "3"), "gt4", "10m", null, at("06:00"));
        on(ChatRef.of(Platform.DISCORD, "4"), "f1", "1h", null, at("06:00"));
        on(ChatRef.of(Platform.DISCORD, "5"), "gt4", "1h", null, at("06:00"));
        subscriptions().turnOff(ChatRef.of(Platform.DISCORD, "5"), "gt4", at("13:00"));
        ChatRef practice = ChatRef.of(Platform.DISCORD, "6");
        Settings settings = new Settings(Set.of(SessionKind.PRACTICE), LeadTime.parseAll("1h"), null);
        subscriptions().turnOn(practice, "space", "gt4", settings, at("06:00"));
        assertEquals(1, ledger().expand(race(60, TWO), at("13:05")));
        assertEquals(FANS, claimOne(at("13:05")).chat());
    }

    @Test
    void settingsAreThoseAtTheDueInstantEvenIfTheyChangedSince() {
        on(FANS, "1h");
        on(FANS, "gt4", "10m", null, at("13:30"));
        assertEquals(1, ledger().expand(race(60, TWO), at("13:40")));
        assertEquals(0, ledger().expand(race(120, TWO), at("13:40")));
        assertEquals(1, claim(at("13:40")).size());
    }

    @Test
    void whoTurnsRemindersOffBeforeItIsSentGetsNothing() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        subscriptions().turnOff(FANS, "gt4", at("13:02"));
        assertEquals(List.of(), claim(at("13:03")));
        DeliveryRecord row = ledger().history(FANS, 1).getFirst();
        assertEquals(DeliveryState.WITHDRAWN, row.state());
        assertEquals(at("13:03"), row.settled());
    }

    @Test
    void whatWasPlannedEarlyIsSentEarlyToWhoStillWantsIt() {
        on(FANS, "1h");
        on(CLUB, "1h");
        assertEquals(2, ledger().expand(race(60, TWO), at("12:55")));
        on(FANS, "gt4", "10m", null, at("12:58"));
        assertEquals(CLUB, claimOne(at("12:59")).chat());
        assertEquals(List.of(DeliveryState.WITHDRAWN), states(FANS));
        on(GROUP, "1h");
        assertEquals(1, ledger().expand(race(60, TWO), at("13:00")), "matched again when it is due");
    }

    @Test
    void whatIsTooLateExpiresAtOnceOrWhenClaimed() {
        on(FANS, "1h 0");
        assertEquals(0, ledger().expand(race(60, TWO), TWO));
        assertEquals(1, ledger().expand(race(0, TWO), at("14:09")));
        assertEquals(List.of(), claim(at("14:10")));
        assertEquals(List.of(DeliveryState.EXPIRED, DeliveryState.EXPIRED), states(FANS));
        assertEquals(Map.of(DeliveryState.EXPIRED, 2L), ledger().counts());
    }

    @Test
    void theNewestOfSeveralOverdueLeadsIsSent() {
        on(FANS, "2h 1h 10m");
        ledger().expand(race(120, TWO), at("13:52"));
        ledger().expand(race(60, TWO), at("13:52"));
        ledger().expand(race(10, TWO), at("13:52"));
        Claim claim = claimOne(at("13:52"));
        assertEquals(
                List.of(LeadTime.ofMinutes(10)),
                claim.promises().stream().map(p -> Reminders.of(p).lead()).toList());
        assertEquals(List.of(DeliveryState.SENDING, DeliveryState.OVERTAKEN, DeliveryState.OVERTAKEN), states(FANS));
    }

    @Test
    void anOlderLeadIsOvertakenByANewerOneThatWasSentAlready() {
        on(FANS, "1h 10m");
        ledger().expand(race(10, TWO), at("13:50"));
        sent(claimOne(at("13:50")), at("13:50"));
        ledger().expand(race(60, TWO), at("13:51"));
        assertEquals(List.of(), claim(at("13:51")));
        assertEquals(List.of(DeliveryState.SENT, DeliveryState.OVERTAKEN), states(FANS));
    }

    @Test
    void anOlderLeadThatStillWaitsForItsRetryIsOvertakenToo() {
        on(FANS, "1h 10m");
        ledger().expand(race(60, TWO), at("13:00"));
        Settle.again(ledger(), claimOne(at("13:00")), MACHINE.plusSeconds(3000), "busy");
        ledger().expand(race(10, TWO), at("13:50"));
        List<Claim> claims = claim(at("13:50"), MACHINE.plusSeconds(3000));
        assertEquals(1, claims.size());
        assertEquals(
                LeadTime.ofMinutes(10),
                Reminders.of(claims.getFirst().promises().getFirst()).lead());
        assertEquals(List.of(DeliveryState.SENDING, DeliveryState.OVERTAKEN), states(FANS));
        assertEquals(Optional.of(MACHINE.plusSeconds(3060)), nextRetry(Platform.DISCORD));
    }

    @Test
    void aShorterLeadThatIsNotWantedOvertakesNothing() {
        on(FANS, "1h 10m");
        ledger().expand(race(60, TWO), at("13:45"));
        ledger().expand(race(10, TWO), at("13:45"));
        on(FANS, "gt4", "1h", null, at("13:46"));
        assertEquals(
                LeadTime.ofMinutes(60),
                Reminders.of(claimOne(at("13:51")).promises().getFirst()).lead());
        assertEquals(List.of(DeliveryState.WITHDRAWN, DeliveryState.SENDING), states(FANS));
    }

    @Test
    void whatStartsTogetherIsOneMessage() {
        on(FANS, "gt4", "1h", "9", at("06:00"));
        on(FANS, "f1", "1h 30m", "9", at("06:00"));
        on(FANS, "nls", "1h", "8", at("06:00"));
        Start f1 = Start.of(new SessionId("f1", 2023, "suzuka", "race"));
        Start nls = Start.of(new SessionId("nls", 2023, "nls6", "race"));
        ledger().expand(race(60, TWO), at("13:00"));
        ledger().expand(reminder(f1, 60, TWO), at("13:00"));
        ledger().expand(reminder(new Start(f1.session(), "start"), 30, at("13:30")), at("13:00"));
        ledger().expand(reminder(nls, 60, TWO), at("13:00"));
        List<Claim> claims = claim(at("13:00"));
        assertEquals(2, claims.size(), "one for each role");
        Claim nine =
                claims.stream().filter(c -> "9".equals(c.role())).findFirst().orElseThrow();
        assertEquals(
                List.of(new Start(f1.session(), "start"), RACE, f1),
                nine.promises().stream().map(p -> Reminders.of(p).start()).toList());
        sent(nine, at("13:00"));
        assertEquals(Map.of(DeliveryState.SENT, 3L, DeliveryState.SENDING, 1L), ledger().counts());
    }

    @Test
    void theRolePingedIsTheOneOfNow() {
        on(FANS, "gt4", "1h", "9", at("06:00"));
        ledger().expand(race(60, TWO), at("13:00"));
        on(FANS, "gt4", "1h", "7", at("13:01"));
        Claim claim = claimOne(at("13:02"));
        assertEquals("7", claim.role());
    }

    @Test
    void whatExpiresFirstComesFirst() {
        on(FANS, "1h");
        on(CLUB, "f1", "1h 2h", null, at("06:00"));
        Start f1 = Start.of(new SessionId("f1", 2023, "suzuka", "race"));
        ledger().expand(race(60, TWO), at("13:00"));
        ledger().expand(reminder(f1, 60, at("13:59")), at("13:00"));
        ledger().expand(reminder(start("race-2"), 60, at("14:01")), at("13:00"));
        List<Claim> first = ledger().claim(Platform.DISCORD, at("13:01"), MACHINE, LEASE, 1);
        List<Claim> second = ledger().claim(Platform.DISCORD, at("13:01"), MACHINE, LEASE, 1);
        assertEquals(List.of(CLUB), first.stream().map(Claim::chat).toList());
        assertEquals(
                List.of(RACE),
                second.getFirst().promises().stream()
                        .map(p -> Reminders.of(p).start())
                        .toList());
        assertEquals(
                1,
                ledger().claim(Platform.DISCORD, at("13:01"), MACHINE, LEASE, 1).size());
        assertEquals(List.of(), claim(at("13:01")));
    }

    @Test
    void platformsDoNotSeeEachOther() {
        on(FANS, "1h");
        on(GROUP, "1h");
        assertEquals(2, ledger().expand(race(60, TWO), at("13:00")));
        assertEquals(FANS, claimOne(at("13:00")).chat());
        List<Claim> telegram = ledger().claim(Platform.TELEGRAM, at("13:00"), MACHINE, LEASE, 100);
        assertEquals(List.of(GROUP), telegram.stream().map(Claim::chat).toList());
        Settle.again(ledger(), telegram.getFirst(), MACHINE.plusSeconds(9), "busy");
        assertEquals(Optional.of(MACHINE.plusSeconds(9)), nextRetry(Platform.TELEGRAM));
        assertEquals(Optional.of(MACHINE.plus(LEASE)), nextRetry(Platform.DISCORD));
        assertEquals(Optional.empty(), nextRetry(Platform.TERMINAL));
    }

    @Test
    void aRetryKeepsIdAndRows() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim first = claimOne(at("13:00"));
        Settle.again(ledger(), first, MACHINE.plusSeconds(5), "busy");
        ledger().expand(reminder(start("race-2"), 60, TWO), at("13:00"));
        Instant later = MACHINE.plusSeconds(5);
        List<Claim> claims = ledger().claim(Platform.DISCORD, at("13:00"), later, LEASE, 1);
        assertEquals(
                List.of(new Claim(
                        first.messageId(), FANS, null, false, first.due(), first.promises(), 2, null, 0, null)),
                claims);
        assertNotEquals(first.messageId(), claimOne(at("13:00")).messageId());
        assertEquals(List.of(), claim(at("13:00"), later));
        assertEquals(
                1,
                claim(at("13:01"), later.plus(LEASE)).stream()
                        .filter(c -> c.attempt() == 3)
                        .count());
    }

    @Test
    void aLeaseThatEndsGivesTheMessageToWhoeverComes() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim first = claimOne(at("13:00"));
        assertEquals(List.of(), claim(at("13:00"), MACHINE.plus(LEASE).minusMillis(1)));
        Claim second = claim(at("13:01"), MACHINE.plus(LEASE)).getFirst();
        assertEquals(first.messageId(), second.messageId());
        Settle.again(ledger(), first, MACHINE, "an attempt that is over has no say");
        Settle.end(ledger(), first, DeliveryState.FAILED, "an attempt that is over has no say", at("13:01"));
        assertEquals(List.of(), claim(at("13:01"), MACHINE.plus(LEASE)));
        sent(first, at("13:02"));
        sent(second, at("13:03"));
        Settle.end(ledger(), second, DeliveryState.FAILED, "too late to say so", at("13:04"));
        Settle.again(ledger(), second, MACHINE, "too late to say so");
        DeliveryRecord row = ledger().history(FANS, 1).getFirst();
        assertEquals(DeliveryState.SENT, row.state());
        assertEquals(at("13:02"), row.settled());
        assertEquals(Optional.empty(), nextRetry(Platform.DISCORD));
    }

    @Test
    void releasedLeasesAreClaimedAtOnce() {
        on(FANS, "1h");
        on(CLUB, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        List<Claim> claims = claim(at("13:00"));
        Settle.again(ledger(), claims.getFirst(), MACHINE.plusSeconds(500), "busy");
        assertEquals(1, ledger().releaseLeases(MACHINE.plusSeconds(1)));
        List<Claim> again = claim(at("13:00"), MACHINE.plusSeconds(1));
        assertEquals(
                List.of(claims.get(1).messageId()),
                again.stream().map(Claim::messageId).toList());
        assertEquals(2, again.getFirst().attempt());
    }

    @Test
    void whatExpiresWhileItWaitsDropsOut() {
        on(FANS, "1h 30m");
        Start support = start("support");
        ledger().expand(race(60, TWO), at("13:00"));
        ledger().expand(reminder(support, 30, at("13:30")), at("13:00"));
        Claim both = claimOne(at("13:00"));
        assertEquals(2, both.promises().size());
        Settle.again(ledger(), both, MACHINE.plusSeconds(10), "busy");
        Claim one = claim(at("13:30"), MACHINE.plusSeconds(10)).getFirst();
        assertEquals(
                List.of(RACE),
                one.promises().stream().map(p -> Reminders.of(p).start()).toList());
        Settle.again(ledger(), one, MACHINE.plusSeconds(20), "busy");
        assertEquals(List.of(), claim(TWO, MACHINE.plusSeconds(20)));
        assertEquals(Map.of(DeliveryState.EXPIRED, 2L), ledger().counts());
        assertEquals(Optional.empty(), nextRetry(Platform.DISCORD));
    }

    @Test
    void whatIsGivenUpSaysWhy() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim claim = claimOne(at("13:00"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Settle.end(ledger(), claim, DeliveryState.SENT, "no", at("13:00")));
        Settle.end(ledger(), claim, DeliveryState.IN_DOUBT, "The answer was lost.", at("13:01"));
        assertEquals(
                new DeliveryRecord(
                        claim.promises().getFirst(),
                        FANS,
                        DeliveryState.IN_DOUBT,
                        claim.messageId(),
                        null,
                        "The answer was lost.",
                        at("13:01")),
                ledger().history(FANS, 1).getFirst());
        assertEquals(List.of(), claim(at("13:30"), MACHINE.plusSeconds(999)));
    }

    @Test
    void aMovedStartIsSupersededAndRevivedWhenItMovesBack() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("12:55"));
        assertEquals(1, ledger().supersede(new Ledger.PlannedStart(RACE, TWO), "moved", at("12:56")));
        assertEquals(0, ledger().supersede(new Ledger.PlannedStart(RACE, TWO), "moved", at("12:57")));
        assertEquals(List.of(), claim(at("13:00")));
        DeliveryRecord row = ledger().history(FANS, 1).getFirst();
        assertEquals(DeliveryState.SUPERSEDED, row.state());
        assertEquals("moved", row.reason());
        assertEquals(at("12:56"), row.settled());
        assertEquals(1, ledger().expand(race(60, at("14:30")), at("13:00")));
        assertEquals(1, ledger().supersede(new Ledger.PlannedStart(RACE, at("14:30")), "moved back", at("13:01")));
        assertEquals(1, ledger().expand(race(60, TWO), at("13:01")));
        Claim claim = claimOne(at("13:01"));
        assertEquals(row.promise(), claim.promises().getFirst());
        assertEquals(0, ledger().supersede(new Ledger.PlannedStart(RACE, TWO), "moved", at("13:02")), "in the air");
    }

    @Test
    void aSmallMoveAfterTheAnnouncementIsCovered() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        sent(claimOne(at("13:00")), at("13:01"));
        assertEquals(0, ledger().expand(race(60, at("14:15")), at("13:15")), "14 minutes after the sending");
        assertEquals(1, ledger().expand(race(60, at("14:16")), at("13:16")), "15 minutes after the sending");
        assertEquals(0, ledger().expand(race(60, at("13:30")), at("13:16")), "moved forward");
        assertEquals(
                List.of(DeliveryState.PENDING, DeliveryState.COVERED, DeliveryState.SENT, DeliveryState.COVERED),
                states(FANS));
    }

    @Test
    void whatIsInTheAirCoversAndIsOwedAgainWhenItFails() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim claim = claimOne(at("13:00"));
        assertEquals(0, ledger().expand(race(60, at("14:04")), at("13:04")));
        Settle.end(ledger(), claim, DeliveryState.FAILED, "broken", at("13:05"));
        assertEquals(List.of(DeliveryState.PENDING, DeliveryState.FAILED), states(FANS));
        assertEquals(
                at("14:04"),
                Reminders.of(claimOne(at("13:05")).promises().getFirst()).at());
    }

    @Test
    void whatIsInDoubtCoversNothingLater() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Settle.end(ledger(), claimOne(at("13:00")), DeliveryState.IN_DOUBT, "lost", at("13:00"));
        assertEquals(1, ledger().expand(race(60, at("14:04")), at("13:04")));
    }

    @Test
    void whatWasCoveredByOneThatEndsInDoubtIsOwedAgain() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        claimOne(at("13:00"));
        assertEquals(0, ledger().expand(race(60, at("14:04")), at("13:04")), "covered while the other is in the air");
        Claim again = claim(at("13:05"), MACHINE.plus(LEASE)).getFirst();
        Settle.end(ledger(), again, DeliveryState.SUPERSEDED, "moved", at("13:05"));
        assertEquals(List.of(DeliveryState.PENDING, DeliveryState.IN_DOUBT), states(FANS));
        assertEquals(
                at("14:04"),
                Reminders.of(claimOne(at("13:05")).promises().getFirst()).at());
    }

    @Test
    void forgetLeavesNoRowsAndALateAnswerIsHarmless() {
        on(FANS, "1h");
        on(CLUB, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        List<Claim> claims = claim(at("13:00"));
        assertEquals(1, subscriptions().forget(FANS));
        claims.forEach(c -> sent(c, at("13:00")));
        assertEquals(List.of(), ledger().history(FANS, 10));
        assertEquals(Map.of(DeliveryState.SENT, 1L), ledger().counts());
        assertEquals(List.of(), claim(at("13:30"), MACHINE.plusSeconds(999)));
    }

    @Test
    void whatIsOwedFollowsAChatThatMoves() {
        on(FANS, "1h 10m");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim claim = claimOne(at("13:00"));
        subscriptions().moved(FANS, CLUB);
        Settle.again(ledger(), claim, MACHINE, "moved");
        List<Claim> again = claim(at("13:01"));
        assertEquals(List.of(CLUB), again.stream().map(Claim::chat).toList());
        assertEquals(claim.messageId(), again.getFirst().messageId());
        assertEquals(1, ledger().expand(race(10, TWO), at("13:50")));
        assertEquals(CLUB, claim(at("13:50")).getFirst().chat());
        assertEquals(2, ledger().history(CLUB, 10).size());
    }

    @Test
    void whatBothChatsWereOwedIsSaidOnceWhenTheyBecomeOne() {
        on(FANS, "1h");
        on(CLUB, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim toFans =
                ledger().claim(Platform.DISCORD, at("13:00"), MACHINE, LEASE, 1).getFirst();
        sent(toFans, at("13:00"));
        subscriptions().moved(FANS, CLUB);
        assertEquals(List.of(), claim(at("13:00")));
        assertEquals(List.of(DeliveryState.SENT), states(CLUB));
    }

    @Test
    void whatWasOwedBeforeTheNewChatTurnedOnIsStillOwed() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        on(CLUB, "gt4", "1h", null, at("13:05"));
        subscriptions().moved(FANS, CLUB);
        assertEquals(CLUB, claimOne(at("13:06")).chat());
    }

    @Test
    void historyIsNewestFirstAndLimited() {
        on(FANS, "1h 10m");
        ledger().expand(race(60, TWO), at("13:00"));
        ledger().expand(reminder(start("race-2"), 60, at("18:00")), at("17:00"));
        ledger().expand(race(10, TWO), at("13:50"));
        assertEquals(
                List.of(at("17:00"), at("13:50")),
                ledger().history(FANS, 2).stream().map(r -> r.promise().due()).toList());
        assertEquals(List.of(), ledger().history(CLUB, 2));
    }

    @Test
    void rowsAreFoundByEverythingThatIsKnownOfThem() {
        ChatRef topic = new ChatRef(Platform.TELEGRAM, "-100", "5");
        on(FANS, "1h");
        on(GROUP, "1h");
        on(topic, "1h");
        on(CLUB, "nls", "1h", null, at("06:00"));
        Start race10 = start("race-10");
        Start part = new Start(RACE.session(), "q2");
        Start nls = Start.of(new SessionId("nls", 2023, "nls6", "race"));
        ledger().expand(race(60, TWO), at("13:00"));
        Claim toFans = claimOne(at("13:00"));
        sent(toFans, at("13:01"));
        ledger().expand(reminder(nls, 60, at("13:30")), at("13:00"));
        ledger().expand(reminder(race10, 60, at("20:00")), at("19:00"));
        ledger().expand(reminder(part, 60, at("15:00")), at("19:00"));

        LedgerFilter all = LedgerFilter.all();
        assertEquals(10, ledger().find(all, 100).size());
        assertEquals(3, found(LedgerFilter.of(FANS)).size());
        assertEquals(3, found(LedgerFilter.of(GROUP)).size(), "without its topics");
        assertEquals(3, found(LedgerFilter.of(topic)).size());
        assertEquals(6, found(filter(Set.of(), null, "-100", null, null)).size(), "with its topics");
        assertEquals(
                6, found(filter(Set.of(), Platform.TELEGRAM, null, null, null)).size());
        assertEquals(
                0, found(filter(Set.of(), Platform.DISCORD, "-100", null, null)).size());
        assertEquals(9, found(all.onlyAbout("gt4")).size());
        assertEquals(9, found(all.onlyAbout("gt4/2023/barcelona")).size());
        assertEquals(0, found(all.onlyAbout("gt4/2023/barc")).size());
        assertEquals(Set.of(RACE, part), Set.copyOf(found(all.onlyAbout(RACE.toString()))), "not race-10");
        assertEquals(List.of(part, part, part), found(all.onlyAbout(part.toString())));
        assertEquals(List.of(nls), found(all.onlyAbout("nls")));
        assertEquals(List.of(RACE), found(filter(Set.of(), null, null, null, toFans.messageId())));
        assertEquals(List.of(), found(filter(Set.of(), null, null, null, "nosuch")));
        assertEquals(List.of(), found(filter(Set.of(), null, "it's", null, null)));
        assertEquals(List.of(RACE), found(filter(Set.of(DeliveryState.SENT), null, null, null, null)));
        assertEquals(
                4,
                found(filter(Set.of(DeliveryState.SENT, DeliveryState.EXPIRED), null, null, null, null))
                        .size());
        assertEquals(List.of(part), found(filter(Set.of(DeliveryState.EXPIRED), Platform.DISCORD, "1", "", null)));
        assertEquals(Map.of(DeliveryState.PENDING, 1L), ledger().counts(all.onlyAbout("nls")));
        assertEquals(
                Map.of(DeliveryState.SENT, 1L, DeliveryState.PENDING, 1L, DeliveryState.EXPIRED, 1L),
                ledger().counts(LedgerFilter.of(FANS)));
    }

    private List<Start> found(LedgerFilter filter) {
        return ledger().find(filter, 100).stream()
                .map(r -> Reminders.of(r.promise()).start())
                .toList();
    }

    private static LedgerFilter filter(
            Set<DeliveryState> states,
            @Nullable Platform platform,
            @Nullable String chat,
            @Nullable String topic,
            @Nullable String messageId) {
        return new LedgerFilter(states, platform, chat, topic, null, messageId);
    }

    @Test
    void acrossChatsTheLatestPromisedComesFirst() {
        on(FANS, "1h 10m");
        on(CLUB, "10m");
        ledger().expand(reminder(start("race-2"), 60, at("18:00")), at("17:00"));
        ledger().expand(race(60, TWO), at("17:00"));
        ledger().expand(race(10, TWO), at("17:00"));
        assertEquals(
                List.of(at("13:50"), at("13:50"), at("13:00"), at("17:00")),
                ledger().find(LedgerFilter.all(), 4).stream()
                        .map(r -> r.promise().due())
                        .toList());
        assertEquals(2, ledger().find(LedgerFilter.all(), 2).size());
    }

    @Test
    void whatIsBeingSentSaysWhatCameOfTheLatestTry() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Settle.again(ledger(), claimOne(at("13:00")), MACHINE.plusSeconds(5), "The platform is busy.");
        DeliveryRecord row = ledger().history(FANS, 1).getFirst();
        assertEquals(DeliveryState.SENDING, row.state());
        assertEquals("The platform is busy.", row.reason());
        sent(claim(at("13:00"), MACHINE.plusSeconds(5)).getFirst(), at("13:01"));
        assertNull(ledger().history(FANS, 1).getFirst().reason());
    }

    @Test
    void aLeaseMustLast() {
        assertThrows(
                IllegalArgumentException.class, () -> ledger().claim(Platform.DISCORD, TWO, MACHINE, Duration.ZERO, 1));
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        assertEquals(List.of(), ledger().claim(Platform.DISCORD, at("13:00"), MACHINE, LEASE, 0));
    }

    @Test
    void whatIsLeftOutOfAMessageIsNotSentWithIt() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        ledger().expand(reminder(start("race-2"), 60, TWO), at("13:00"));
        Claim claim = claimOne(at("13:00"));
        // Race 1 moves by five minutes: covered by the message that is on its way.
        assertEquals(0, ledger().expand(race(60, at("14:05")), at("13:05")));
        List<Promise> stale = claim.promises().stream()
                .filter(p -> p.subject().equals(RACE.toString()))
                .toList();

        ledger().leaveOut(claim, stale, DeliveryState.SUPERSEDED, "moved", at("13:06"));
        sent(claim, at("13:06"));

        assertEquals(DeliveryState.SENT, state(start("race-2"), TWO));
        assertEquals(DeliveryState.SUPERSEDED, state(RACE, TWO));
        assertEquals(DeliveryState.PENDING, state(RACE, at("14:05")), "what it covered is owed again");
    }

    @Test
    void anAttemptThatIsNotTheLatestLeavesNothingOut() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim first = claimOne(at("13:00"));
        Claim second = claim(at("13:00"), MACHINE.plus(LEASE)).getFirst();
        ledger().leaveOut(first, first.promises(), DeliveryState.SUPERSEDED, "moved", at("13:00"));
        assertEquals(DeliveryState.SENDING, state(RACE, TWO));
        ledger().leaveOut(second, List.of(), DeliveryState.SUPERSEDED, "moved", at("13:00"));
        assertEquals(DeliveryState.SENDING, state(RACE, TWO));
    }

    private DeliveryState state(Start start, Instant at) {
        return ledger().history(FANS, 100).stream()
                .filter(r -> Reminders.of(r.promise()).start().equals(start)
                        && Reminders.of(r.promise()).at().equals(at))
                .map(DeliveryRecord::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAttemptThatNeverSettledMayHaveArrived() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        claimOne(at("13:00"));
        Instant later = MACHINE.plus(LEASE);
        assertEquals(MACHINE, claim(at("13:01"), later).getFirst().unsureSince());
        assertEquals(MACHINE, claim(at("13:02"), later.plus(LEASE)).getFirst().unsureSince(), "the first one counts");
        assertEquals(List.of(), claim(at("14:00"), later.plus(LEASE).plus(LEASE)));
        assertEquals(List.of(DeliveryState.IN_DOUBT), states(FANS));
    }

    @Test
    void whatMayHaveArrivedIsInDoubtWhateverEndsIt() {
        for (ChatRef chat : List.of(FANS, CLUB)) {
            on(chat, "1h 10m");
        }
        ledger().expand(race(60, TWO), at("13:00"));
        List<Claim> claims = claim(at("13:00"));
        claims.forEach(c -> Settle.unsure(ledger(), c, MACHINE.plusSeconds(1)));
        Claim refused = ledger().claim(Platform.DISCORD, at("13:00"), MACHINE.plusSeconds(1), LEASE, 1)
                .getFirst();
        assertEquals(MACHINE, refused.unsureSince());
        Settle.end(ledger(), refused, DeliveryState.FAILED, "no right", at("13:00"));
        ledger().expand(race(10, TWO), at("13:50"));
        assertEquals(2, claim(at("13:50"), MACHINE.plusSeconds(1)).size(), "the later reminder of both");
        for (ChatRef chat : List.of(FANS, CLUB)) {
            assertEquals(List.of(DeliveryState.SENDING, DeliveryState.IN_DOUBT), states(chat));
        }
    }

    @Test
    void whatABlockedChatIsOwedWaitsForItOrFails() {
        on(FANS, "1h");
        on(CLUB, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        List<Claim> claims = claim(at("13:00"));
        claims.forEach(c ->
                ledger().settle(List.of(new Settlement.Shut(c, ChatState.BLOCKED, "no right")), at("13:00"), MACHINE));
        assertEquals(Map.of(DeliveryState.PENDING, 2L), ledger().counts());
        assertEquals(List.of(), claim(at("13:01")));
        assertEquals(Optional.empty(), nextRetry(Platform.DISCORD));
        shutChats().open(FANS);
        assertEquals(FANS, claimOne(at("13:02")).chat());
        assertEquals(List.of(), claim(at("14:00")));
        assertEquals(List.of(DeliveryState.FAILED), states(CLUB));
        assertEquals("no right", ledger().history(CLUB, 1).getFirst().reason());
    }

    @Test
    void whatWaitsForABlockedChatCoversNothing() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim claim = claimOne(at("13:00"));
        Instant moved = at("14:05");
        assertEquals(0, ledger().expand(race(60, moved), at("13:05")), "covered while the other is in the air");
        ledger().settle(List.of(new Settlement.Shut(claim, ChatState.BLOCKED, "no right")), at("13:05"), MACHINE);
        assertEquals(List.of(DeliveryState.PENDING, DeliveryState.PENDING), states(FANS));
    }

    @Test
    void aChatThatRefusesPerhapsByMistakeIsBlockedAfterADay() {
        on(FANS, "1h 10m 0m");
        ledger().expand(race(60, TWO), at("13:00"));
        deny(at("13:00"), MACHINE);
        ledger().expand(race(10, TWO), at("13:50"));
        deny(at("13:50"), MACHINE.plus(Ledger.DENIED_FOR).minusSeconds(1));
        assertEquals(List.of(DeliveryState.FAILED, DeliveryState.FAILED), states(FANS));
        assertEquals(Map.of(), shutChats().shutCounts(), "each was still tried");
        ledger().expand(race(0, TWO), at("14:00"));
        deny(at("14:00"), MACHINE.plus(Ledger.DENIED_FOR));
        assertEquals(Map.of(ChatState.BLOCKED, 1L), shutChats().shutCounts());
    }

    @Test
    void whatArrivesEndsSuchADay() {
        on(FANS, "1h 10m 0m");
        ledger().expand(race(60, TWO), at("13:00"));
        deny(at("13:00"), MACHINE);
        ledger().expand(race(10, TWO), at("13:50"));
        sent(claimOne(at("13:50")), at("13:50"));
        ledger().expand(race(0, TWO), at("14:00"));
        deny(at("14:00"), MACHINE.plus(Ledger.DENIED_FOR));
        assertEquals(Map.of(), shutChats().shutCounts());
    }

    private void deny(Instant now, Instant machine) {
        Claim claim = ledger().claim(Platform.DISCORD, now, machine, LEASE, 10).getFirst();
        ledger().settle(List.of(new Settlement.Denied(claim, "not enough rights")), now, machine);
    }

    @Test
    void shutChatsAreLookedAtInTimeAndToldOnce() {
        on(FANS, "1h");
        on(CLUB, "1h");
        on(GROUP, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim claim = claim(at("13:00")).getFirst();
        ledger().settle(List.of(new Settlement.Shut(claim, ChatState.BLOCKED, "no right")), at("13:00"), MACHINE);
        ShutChats.ShutChat shut = new ShutChats.ShutChat(claim.chat(), ChatState.BLOCKED, MACHINE, "no right", false);
        assertEquals(List.of(shut), shutChats().untold(Platform.DISCORD, 10));
        shutChats().told(claim.chat());
        assertEquals(List.of(), shutChats().untold(Platform.DISCORD, 10));
        Instant tomorrow = MACHINE.plus(ShutChats.LOOK_AGAIN);
        assertEquals(List.of(), shutChats().toLookAt(Platform.DISCORD, tomorrow.minusMillis(1), 10));
        assertEquals(1, shutChats().toLookAt(Platform.DISCORD, tomorrow, 10).size());
        shutChats().lookAgainAt(claim.chat(), tomorrow.plusSeconds(9));
        assertEquals(List.of(), shutChats().toLookAt(Platform.DISCORD, tomorrow, 10));
        assertEquals(1, shutChats().lookAgain(Platform.DISCORD, "space", tomorrow));
        assertEquals(1, shutChats().toLookAt(Platform.DISCORD, tomorrow, 10).size());
        assertEquals(0, shutChats().lookAgain(Platform.DISCORD, "elsewhere", tomorrow));
    }

    @Test
    void aPlaceThatIsGoneIsKeptForAWhile() {
        on(FANS, "1h");
        on(CLUB, "1h");
        on(GROUP, "1h");
        assertEquals(2, shutChats().gone(Platform.DISCORD, "space", "removed", MACHINE));
        assertEquals(0, shutChats().gone(Platform.DISCORD, "space", "removed", MACHINE.plusSeconds(5)), "told twice");
        shutChats().gone(GROUP, "deleted", MACHINE);
        shutChats().gone(ChatRef.of(Platform.TELEGRAM, "unknown"), "deleted", MACHINE);
        assertEquals(Map.of(ChatState.GONE, 3L), shutChats().shutCounts());
        ledger().expand(race(60, TWO), at("13:00"));
        assertEquals(List.of(), claim(at("13:00")));
        Instant end = MACHINE.plus(ShutChats.KEPT);
        assertEquals(List.of(), shutChats().toLookAt(Platform.TELEGRAM, end.minusMillis(1), 10));
        assertEquals(
                GROUP,
                shutChats().toLookAt(Platform.TELEGRAM, end, 10).getFirst().chat());
        shutChats().open(FANS);
        assertEquals(FANS, claimOne(at("13:01")).chat());
    }
}
