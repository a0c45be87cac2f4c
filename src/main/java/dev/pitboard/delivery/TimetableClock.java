package dev.pitboard.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Timetable time as a function of machine time: the same for the real thing, faster from another start for a rehearsal,
 * and in legs of different speed for the demo. Never runs backwards.
 */
public final class TimetableClock implements InstantSource {
    private final InstantSource machine;
    private final List<Leg> legs;

    private TimetableClock(InstantSource machine, List<Leg> legs) {
        this.machine = machine;
        this.legs = List.copyOf(legs);
    }

    /** Timetable time is machine time. */
    public static TimetableClock real(InstantSource machine) {
        return new TimetableClock(machine, List.of(new Leg(Instant.EPOCH, Instant.EPOCH, 1)));
    }

    /** Timetable time is {@code from} now and runs {@code speed} times as fast as machine time. */
    public static TimetableClock starting(InstantSource machine, Instant from, double speed) {
        return new TimetableClock(machine, List.of(new Leg(machine.instant(), from, speed)));
    }

    /**
     * Timetable time in legs; before the first it stands still, the last goes on for ever.
     *
     * @param legs in order of both times; a leg ends where the next begins
     */
    public static TimetableClock inLegs(InstantSource machine, List<Leg> legs) {
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("no legs");
        }
        return new TimetableClock(machine, legs);
    }

    /** Timetable time now. */
    @Override
    public Instant instant() {
        Instant now = machine.instant();
        for (int i = legs.size() - 1; i >= 0; i--) {
            Leg leg = legs.get(i);
            if (!now.isBefore(leg.machine())) {
                Instant reached = leg.timetable().plus(scaled(Duration.between(leg.machine(), now), leg.speed()));
                return i + 1 < legs.size() && reached.isAfter(legs.get(i + 1).timetable())
                        ? legs.get(i + 1).timetable()
                        : reached;
            }
        }
        return legs.getFirst().timetable();
    }

    /** The machine instant at which timetable time reaches {@code timetable}. */
    public Instant machineAt(Instant timetable) {
        for (int i = legs.size() - 1; i >= 0; i--) {
            Leg leg = legs.get(i);
            if (!timetable.isBefore(leg.timetable())) {
                return leg.machine().plus(scaled(Duration.between(leg.timetable(), timetable), 1 / leg.speed()));
            }
        }
        return legs.getFirst().machine();
    }

    private static Duration scaled(Duration duration, double factor) {
        return factor == 1 ? duration : Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }

    /** From {@code machine} on, timetable time goes on from {@code timetable} at {@code speed} times machine time. */
    public record Leg(Instant machine, Instant timetable, double speed) {
        public Leg {
            if (!(speed > 0)) {
                throw new IllegalArgumentException("speed must be above 0: " + speed);
            }
        }
    }
}
