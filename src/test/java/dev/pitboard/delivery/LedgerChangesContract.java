package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every ledger does when the timetable changes, and while a series is silenced. Race 1 moves from 14:00. */
public abstract class LedgerChangesContract extends LedgerContract {
    private static final Instant LATER = at("14:20");
    private static final Instant CHANGED = at("13:10");

    /** The timetable changes, with all that this means for the ledger. */
    protected abstract void follow(Consequences consequences, long number, Instant now);

    /** Nothing of the series is sent from {@code since} until {@code until}, or until {@link #resume} where that is null. */
    protected abstract void silence(String series, Instant since, @Nullable Instant until);

    /** Ends it. */
    protected abstract void resume(String series);

    private static Notice notice(Start start, Instant at, boolean quiet) {
        return new Notice(start.session().series(), start.toString(), "race", at, CHANGED, at, quiet);
    }

    private static Consequences told(Notice... notices) {
        return new Consequences(Map.of(), List.of(), List.of(notices), Set.of());
    }

    private static Consequences moved(Instant to, List<Reminder> owed, Notice... notices) {
        return new Consequences(Map.of(RACE, Optional.of(to)), owed, List.of(notices), Set.of(RACE.session()));
    }

    private void touched(long number) {
        follow(new Consequences(Map.of(), List.of(), List.of(), Set.of(RACE.session())), number, CHANGED);
    }

    private List<Claim> edits(Instant machine) {
        return ledger().claimEdits(Platform.DISCORD, CHANGED, machine, LEASE, 100);
    }

    private Claim edit(Instant machine) {
        List<Claim> edits = edits(machine);
        assertEquals(1, edits.size(), "messages to edit");
        return edits.getFirst();
    }

    private void edited(Claim claim, long shown) {
        Settlement.Sent sent = new Settlement.Sent(claim, String.valueOf(claim.posted()), null, shown);
        ledger().settle(List.of(sent), CHANGED, MACHINE);
    }

