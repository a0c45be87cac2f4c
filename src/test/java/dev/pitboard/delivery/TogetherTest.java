package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.health.Condition;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scheduler on a clock moved by hand and a ledger that can fail. */
final class TogetherTest {
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "1");
    private static final Instant MORNING = Instant.parse("2023-09-30T06:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final InMemoryStore store = new InMemoryStore();
    private final FailingLedger failing = new FailingLedger(store);
    private final HandAlarmClock clock = new HandAlarmClock(MORNING);
    private final List<List<Claim>> claims = new ArrayList<>();
    private Timetable today = Weekend.barcelona().timetable();
    private final ReminderScheduler scheduler = new ReminderScheduler(
            () -> today, store, failing.ledger(), clock, clock, _ -> 50, () -> claims.add(claim()));

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Test
    void whatIsDueTogetherIsOneMessageAlthoughEachHasAnAlarm() {
        today = Weekend.barcelona()
                .session("race-2", SessionKind.RACE, "Cup race", "2023-09-30T16:50", 60)
                .timetable();
        on("1h");
        scheduler.start();
        claims.clear();
        while (clock.ringNext(Instant.parse("2023-09-30T13:50:00Z"))) {
            // Both alarms.
        }
        List<Claim> made = claims.stream().flatMap(List::stream).toList();
        assertEquals(1, made.size(), "messages");
        assertEquals(2, made.getFirst().promises().size());
    }

    @Test
    void anAlarmOfAStartThatChangedMeanwhileIsIgnored() {
        on("1h");
        scheduler.start();
        today = Weekend.barcelona()
                .session("race-1", SessionKind.RACE, "Race 1", "2023-09-30T17:50", 60)
                .timetable();
        clock.advanceTo(Instant.parse("2023-09-30T14:00:00Z"));
        assertEquals(
                List.of(),
                store.history(FANS, 10).stream()
                        .filter(r -> Reminders.of(r.promise())
                                .start()
                                .session()
                                .session()
                                .equals("race-1"))
                        .toList());
    }

    @Test
    void afterTroubleWithTheLedgerOneRetryFindsEverything() throws InterruptedException {
        on("1h,30m,10m");
        scheduler.start();
        clock.advanceTo(Instant.parse("2023-09-30T13:49:59Z"));
        int refreshesBefore = failing.calls("pendingStarts");
        failing.failNext("expand", 3);
        clock.advanceTo(Instant.parse("2023-09-30T14:45:00Z"));
        assertEquals(3, failing.failures());
        assertEquals(Condition.State.DOWN, scheduler.condition().state());

        failing.awaitCalls("pendingStarts", refreshesBefore + 1);
        failing.awaitCalls("expand", 1);
        scheduler.refresh();
        assertEquals(refreshesBefore + 2, failing.calls("pendingStarts"), "one retry for three failures");
        assertEquals(Condition.State.UP, scheduler.condition().state());
        assertEquals(
                3,
                store.history(FANS, 3).stream()
                        .filter(r -> Reminders.of(r.promise())
                                .start()
                                .session()
                                .session()
                                .equals("race-1"))
                        .count());
    }

    private void on(String leads) {
        Settings settings = new Settings(Set.of(SessionKind.RACE), LeadTime.parseAll(leads), null);
        store.turnOn(FANS, "space", "gt4-european", settings, MORNING);
    }

    private List<Claim> claim() {
        return store.claim(Platform.DISCORD, clock.instant(), clock.instant(), LEASE, 10);
    }
}
