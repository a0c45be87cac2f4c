package dev.pitboard.guide;

import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is on and what comes next.
 *
 * @param onNow sessions that are on
 * @param next the sessions that start next, all at the same instant
 * @param undated the first round that is under way or ahead, before {@link #next}, of which no session time ahead is known
 */
record Agenda(List<Fixture> onNow, List<Fixture> next, Optional<Weekend> undated) {
    /** For how long a session without a published length counts as on, at most. */
    static final Duration ON_AT_MOST = Duration.ofHours(2);

    static Agenda of(List<Series> series, Instant now) {
        List<Weekend> ahead = Weekend.of(series).stream()
                .filter(w -> w.scheduled() && !w.overBy(now))
                .toList();
        List<Fixture> planned = ahead.stream()
                .flatMap(w -> w.fixtures().stream())
                .filter(Fixture::takesPlace)
                .toList();
        List<Fixture> onNow = planned.stream().filter(f -> isOn(f, now)).toList();
        List<Fixture> next = startingFirst(planned, now);
        Instant before = next.isEmpty() ? Instant.MAX : startOf(next.getFirst());
        Optional<Weekend> undated = ahead.stream()
                .filter(w -> w.begins().isBefore(before))
                .filter(w -> w.fixtures().stream().noneMatch(f -> isOn(f, now) || startsAfter(f, now)))
                .findFirst();
        return new Agenda(onNow, next, undated);
    }

    /** The round all this is about, if anything is on or ahead. */
    Optional<Weekend> weekend() {
        return onNow.stream()
                .findFirst()
                .map(Weekend::of)
                .or(() -> undated)
                .or(() -> next.stream().findFirst().map(Weekend::of));
    }

    /** When something is on or next, for comparing series: now or earlier while something is on. */
    Optional<Instant> nearest() {
        return onNow.stream()
                .findFirst()
                .map(Agenda::startOf)
                .or(() -> undated.map(Weekend::begins))
                .or(() -> next.stream().findFirst().map(Agenda::startOf));
    }

    /** What is delayed today, at the circuit, without a new time; of rounds that go ahead. */
    static List<Fixture> delayed(List<Series> series, Instant now) {
        return Weekend.of(series).stream()
                .filter(Weekend::scheduled)
                .flatMap(w -> w.delayedAt(now).stream())
                .toList();
    }

    static boolean isOn(Fixture fixture, Instant now) {
        Instant start = fixture.session().start();
        Instant until = onUntil(fixture);
        return fixture.takesPlace() && start != null && until != null && !start.isAfter(now) && until.isAfter(now);
    }

    /**
     * Until when a session counts as on: its published end, or where there is none the next start of that round, two hours
     * at most. Null where its start is not known.
     */
    static @Nullable Instant onUntil(Fixture fixture) {
        Instant start = fixture.session().start();
        Instant end = fixture.session().end();
        if (start == null || end != null) {
            return end;
        }
        Instant latest = start.plus(ON_AT_MOST);
        return fixture.round().sessions().stream()
                .map(Session::start)
                .filter(Objects::nonNull)
                .filter(s -> s.isAfter(start) && s.isBefore(latest))
                .min(Comparator.naturalOrder())
                .orElse(latest);
    }

    /** The start of a session that is known to have one. */
    static Instant startOf(Fixture fixture) {
        return Objects.requireNonNull(fixture.session().start());
    }

    /** What starts next of the given sessions and after the given instant: several where they start together. */
    static List<Fixture> startingFirst(List<Fixture> fixtures, Instant after) {
        Optional<Instant> first = upcoming(fixtures, after).map(Agenda::startOf).min(Comparator.naturalOrder());
        return first.map(at -> upcoming(fixtures, after)
                        .filter(f -> startOf(f).equals(at))
                        .toList())
                .orElse(List.of());
    }

    private static Stream<Fixture> upcoming(List<Fixture> fixtures, Instant after) {
        return fixtures.stream().filter(f -> f.takesPlace() && startsAfter(f, after));
    }

    private static boolean startsAfter(Fixture fixture, Instant after) {
        Instant start = fixture.session().start();
        return fixture.takesPlace() && start != null && start.isAfter(after);
    }
}