    /** A reminder of Race 1 that was sent. */
    private Claim posted() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim claim = claimOne(at("13:00"));
        sent(claim, at("13:00"));
        return claim;
    }

    @Test
    void aNoticeIsSentOnceToEveryoneWhoWantsThatKind() {
        on(FANS, "1h");
        on(CLUB, "f1", "1h", null, at("06:00"));
        ChatRef practice = ChatRef.of(Platform.DISCORD, "6");
        Settings settings = new Settings(Set.of(SessionKind.PRACTICE), LeadTime.parseAll("1h"), null);
        subscriptions().turnOn(practice, "space", "gt4", settings, at("06:00"));
        follow(told(notice(RACE, LATER, false)), 7, CHANGED);

        Claim claim = claimOne(CHANGED);
        assertEquals(FANS, claim.chat());
        assertEquals(CHANGED, claim.due());
        assertEquals(7, claim.head());
        assertFalse(claim.quiet());
        Promise.OfNotice promise = (Promise.OfNotice) claim.promises().getFirst();
        assertEquals(RACE.toString(), promise.subject());
        assertEquals(7, promise.revision());
        assertEquals(LATER, promise.expires());
        sent(claim, at("13:11"));
        assertEquals(List.of(DeliveryState.SENT), states(FANS));
        assertEquals(promise, ledger().history(FANS, 1).getFirst().promise());
        assertEquals(List.of(), claim(at("13:12"), MACHINE.plusSeconds(3600)));
        assertEquals(Set.of(), ledger().pendingStarts(), "a notice is no reminder");
    }

    @Test
    void aChangeOfARoundConcernsEveryoneWhoFollowsTheSeries() {
        ChatRef practice = ChatRef.of(Platform.DISCORD, "6");
        Settings settings = new Settings(Set.of(SessionKind.PRACTICE), LeadTime.parseAll("1h"), null);
        subscriptions().turnOn(practice, "space", "gt4", settings, at("06:00"));
        Notice round = new Notice("gt4", "gt4/2023/barcelona", Notice.ROUND, null, CHANGED, at("20:00"), false);
        follow(told(round), 7, CHANGED);
        Claim claim = claimOne(CHANGED);
        assertEquals(practice, claim.chat());
        assertEquals("gt4/2023/barcelona", claim.promises().getFirst().subject());
        assertEquals(
                1, ledger().find(LedgerFilter.all().onlyAbout("gt4/2023"), 10).size());
    }

    @Test
    void whoTurnsTheSeriesOffGetsNoNotice() {
        on(FANS, "1h");
        follow(told(notice(RACE, LATER, false)), 7, CHANGED);
        subscriptions().turnOff(FANS, "gt4", at("13:11"));
        assertEquals(List.of(), claim(at("13:11")));
        assertEquals(List.of(DeliveryState.WITHDRAWN), states(FANS));
    }

    @Test
    void aNoticeThatIsUselessExpires() {
        on(FANS, "1h");
        follow(told(notice(RACE, LATER, false)), 7, CHANGED);
        assertEquals(List.of(), claim(LATER));
        assertEquals(List.of(DeliveryState.EXPIRED), states(FANS));
    }

    @Test
    void allNoticesOfAChangeAreOneMessageAndNeverAReminder() {
        on(FANS, "gt4", "1h 0", "9", at("06:00"));
        on(FANS, "f1", "1h", "9", at("06:00"));
        Start f1 = Start.of(new SessionId("f1", 2023, "suzuka", "race"));
        // Due at the same instant, in the same chat, with the same role.
        ledger().expand(reminder(start("race-2"), 60, at("14:10")), CHANGED);
        Consequences several =
                told(notice(RACE, LATER, false), notice(start("race-3"), LATER, true), notice(f1, LATER, false));
        follow(several, 7, CHANGED);
        List<Claim> claims = claim(CHANGED);
        assertEquals(
                List.of(1, 3),
                claims.stream().map(c -> c.promises().size()).sorted().toList());
        Claim notices = claims.stream()
                .filter(c -> c.promises().size() == 3)
                .findFirst()
                .orElseThrow();
        assertTrue(notices.promises().stream().allMatch(p -> p instanceof Promise.OfNotice));
        assertEquals("9", notices.role());
        assertFalse(notices.quiet(), "one of them is not");
    }

    @Test
    void whatIsQuietPingsNobodyAlsoWhenTriedAgain() {
        on(FANS, "gt4", "1h", "9", at("06:00"));
        follow(told(notice(RACE, LATER, true), notice(start("race-2"), LATER, true)), 7, CHANGED);
        Claim claim = claimOne(CHANGED);
        assertTrue(claim.quiet());
        assertNull(claim.role());
        Settle.again(ledger(), claim, MACHINE.plusSeconds(5), "busy");
        Claim again = claim(CHANGED, MACHINE.plusSeconds(5)).getFirst();
        assertTrue(again.quiet());
        assertNull(again.role());
        assertEquals(2, again.promises().size());
    }

    @Test
    void aReminderIsNotOvertakenByANotice() {
        on(FANS, "10m");
        ledger().expand(race(10, TWO), at("13:50"));
        follow(told(notice(RACE, TWO, false)), 7, CHANGED);
        assertEquals(2, claim(at("13:51")).size());
    }

    @Test
    void whatANoticeSaidIsOwedAgainWhenTheNoticeFails() {
        on(FANS, "2h");
        follow(moved(LATER, List.of(race(120, LATER)), notice(RACE, LATER, false)), 7, CHANGED);
        assertEquals(Map.of(DeliveryState.PENDING, 1L, DeliveryState.COVERED, 1L), ledger().counts());
        Claim notice = claimOne(CHANGED);
        assertTrue(notice.promises().getFirst() instanceof Promise.OfNotice);
        Settle.end(ledger(), notice, DeliveryState.FAILED, "no right", CHANGED);
        Claim reminder = claimOne(CHANGED);
        assertEquals(LATER, Reminders.of(reminder.promises().getFirst()).at());
        sent(reminder, CHANGED);
        assertEquals(Map.of(DeliveryState.FAILED, 1L, DeliveryState.SENT, 1L), ledger().counts());
    }

    @Test
    void twoChatsThatBecomeOneGetANoticeOnce() {
        on(FANS, "1h");
        on(CLUB, "1h");
        follow(told(notice(RACE, LATER, false)), 7, CHANGED);
        sent(ledger().claim(Platform.DISCORD, CHANGED, MACHINE, LEASE, 1).getFirst(), CHANGED);
        follow(told(notice(RACE, at("14:40"), false)), 8, at("13:12"));
        subscriptions().moved(FANS, CLUB);
        List<Claim> claims = claim(at("13:13"));
        assertEquals(
                List.of(8L),
                claims.stream()
                        .flatMap(c -> c.promises().stream())
                        .map(p -> ((Promise.OfNotice) p).revision())
                        .toList());
    }

    @Test
    void aNoticeThatWasNotClaimedTellsOfALaterChangeToo() {
        on(FANS, "1h");
        follow(told(notice(RACE, LATER, false)), 7, CHANGED);
        on(CLUB, "gt4", "1h", null, at("13:11"));
        Instant latest = at("14:40");
        follow(
                new Consequences(
                        Map.of(RACE, Optional.of(latest)),
                        List.of(),
                        List.of(new Notice("gt4", RACE.toString(), "race", latest, at("13:12"), latest, true)),
                        Set.of(RACE.session())),
                8,
                at("13:12"));
        Map<ChatRef, Claim> claims =
                claim(at("13:13")).stream().collect(Collectors.toMap(Claim::chat, Function.identity()));
        Claim fans = Objects.requireNonNull(claims.get(FANS));
        Promise.OfNotice one = (Promise.OfNotice) fans.promises().getFirst();
        assertEquals(1, fans.promises().size());
        assertEquals(7, one.revision(), "from what it was told last");
        assertEquals(at("13:12"), one.due());
        assertEquals(latest, one.expires());
        assertFalse(one.quiet(), "one of the changes is near");
        Claim club = Objects.requireNonNull(claims.get(CLUB));
        assertEquals(8, ((Promise.OfNotice) club.promises().getFirst()).revision(), "it knew of the first change");
        assertTrue(club.quiet());
        sent(fans, at("13:13"));
        follow(told(notice(RACE, LATER, false)), 9, at("13:14"));
        assertEquals(
                List.of(9L),
                claim(at("13:14")).stream()
                        .flatMap(c -> c.promises().stream())
                        .map(p -> ((Promise.OfNotice) p).revision())
                        .toList(),
                "what was claimed is said");
    }

    @Test
    void whatIsPostedIsEditedUntilItShowsTheChange() {
        Claim reminder = posted();
        assertEquals(List.of(), edits(MACHINE));
        touched(7);
        Claim edit = edit(MACHINE);
        assertEquals(reminder.messageId(), edit.messageId());
        assertEquals("ref-" + reminder.messageId(), edit.posted());
        assertEquals(reminder.promises(), edit.promises());
        assertEquals(reminder.due(), edit.due());
        assertEquals(7, edit.head());
        assertEquals(1, edit.attempt());
        assertEquals(List.of(), edits(MACHINE), "ours until the lease ends");
        edited(edit, 7);
        assertEquals(List.of(), edits(MACHINE.plus(LEASE)));
        assertEquals(Optional.empty(), nextRetry(Platform.DISCORD));
        assertEquals(List.of(DeliveryState.SENT), states(FANS));
        touched(8);
        assertEquals(8, edit(MACHINE).head());
    }

    @Test
    void onlyWhatIsAboutTheSessionIsEdited() {
        posted();
        on(CLUB, "1h");
        ledger().expand(reminder(start("race-2"), 60, TWO), at("13:00"));
        claim(at("13:00")).forEach(c -> sent(c, at("13:00")));
        touched(7);
        assertEquals(FANS, edit(MACHINE).chat());
    }

    @Test
    void aNoticeThatIsPostedIsEditedToo() {
        on(FANS, "1h");
        follow(told(notice(RACE, LATER, false)), 7, CHANGED);
        sent(claimOne(CHANGED), CHANGED);
        touched(8);
        assertTrue(edit(MACHINE).promises().getFirst() instanceof Promise.OfNotice);
    }

    @Test
    void whatWasBeingSentDuringTheChangeIsEditedAfterwards() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim claim = claimOne(at("13:00"));
        touched(7);
        assertEquals(List.of(), edits(MACHINE), "not there yet");
        // Made from the timetable before the change.
        ledger().settle(List.of(new Settlement.Sent(claim, "ref", null, 0)), CHANGED, MACHINE);
        assertEquals("ref", edit(MACHINE).posted());
    }

    @Test
    void whatWasMadeAfterTheChangeNeedsNoEdit() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Settle.again(ledger(), claimOne(at("13:00")), MACHINE.plusSeconds(5), "busy");
        touched(7);
        Claim again = claim(CHANGED, MACHINE.plusSeconds(5)).getFirst();
        assertEquals(7, again.head());
        sent(again, CHANGED);
        assertEquals(List.of(), edits(MACHINE.plusSeconds(5)));
    }

    @Test
    void whatMayBeThereFromBeforeTheChangeIsEdited() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Settle.unsure(ledger(), claimOne(at("13:00")), MACHINE.plusSeconds(5));
        touched(7);
        Claim again = claim(CHANGED, MACHINE.plusSeconds(5)).getFirst();
        // The platform found the first one, which shows the old time.
        sent(again, CHANGED);
        edited(edit(MACHINE.plusSeconds(5)), 7);
        assertEquals(List.of(), edits(MACHINE.plusSeconds(5)));
    }

    @Test
    void anEditThatNeverSettledIsMadeAgain() {
        posted();
        touched(7);
        Claim first = edit(MACHINE);
        assertEquals(Optional.of(MACHINE.plus(LEASE)), nextRetry(Platform.DISCORD));
        Claim second = edit(MACHINE.plus(LEASE));
        assertEquals(first.messageId(), second.messageId());
        assertEquals(2, second.attempt());
        edited(second, 7);
        edited(first, 6);
        assertEquals(List.of(), edits(MACHINE.plus(LEASE).plus(LEASE)), "it does not go back");
    }

    @Test
    void anEditWaitsAsItIsTold() {
        posted();
        touched(7);
        Claim first = edit(MACHINE);
        Settle.again(ledger(), first, MACHINE.plusSeconds(9), "busy");
        assertEquals(Optional.of(MACHINE.plusSeconds(9)), nextRetry(Platform.DISCORD));
        assertEquals(List.of(), edits(MACHINE.plusSeconds(8)));
        assertEquals(2, edit(MACHINE.plusSeconds(9)).attempt());
        Settle.again(ledger(), first, MACHINE, "too late to be heard");
        assertEquals(List.of(), edits(MACHINE.plusSeconds(9)));
    }

    @Test
    void aChangeDuringAnEditIsShownByTheNext() {
        posted();
        touched(7);
        Claim first = edit(MACHINE);
        touched(8);
        assertEquals(List.of(), edits(MACHINE), "one after the other");
        edited(first, 7);
        Claim second = edit(MACHINE.plusSeconds(1));
        assertEquals(8, second.head());
        edited(second, 8);
        assertEquals(List.of(), edits(MACHINE.plus(LEASE)));
    }

    @Test
    void whatIsGivenUpStaysAsItIsUntilTheNextChange() {
        posted();
        touched(7);
        Claim first = edit(MACHINE);
        Settle.end(ledger(), first, DeliveryState.FAILED, "too many edits", CHANGED);
        assertEquals(List.of(), edits(MACHINE.plus(LEASE)));
        assertEquals(List.of(DeliveryState.SENT), states(FANS));
        touched(8);
        Claim second = edit(MACHINE);
        touched(9);
        Settle.end(ledger(), second, DeliveryState.FAILED, "too many edits", CHANGED);
        assertEquals(9, edit(MACHINE).head(), "that one was not tried");
    }

    @Test
    void editsWaitForAChatThatIsShut() {
        posted();
        touched(7);
        ledger().settle(List.of(new Settlement.Shut(edit(MACHINE), ChatState.BLOCKED, "no access")), CHANGED, MACHINE);
        assertEquals(Map.of(ChatState.BLOCKED, 1L), shutChats().shutCounts());
        assertEquals(List.of(), edits(MACHINE.plus(LEASE)));
        assertEquals(Optional.empty(), nextRetry(Platform.DISCORD));
        shutChats().open(FANS);
        assertEquals(2, edit(MACHINE).attempt());
    }

    @Test
    void aChatThatRefusesAnEditPerhapsByMistakeIsAskedAgain() {
        posted();
        touched(7);
        ledger().settle(List.of(new Settlement.Denied(edit(MACHINE), "not enough rights")), CHANGED, MACHINE);
        assertEquals(Map.of(), shutChats().shutCounts());
        assertEquals(List.of(), edits(MACHINE.plusSeconds(599)));
        assertEquals(2, edit(MACHINE.plusSeconds(600)).attempt());
    }

    @Test
    void theNewestMessageIsEditedFirst() {
        on(FANS, "1h 10m");
        ledger().expand(race(60, TWO), at("13:00"));
        sent(claimOne(at("13:00")), at("13:00"));
        ledger().expand(race(10, TWO), at("13:50"));
        Claim newest = claim(at("13:50"), MACHINE.plusSeconds(9)).getFirst();
        sent(newest, at("13:50"));
        touched(7);
        List<Claim> one = ledger().claimEdits(Platform.DISCORD, CHANGED, MACHINE, LEASE, 1);
        assertEquals(
                List.of(newest.messageId()), one.stream().map(Claim::messageId).toList());
    }

    @Test
    void nothingOfASilencedSeriesIsClaimedAndTheRestFollows() {
        on(FANS, "1h 10m");
        on(CLUB, "f1", "1h", null, at("06:00"));
        Start f1 = Start.of(new SessionId("f1", 2023, "suzuka", "race"));
        ledger().expand(race(60, TWO), at("13:00"));
        ledger().expand(reminder(f1, 60, TWO), at("13:00"));
        silence("gt4", at("13:00"), null);
        assertEquals(CLUB, claimOne(at("13:01")).chat());
        assertEquals(List.of(), ledger().claim(Platform.DISCORD, at("13:01"), MACHINE, LEASE, 1));
        resume("gt4");
        assertEquals(FANS, claimOne(at("13:02")).chat());
    }

    @Test
    void whatBecomesUselessInASilenceExpires() {
        on(FANS, "1h 0");
        ledger().expand(race(60, TWO), at("13:00"));
        silence("gt4", at("13:00"), null);
        assertEquals(List.of(), claim(TWO));
        assertEquals(List.of(DeliveryState.EXPIRED), states(FANS));
        ledger().expand(race(0, TWO), TWO);
        resume("gt4");
        assertEquals(
                LeadTime.ofMinutes(0),
                Reminders.of(claimOne(at("14:01")).promises().getFirst()).lead());
    }

    @Test
    void anotherSeriesInTheSameChatIsNotHeldUp() {
        on(FANS, "gt4", "1h", null, at("06:00"));
        on(FANS, "f1", "1h", null, at("06:00"));
        Start f1 = Start.of(new SessionId("f1", 2023, "suzuka", "race"));
        ledger().expand(race(60, TWO), at("13:00"));
        ledger().expand(reminder(f1, 60, TWO), at("13:00"));
        silence("gt4", at("13:00"), null);
        Claim claim = claimOne(at("13:01"));
        assertEquals(
                List.of(f1),
                claim.promises().stream().map(p -> Reminders.of(p).start()).toList());
        assertEquals(List.of(), claim(at("13:01")));
        resume("gt4");
        assertEquals(
                List.of(RACE),
                claimOne(at("13:02")).promises().stream()
                        .map(p -> Reminders.of(p).start())
                        .toList());
    }

    @Test
    void whatWaitsToBeTriedAgainIsSilentToo() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Claim first = claimOne(at("13:00"));
        assertFalse(ledger().isSilenced(first, at("13:00")));
        silence("gt4", at("13:00"), null);
        assertTrue(ledger().isSilenced(first, at("13:00")));
        Settle.again(ledger(), first, MACHINE, "not sent: silence");
        assertEquals(List.of(), claim(at("13:01"), MACHINE));
        assertEquals(Optional.empty(), nextRetry(Platform.DISCORD), "nobody knows when");
        resume("gt4");
        assertEquals(first.messageId(), claim(at("13:02"), MACHINE).getFirst().messageId());
    }

    @Test
    void whatWaitsInASilenceExpiresAsWell() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        Settle.again(ledger(), claimOne(at("13:00")), MACHINE, "busy");
        silence("gt4", at("13:00"), null);
        assertEquals(List.of(), claim(TWO, MACHINE));
        assertEquals(List.of(DeliveryState.EXPIRED), states(FANS));
    }

    @Test
    void nothingOfASilencedSeriesIsEdited() {
        posted();
        touched(7);
        silence("gt4", at("13:00"), null);
        assertEquals(List.of(), edits(MACHINE));
        assertEquals(Optional.empty(), nextRetry(Platform.DISCORD));
        resume("gt4");
        assertEquals(7, edit(MACHINE).head());
    }

    @Test
    void aSilenceThatEndsByItselfIsNoticed() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        silence("gt4", at("13:00"), at("13:30"));
        assertEquals(Optional.of(MACHINE.plusSeconds(1)), ledger().nextRetry(Platform.DISCORD, at("13:29"), MACHINE));
        assertEquals(
                Optional.of(MACHINE.plusMillis(20)),
                ledger().nextRetry(Platform.DISCORD, at("13:30").minus(Duration.ofMillis(20)), MACHINE));
        assertEquals(List.of(), claim(at("13:29")));
        assertEquals(FANS, claimOne(at("13:30")).chat());
    }

    @Test
    void aSilenceThatBeginsLaterHoldsNothingYet() {
        on(FANS, "1h");
        ledger().expand(race(60, TWO), at("13:00"));
        silence("gt4", at("13:05"), null);
        assertEquals(FANS, claimOne(at("13:04")).chat());
    }
}
