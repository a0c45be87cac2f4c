package dev.pitboard.guide;

import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A round with what it belongs to, and where it stands on its circuit's own calendar. */
public record Weekend(Series series, Season season, Round round) {
    public static Weekend of(Fixture fixture) {
        return new Weekend(fixture.series(), fixture.season(), fixture.round());
    }

    /** All rounds of a season, in the order of their dates. */
    public static List<Weekend> of(Series series, Season season) {
        return season.rounds().stream()
                .map(r -> new Weekend(series, season, r))
                .sorted(Comparator.comparing(Weekend::begins))
                .toList();
    }

    /** All rounds of all seasons of the series, in the order of their dates. */
    public static List<Weekend> of(List<Series> series) {
        return series.stream()
                .flatMap(one -> one.seasons().stream().flatMap(s -> of(one, s).stream()))
                .sorted(Comparator.comparing(Weekend::begins))
                .toList();
    }

    public static List<Weekend> of(Timetable timetable) {
        return of(timetable.series());
    }

    public String id() {
        return round.id().toString();
    }

    public ZoneId zone() {
        return round.circuit().zone();
    }

    /** The first midnight at the circuit. */
    public Instant begins() {
        return round.firstDay().atStartOfDay(zone()).toInstant();
    }

    public boolean scheduled() {
        return round.status().goesAhead();
    }

    public boolean begunBy(Instant now) {
        return !now.isBefore(begins());
    }

    /** Whether its last day has passed, or on that day everything that is planned is over. */
    public boolean overBy(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone());
        if (today.isAfter(round.lastDay())) {
            return true;
        }
        if (!delayedAt(now).isEmpty()) {
            return false;
        }
        List<Fixture> planned = fixtures().stream().filter(Fixture::takesPlace).toList();
        return planned.stream().allMatch(f -> overBy(f, now))
                && planned.stream().anyMatch(f -> round.lastDay().equals(day(f.session())));
    }

    /** The sessions of that day at the circuit that are delayed without a new time. */
    List<Fixture> delayedAt(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone());
        return fixtures().stream()
                .filter(f -> f.session().status() == Status.DELAYED && today.equals(day(f.session())))
                .toList();
    }

    public List<Fixture> fixtures() {
        return round.sessions().stream()
                .map(s -> new Fixture(series, season, round, s))
                .toList();
    }

    /** The day of a session at the circuit, or null where it is not known. */
    public @Nullable LocalDate day(Session session) {
        return switch (session.time()) {
            case SessionTime.Exact exact -> LocalDate.ofInstant(exact.start(), zone());
            case SessionTime.DateOnly(LocalDate date) -> date;
            case SessionTime.ToBeConfirmed() -> null;
        };
    }

    /** Such as "Round 6 of 6", or empty for a round outside the championship. */
    Optional<String> numbered() {
        Integer number = round.number();
        int last = season.rounds().stream()
                .map(Round::number)
                .mapToInt(n -> n == null ? 0 : n)
                .max()
                .orElse(0);
        return number == null ? Optional.empty() : Optional.of("Round " + number + " of " + last);
    }

    /** Such as "GT4 European Series 2023". */
    public String seasonName() {
        return series.name() + " " + season.year();
    }

    private static boolean overBy(Fixture fixture, Instant now) {
        Instant until = Agenda.onUntil(fixture);
        return until != null && !until.isAfter(now);
    }
}
