package dev.pitboard.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's clock, which can jump ahead: what a server keeps for some minutes it then forgets at once. */
final class ShiftingClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant jumped = Instant.MAX;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** At most once. */
    void jump(Duration by) {
        jumped = Instant.now();
        ahead = by;
    }

    /** The true instant of something this clock has dated. */
    Instant real(Instant dated) {
        return dated.isBefore(jumped.plus(ahead)) || ahead.isZero() ? dated : dated.minus(ahead);
    }
}
