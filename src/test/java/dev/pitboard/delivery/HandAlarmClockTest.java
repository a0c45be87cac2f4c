package dev.pitboard.delivery;

import java.time.Instant;

final class HandAlarmClockTest extends AlarmClockContract {
    private final HandAlarmClock clock = new HandAlarmClock(BEGIN);

    @Override
    protected AlarmClock create() {
        return clock;
    }

    @Override
    protected void pass(Instant then) {
        clock.advanceTo(then);
    }
}
