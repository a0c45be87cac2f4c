package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of reminders while they go through the ledger and a messenger. */
final class CountedTest implements DeliveryEvents {
    private static final Instant START = Instant.parse("2023-09-30T14:50:00Z");
    private static final Instant DUE = START.minus(Duration.ofHours(1));
    private static final ChatRef CHAT = ChatRef.of(Platform.DISCORD, "1");

    private final List<String> told = new ArrayList<>();
    private final InMemoryStore store = new InMemoryStore();
    private final Ledger ledger = new CountedLedger(store, DeliveryEvents.all(List.of(this)));

    @Override
    public void owed(int reminders) {
        told.add("owed " + reminders);
    }

    @Override
    public void sent(Platform platform, int reminders, Duration late) {
        told.add(platform.word() + " sent " + reminders + " late " + late.toSeconds());
    }

    @Override
    public void unsent(@Nullable Platform platform, DeliveryState state, int reminders) {
        told.add((platform == null ? "any" : platform.word()) + " " + state.word() + " " + reminders);
    }

    @Override
    public void again(Platform platform) {
        told.add(platform.word() + " again");
    }

    @Override
    public void answered(Platform platform, Answer answer) {
        told.add(platform.word() + " answered " + answer);
    }

    private Claim claimed(String... sessions) {
        store.turnOn(CHAT, "9", "gt4", Settings.defaults(), Instant.EPOCH);
        ledger.expand(List.of(sessions).stream().map(CountedTest::race).toList(), DUE);
        return claim(DUE);
    }

    private Claim claim(Instant machine) {
        return ledger.claim(Platform.DISCORD, DUE, machine, Duration.ofMinutes(1), 10)
                .getFirst();
    }

    private static Reminder race(String session) {
        Start start = Start.of(new SessionId("gt4", 2023, "barcelona", session));
        return new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(60), START, START);
    }

    @Test
    void aMessageThatArrivesAfterASecondTry() {
        Claim first = claimed("race-1", "race-2");
        Settle.again(ledger, first, DUE.plusSeconds(1), "busy");
        Settle.sent(ledger, claim(DUE.plusSeconds(1)), "777", null, DUE.plusSeconds(2));
        assertEquals(List.of("owed 2", "discord again", "discord sent 2 late 2"), told);
    }

    @Test
    void whatIsLeftOutIsNotCountedAsSent() {
        Claim claim = claimed("race-1", "race-2");
        ledger.leaveOut(claim, claim.promises().subList(0, 1), DeliveryState.SUPERSEDED, "moved", DUE);
        Settle.sent(ledger, claim, "777", null, DUE);
        assertEquals(List.of("owed 2", "discord superseded 1", "discord sent 1 late 0"), told);
    }

    @Test
    void whatMayHaveArrivedEndsInDoubt() {
        Claim first = claimed("race-1");
        Settle.unsure(ledger, first, DUE.plusSeconds(1));
        Settle.end(ledger, claim(DUE.plusSeconds(1)), DeliveryState.EXPIRED, "too late", DUE);
        assertEquals(List.of("owed 1", "discord again", "discord in_doubt 1"), told);
        assertEquals(DeliveryState.IN_DOUBT, store.history(CHAT, 1).getFirst().state(), "as in the ledger");
    }

    @Test
    void whatAShutChatIsOwedStaysOwed() {
        Claim claim = claimed("race-1");
        ledger.settle(List.of(new Settlement.Shut(claim, ChatState.BLOCKED, "no rights")), DUE, DUE);
        assertEquals(List.of("owed 1"), told);
    }

    @Test
    void whatIsRefusedFails() {
        Claim claim = claimed("race-1");
        ledger.settle(List.of(new Settlement.Denied(claim, "no rights")), DUE, DUE);
        assertEquals(List.of("owed 1", "discord failed 1"), told);
    }

    @Test
    void whatIsSupersededBeforeItWasOnItsWayHasNoPlatform() {
        store.turnOn(CHAT, "9", "gt4", Settings.defaults(), Instant.EPOCH);
        ledger.expand(race("race-1"), DUE);
        ledger.supersede(new Ledger.PlannedStart(race("race-1").start(), START), "moved", DUE);
        assertEquals(List.of("owed 1", "any superseded 1"), told);
    }

    @Test
    void everyAttemptIsTold() {
        FakeMessenger discord = new FakeMessenger();
        Messenger counted = new CountedMessenger(discord, this);
        Post post = new Post(null, CHAT, Card.titled(Tone.INFO, "Race 1").build(), null, false, 1, null);
        discord.next(new Outcome.Unsure("lost"));
        counted.send(post);
        counted.send(post);
        discord.next(_ -> {
            throw new IllegalStateException("bug");
        });
        assertThrows(IllegalStateException.class, () -> counted.send(post));
        assertEquals(List.of("discord answered UNSURE", "discord answered SENT", "discord answered BUG"), told);
    }

    @Test
    void everyOutcomeHasItsAnswer() {
        EnumSet<Answer> answers = EnumSet.of(Answer.BUG);
        for (Outcome outcome : List.of(
                new Outcome.Sent("1", null),
                new Outcome.Wait(Duration.ZERO, false, ""),
                new Outcome.Unsure(""),
                new Outcome.Failed(""),
                new Outcome.InDoubt(""),
                new Outcome.Blocked(""),
                new Outcome.Denied(""),
                new Outcome.Gone(""),
                new Outcome.Moved(CHAT),
                new Outcome.Refused(""))) {
            answers.add(Answer.of(outcome));
        }
        assertEquals(EnumSet.allOf(Answer.class), answers);
    }
}
