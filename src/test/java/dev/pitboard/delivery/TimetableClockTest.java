package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pitboard.delivery.TimetableClock.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimetableClockTest {
    private static final Instant MACHINE = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant WEEKEND = Instant.parse("2023-09-29T09:00:00Z");

    private Instant now = MACHINE;

    @Test
    void realTimeIsMachineTime() {
        TimetableClock clock = TimetableClock.real(() -> now);
        assertEquals(now, clock.instant());
        assertEquals(WEEKEND, clock.machineAt(WEEKEND));
    }

    @Test
    void aRehearsalRunsFastFromItsStart() {
        TimetableClock clock = TimetableClock.starting(() -> now, WEEKEND, 60);
        assertEquals(WEEKEND, clock.instant());
        now = MACHINE.plusSeconds(90);
        assertEquals(WEEKEND.plus(Duration.ofMinutes(90)), clock.instant());
        assertEquals(MACHINE.plusSeconds(60), clock.machineAt(WEEKEND.plus(Duration.ofHours(1))));
    }

    @Test
    void legsJoinWithoutRunningBackwards() {
        TimetableClock clock = TimetableClock.inLegs(
                () -> now,
                List.of(
                        new Leg(MACHINE, WEEKEND, 1),
                        new Leg(MACHINE.plusSeconds(4), WEEKEND.plusSeconds(4), 3600),
                        new Leg(MACHINE.plusSeconds(5), WEEKEND.plusSeconds(3604), 1)));
        Instant last = clock.instant();
        for (int i = 0; i <= 8000; i++) {
            now = MACHINE.plusMillis(i);
            Instant shown = clock.instant();
            assertFalse(shown.isBefore(last), "ran backwards at " + i);
            last = shown;
        }
        assertEquals(WEEKEND.plusSeconds(3607), last);
        assertEquals(MACHINE.plusSeconds(5), clock.machineAt(WEEKEND.plusSeconds(3604)));
        assertEquals(MACHINE.plusMillis(4500), clock.machineAt(WEEKEND.plusSeconds(1804)));
    }

    @Test
    void beforeTheFirstLegItStandsStill() {
        TimetableClock clock = TimetableClock.starting(() -> now, WEEKEND, 60);
        now = MACHINE.minusSeconds(10);
        assertEquals(WEEKEND, clock.instant());
    }

    @Test
    void aSpeedMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> TimetableClock.starting(() -> now, WEEKEND, 0));
        assertThrows(IllegalArgumentException.class, () -> TimetableClock.starting(() -> now, WEEKEND, Double.NaN));
    }
}
