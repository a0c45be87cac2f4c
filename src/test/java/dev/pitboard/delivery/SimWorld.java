package dev.pitboard.delivery;

import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Time, chance and what happens next: everything of a simulation depends on its seed and on nothing else. */
final class SimWorld {
    static final Instant BEGIN = Instant.parse("2023-09-30T08:00:00Z");
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000 * MILLI;
    static final long MINUTE = 60 * SECOND;

    /** Something the program must never do, or never fail to do. */
    static final class Fault extends AssertionError {
        private static final long serialVersionUID = 1L;

        Fault(String what) {
            super(what);
        }
    }

    /** The process ends here and now. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String where) {
            super(where, null, false, false);
        }
    }

    private record Event(long at, long order, Runnable what) {}

    private final SplittableRandom dice;
    private final boolean tracing;
    private final List<String> trace = new ArrayList<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long order;
    private long nanos;
    private long wallShift;

    SimWorld(long seed, boolean tracing) {
        this.dice = new SplittableRandom(seed);
        this.tracing = tracing;
    }

    /** Nanoseconds that only go forward. */
    long nanos() {
        return nanos;
    }

    /** The wall clock of the machine, which somebody may set. */
    Instant machine() {
        return BEGIN.plusNanos(nanos + wallShift);
    }

    void setWallClock(long by) {
        wallShift += by;
    }

    /** At the same instant in the order in which it was asked for. */
    void at(long when, Runnable what) {
        events.add(new Event(Math.max(when, nanos), order++, what));
    }

    void in(long time, Runnable what) {
        at(nanos + time, what);
    }

    /** Lets happen what happens next. @return false when it would be after {@code until} */
    boolean step(long until) {
        Event next = events.peek();
        if (next == null || next.at > until) {
            nanos = until;
            return false;
        }
        events.remove();
        nanos = next.at;
        next.what.run();
        return true;
    }

    boolean chance(double share) {
        return dice.nextDouble() < share;
    }

    int below(int bound) {
        return dice.nextInt(bound);
    }

    /** From {@code least} to below {@code most}. */
    long between(long least, long most) {
        return dice.nextLong(least, most);
    }

    @SafeVarargs
    final <T> T oneOf(T... some) {
        return some[dice.nextInt(some.length)];
    }

    <T> T oneOf(List<T> some) {
        return some.get(dice.nextInt(some.size()));
    }

    void trace(Supplier<String> line) {
        if (tracing) {
            Duration run = Duration.ofNanos(nanos);
            trace.add("%d:%02d:%06.3f  %s"
                    .formatted(run.toHours(), run.toMinutesPart(), nanos % MINUTE / 1e9, line.get()));
        }
    }

    List<String> trace() {
        return trace;
    }

    static Unavailable unavailable(String sentence) {
        return new Unavailable(sentence, new IllegalStateException("simulated"));
    }
}
