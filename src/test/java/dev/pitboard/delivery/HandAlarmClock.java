package dev.pitboard.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An alarm clock and timetable clock moved by hand: time goes on only when a test says so. */
public final class HandAlarmClock implements AlarmClock, InstantSource {
    private final Set<Alarm> alarms = new LinkedHashSet<>();
    private volatile Instant now;
    private @Nullable Consumer<Alarm> listener;

    public HandAlarmClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void start(Consumer<Alarm> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void set(Collection<Alarm> wanted) {
        alarms.clear();
        alarms.addAll(wanted);
    }

    @Override
    public synchronized int pending() {
        return alarms.size();
    }

    @Override
    public void close() {
        listener = null;
    }

    /** Moves time on and rings what becomes due on the way, each at its own due instant. */
    public void advanceTo(Instant then) {
        while (ringNext(then)) {
            // One alarm after the other.
        }
    }

    /** Moves time on to the next alarm and rings it, or to {@code then} if there is none before. @return whether one rang */
    public boolean ringNext(Instant then) {
        Optional<Alarm> next = next(then);
        if (next.isEmpty()) {
            now = then;
            return false;
        }
        Alarm alarm = next.get();
        if (alarm.rings().isAfter(now)) {
            now = alarm.rings();
        }
        Consumer<Alarm> rings = listener;
        if (rings != null) {
            rings.accept(alarm);
        }
        return true;
    }

    /** Moves time on without anything ringing, as when the program is not running. */
    public void sleepUntil(Instant then) {
        now = then;
    }

    private synchronized Optional<Alarm> next(Instant until) {
        Optional<Alarm> next = alarms.stream()
                .filter(a -> !a.rings().isAfter(until))
                .min(Comparator.comparing(Alarm::rings).thenComparing(Alarm::start));
        next.ifPresent(alarms::remove);
        return next;
    }
}
