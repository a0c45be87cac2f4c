package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.health.Condition;
import dev.pitboard.health.Condition.State;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The alarms and the ledger against the timetable and the subscriptions; Barcelona 2023, reminders 1h and 10m before. */
final class ReminderSchedulerTest {
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "1");
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final InMemoryStore store = new InMemoryStore();
    private final FlakyStore ledger = new FlakyStore(store);
    private final HandTimer timer = new HandTimer();
    private final AtomicInteger wakes = new AtomicInteger();
    private int perSecond = 50;
    private HandAlarmClock clock = new HandAlarmClock(Instant.parse("2023-09-29T06:00:00Z"));
    private Timetable timetable = Weekend.barcelona().timetable();
    private ReminderScheduler scheduler = scheduler();

    private ReminderScheduler scheduler() {
        return new ReminderScheduler(
                () -> timetable, store, ledger, clock, clock, _ -> perSecond, wakes::incrementAndGet, timer);
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    private void subscribe() {
        store.turnOn(FANS, "space", "gt4-european", Settings.defaults(), Instant.EPOCH);
    }

    private void startAt(String instant) {
        clock = new HandAlarmClock(Instant.parse(instant));
        scheduler.close();
        scheduler = scheduler();
        scheduler.start();
    }

    private Map<DeliveryState, Long> counts() {
        return store.counts();
    }

    @Test
    void eachAlarmWritesWhatIsOwedAndWakesTheDispatchers() {
        subscribe();
        scheduler.start();
        assertEquals(Condition.up(), scheduler.condition());
        assertEquals(10, clock.pending(), "five sessions, two lead times");
        assertEquals(Map.of(), counts());
        int woken = wakes.get();
        clock.advanceTo(Instant.parse("2023-09-29T08:20:00Z"));
        assertEquals(Map.of(DeliveryState.PENDING, 1L), counts());
        assertEquals(woken + 1, wakes.get());
        assertEquals(9, clock.pending());
    }

    @Test
    void nobodyNoAlarms() {
        scheduler.start();
        assertEquals(0, clock.pending());
        subscribe();
        scheduler.refresh();
        assertEquals(10, clock.pending());
    }

    @Test
    void bootCatchesUpWithWhatBecameDueAndIsStillOfUse() {
        subscribe();
        startAt("2023-09-30T14:00:00Z");
        assertEquals(
                Map.of(DeliveryState.PENDING, 1L, DeliveryState.EXPIRED, 6L),
                counts(),
                "Race 1 is in 50 minutes; practice and qualifying are over");
        startAt("2023-09-30T14:00:00Z");
        assertEquals(
                Map.of(DeliveryState.PENDING, 1L, DeliveryState.EXPIRED, 6L), counts(), "booting twice is harmless");
    }

    @Test
    void bootLooksBackSevenDaysAndNoFurther() {
        subscribe();
        // FP1 is at 09:20Z on Friday: its one-hour reminder was due at 08:20Z, its ten-minute one at 09:10Z.
        startAt("2023-10-06T08:20:00Z");
        assertEquals(Map.of(DeliveryState.EXPIRED, 9L), counts());
        startAt("2023-10-06T08:19:59Z");
        assertEquals(Map.of(DeliveryState.EXPIRED, 10L), counts());
    }

    @Test
    void aMovedStartSupersedesAndIsPlannedAnew() {
        subscribe();
        startAt("2023-09-30T14:00:00Z");
        timetable = Weekend.barcelona()
                .session("race-1", SessionKind.RACE, "Race 1", "2023-09-30T17:50", 60)
                .timetable();
        scheduler.refresh();
        assertEquals(Map.of(DeliveryState.SUPERSEDED, 1L, DeliveryState.EXPIRED, 6L), counts());
        clock.advanceTo(Instant.parse("2023-09-30T14:50:00Z"));
        assertEquals(1L, counts().get(DeliveryState.PENDING));

        timetable = Weekend.barcelona().timetable();
        scheduler.refresh();
        assertEquals(
                1L,
                counts().get(DeliveryState.SUPERSEDED),
                "the row for 16:50 is of no use any more and stays as it was");
    }

    @Test
    void aCancelledSessionIsSupersededAndItsAlarmsAreGone() {
        subscribe();
        startAt("2023-09-30T14:00:00Z");
        assertEquals(3, clock.pending());
        timetable = Weekend.barcelona().add(Weekend.race1(Status.CANCELLED)).timetable();
        scheduler.refresh();
        assertEquals(2, clock.pending());
        assertEquals(1L, counts().get(DeliveryState.SUPERSEDED));
        assertEquals(null, counts().get(DeliveryState.PENDING));
    }

    @Test
    void anAlarmForAStartThatHasMovedIsIgnored() {
        subscribe();
        scheduler.start();
        timetable = Weekend.barcelona()
                .session("fp1", SessionKind.PRACTICE, "Free Practice 1", "2023-09-29T12:20", 60)
                .timetable();
        clock.advanceTo(Instant.parse("2023-09-29T08:20:00Z"));
        assertEquals(Map.of(), counts());
    }

    @Test
    void aLostDatabaseAtAnAlarmIsCaughtUpWithOnceItIsBack() {
        subscribe();
        scheduler.start();
        ledger.fail(FlakyStore.Step.EXPAND);
        clock.advanceTo(Instant.parse("2023-09-29T09:10:00Z"));
        assertEquals(State.DOWN, scheduler.condition().state());
        assertEquals(FlakyStore.SENTENCE, scheduler.condition().reason());
        assertEquals(1, timer.waiting(), "two alarms failed, one retry waits");

        timer.pass(RETRY);
        assertEquals(State.DOWN, scheduler.condition().state());
        assertEquals(1, timer.waiting());
        ledger.recover();
        timer.pass(RETRY);
        assertEquals(Condition.up(), scheduler.condition());
        assertEquals(Map.of(DeliveryState.PENDING, 2L), counts());
        assertEquals(0, timer.waiting());
    }

    @Test
    void aLostDatabaseAtARefreshIsTriedAgain() {
        subscribe();
        ledger.fail(FlakyStore.Step.LOOK);
        scheduler.start();
        scheduler.refresh();
        scheduler.refresh();
        assertEquals(State.DOWN, scheduler.condition().state());
        assertEquals(1, timer.waiting(), "retries do not pile up");
        timer.pass(RETRY.minusMillis(1));
        assertEquals(3, ledger.looks.get());
        timer.pass(Duration.ofMillis(1));
        assertEquals(4, ledger.looks.get());
        ledger.recover();
        timer.pass(RETRY);
        assertEquals(Condition.up(), scheduler.condition());
        assertEquals(10, clock.pending());
    }

    @Test
    void aBugDuringARetryIsNotSilent() {
        subscribe();
        ledger.fail(FlakyStore.Step.LOOK);
        scheduler.start();
        ledger.fail(FlakyStore.Step.LOOK, new IllegalStateException("our bug"));
        timer.pass(RETRY);
        assertEquals(State.DOWN, scheduler.condition().state());
        assertTrue(scheduler.condition().reason().contains("our bug"));
    }

    @Test
    void sessionsThatStartTogetherAreOwedAsOneMessage() {
        timetable = Weekend.barcelona()
                .timetable(Weekend.of("gtwc/2023/barcelona", "GT World Challenge", "Barcelona", Weekend.MADRID)
                        .session("qualifying", SessionKind.QUALIFYING, "Qualifying", "2023-09-30T16:50", 30));
        subscribe();
        store.turnOn(FANS, "space", "gtwc", Settings.defaults(), Instant.EPOCH);
        startAt("2023-09-30T13:00:00Z");
        clock.advanceTo(Instant.parse("2023-09-30T13:50:00Z"));
        List<Claim> claims = store.claim(Platform.DISCORD, clock.instant(), Instant.EPOCH, Duration.ofMinutes(1), 10);
        assertEquals(1, claims.size());
        assertEquals(2, claims.getFirst().promises().size());
    }

    @Test
    void afterClosingItIsOff() {
        subscribe();
        scheduler.start();
        scheduler.close();
        assertEquals(State.OFF, scheduler.condition().state());
        clock.advanceTo(Instant.parse("2023-09-29T08:20:00Z"));
        assertEquals(Map.of(), counts());
    }

    @Test
    void aNewLeadTimeRingsWithoutLookingBack() {
        startAt("2023-09-29T08:30:00Z");
        subscribe();
        scheduler.leadsChanged();
        assertEquals(Map.of(), counts());
        clock.advanceTo(Instant.parse("2023-09-29T09:10:00Z"));
        assertEquals(Map.of(DeliveryState.PENDING, 1L), counts());
    }

    @Test
    void whatBecomesDueWhileLeadTimesChangeIsNotMissed() {
        startAt("2023-09-29T09:09:59Z");
        subscribe();
        // The change is stored a second before the reminder is due, and the alarms are set a second after.
        clock.sleepUntil(Instant.parse("2023-09-29T09:10:01Z"));
        scheduler.leadsChanged();
        clock.advanceTo(Instant.parse("2023-09-29T09:10:02Z"));
        assertEquals(Map.of(DeliveryState.PENDING, 1L), counts());
    }

    @Test
    void sendingBeginsEarlyWhereItTakesAWhileAndIsMatchedAgainWhenDue() {
        perSecond = 1;
        for (int i = 0; i < 90; i++) {
            store.turnOn(
                    ChatRef.of(Platform.DISCORD, "c" + i), "space", "gt4-european", Settings.defaults(), Instant.EPOCH);
        }
        scheduler.start();
        assertEquals(20, clock.pending(), "five sessions, two lead times, each early and when due");
        clock.advanceTo(Instant.parse("2023-09-29T08:18:25Z"));
        assertEquals(Map.of(), counts());
        clock.advanceTo(Instant.parse("2023-09-29T08:18:26Z"));
        assertEquals(Map.of(DeliveryState.PENDING, 90L), counts());
        subscribe();
        clock.advanceTo(Instant.parse("2023-09-29T08:20:00Z"));
        assertEquals(Map.of(DeliveryState.PENDING, 91L), counts());
    }

    @Test
    void whoStartsInBetweenBeginsAtOnce() {
        perSecond = 1;
        for (int i = 0; i < 900; i++) {
            store.turnOn(
                    ChatRef.of(Platform.DISCORD, "c" + i), "space", "gt4-european", Settings.defaults(), Instant.EPOCH);
        }
        startAt("2023-09-29T08:15:01Z");
        clock.advanceTo(Instant.parse("2023-09-29T08:15:01Z"));
        assertEquals(Map.of(DeliveryState.PENDING, 900L), counts(), "never more than five minutes before");
    }

    @Test
    void aChangeRightAfterTheMachineSleptLosesNothing() {
        subscribe();
        scheduler.start();
        clock.sleepUntil(Instant.parse("2023-09-29T08:30:00Z"));
        scheduler.leadsChanged();
        clock.advanceTo(Instant.parse("2023-09-29T08:30:01Z"));
        assertEquals(Map.of(DeliveryState.PENDING, 1L), counts());
    }
}
