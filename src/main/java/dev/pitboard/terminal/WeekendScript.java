package dev.pitboard.terminal;

import dev.pitboard.delivery.TimetableClock;
import dev.pitboard.delivery.TimetableClock.Leg;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * How a weekend is played in a minute: at each event time runs as usual for as long as it takes to read it, then it races
 * through the quiet hours to the next.
 */
public final class WeekendScript {
    /**
     * How much machine time things take.
     *
     * @param opening before the first event
     * @param reading to read what happened
     * @param skip for the quiet between two events
     */
    public record Tempo(Duration opening, Duration reading, Duration skip) {
        /** For people. */
        public static Tempo comfortable() {
            return new Tempo(Duration.ofSeconds(4), Duration.ofMillis(4200), Duration.ofMillis(900));
        }
    }

    private final Tempo tempo;
    private final List<Instant> events;
    private final Instant end;

    /**
     * @param events when something happens, on timetable time, at least one
     * @param end when the weekend is over, after the last event
     * @param tempo how much machine time it takes
     */
    public WeekendScript(List<Instant> events, Instant end, Tempo tempo) {
        this.events = events.stream().distinct().sorted().toList();
        this.end = end;
        this.tempo = tempo;
        if (this.events.isEmpty() || !end.isAfter(this.events.getLast())) {
            throw new IllegalArgumentException("a weekend needs an event, and an end after it");
        }
    }

    /** How many moments there are at which something happens. */
    public int size() {
        return events.size();
    }

    /** The clock that plays it from now on. */
    public TimetableClock clock(InstantSource machine) {
        List<Leg> legs = new ArrayList<>();
        Duration reading = tempo.reading();
        Instant at = machine.instant();
        legs.add(new Leg(at, events.getFirst().minus(tempo.opening()), 1));
        at = at.plus(tempo.opening());
        for (int i = 0; i < events.size(); i++) {
            Instant event = events.get(i);
            Instant next = i + 1 < events.size() ? events.get(i + 1) : end;
            legs.add(new Leg(at, event, 1));
            Duration quiet = Duration.between(event.plus(reading), next);
            if (quiet.compareTo(tempo.skip()) > 0) {
                legs.add(new Leg(at.plus(reading), event.plus(reading), ratio(quiet)));
                at = at.plus(reading).plus(tempo.skip());
            } else {
                at = at.plus(Duration.between(event, next));
            }
        }
        legs.add(new Leg(at, end, 1));
        return TimetableClock.inLegs(machine, legs);
    }

    private double ratio(Duration quiet) {
        return (double) quiet.toNanos() / tempo.skip().toNanos();
    }
}
