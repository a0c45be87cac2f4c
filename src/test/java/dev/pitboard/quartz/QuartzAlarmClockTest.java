package dev.pitboard.quartz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pitboard.delivery.AlarmClock;
import dev.pitboard.delivery.AlarmClockContract;
import dev.pitboard.delivery.TimetableClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** Real Quartz on timetable time that runs 6,000 times as fast: ten minutes pass in a tenth of a second. */
final class QuartzAlarmClockTest extends AlarmClockContract {
    private final TimetableClock time = TimetableClock.starting(InstantSource.system(), BEGIN, 6000);

    @Override
    protected AlarmClock create() {
        return new QuartzAlarmClock(time);
    }

    @Override
    protected void pass(Instant then) {
        Instant limit = Instant.now().plusSeconds(20);
        while (time.instant().isBefore(then)) {
            assertFalse(Instant.now().isAfter(limit), "timetable time stands still");
            LockSupport.parkNanos(1_000_000);
        }
    }
}
