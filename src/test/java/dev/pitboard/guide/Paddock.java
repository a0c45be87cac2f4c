package dev.pitboard.guide;

import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The shipped timetable with something changed, for states that no shipped season is in. */
final class Paddock {
    private static final RoundId BARCELONA = RoundId.parse("gt4-european/2023/barcelona");

    private Paddock() {}

    /** A made-up second series whose race starts together with Race 1 at Barcelona. */
    static Timetable twoSeries(Timetable shipped) {
        Round host = shipped.findRound(BARCELONA).orElseThrow();
        Source source = new Source("Made up for a test", null, null);
        RoundId id = new RoundId("clio-cup", 2023, "barcelona");
        Session race = new Session(
                id.session("race-1"),
                SessionKind.RACE,
                "Clio Race 1",
                new SessionTime.Exact(GuideCases.at("2023-09-30T16:50"), Duration.ofMinutes(30)),
                Status.SCHEDULED,
                List.of(),
                List.of(),
                List.of(new Link("Live timing", null)));
        Round round = new Round(
                id,
                1,
                "Barcelona",
                host.circuit(),
                host.firstDay(),
                host.lastDay(),
                Status.SCHEDULED,
                null,
                List.of(race),
                List.of(),
                List.of(),
                null);
        Season season = new Season("clio-cup", 2023, source, List.of(round), List.of(), List.of(), List.of(), null);
        Series clio = new Series(
                "clio-cup",
                "Clio Cup",
                List.of("Clio"),
                List.of(SessionKind.RACE),
                List.of(),
                null,
                null,
                source,
                List.of(season));
        return new Timetable(List.of(shipped.findSeries("gt4-european").orElseThrow(), clio), shipped.circuits());
    }

    /** Race 1 at Barcelona is cancelled. */
    static Timetable raceCancelled(Timetable shipped) {
        return raceIs(shipped, Status.CANCELLED);
    }

    /** Race 1 at Barcelona has another status. */
    static Timetable raceIs(Timetable shipped, Status status) {
        return withSession(
                shipped,
                "race-1",
                s -> new Session(s.id(), s.kind(), s.name(), s.time(), status, s.parts(), s.notes(), s.links()));
    }

    /** A session of Barcelona 2023 is changed. */
    static Timetable withSession(Timetable shipped, String session, UnaryOperator<Session> change) {
        return withRound(
                shipped,
                r -> new Round(
                        r.id(),
                        r.number(),
                        r.name(),
                        r.circuit(),
                        r.firstDay(),
                        r.lastDay(),
                        r.status(),
                        r.gridSize(),
                        r.sessions().stream()
                                .map(s -> s.id().session().equals(session) ? change.apply(s) : s)
                                .toList(),
                        r.results(),
                        r.notes(),
                        r.source()));
    }

    /** Barcelona 2023 has another status. */
    static Timetable withStatus(Timetable shipped, Status status) {
        return withRound(
                shipped,
                r -> new Round(
                        r.id(),
                        r.number(),
                        r.name(),
                        r.circuit(),
                        r.firstDay(),
                        r.lastDay(),
                        status,
                        r.gridSize(),
                        r.sessions(),
                        r.results(),
                        r.notes(),
                        r.source()));
    }

    private static Timetable withRound(Timetable shipped, UnaryOperator<Round> change) {
        return new Timetable(
                shipped.series().stream().map(s -> series(s, change)).toList(), shipped.circuits());
    }

    private static Series series(Series s, UnaryOperator<Round> change) {
        return new Series(
                s.id(),
                s.name(),
                s.aliases(),
                s.kinds(),
                s.links(),
                s.format(),
                s.points(),
                s.source(),
                s.seasons().stream().map(one -> season(one, change)).toList());
    }

    private static Season season(Season s, UnaryOperator<Round> change) {
        return new Season(
                s.seriesId(),
                s.year(),
                s.source(),
                s.rounds().stream()
                        .map(r -> r.id().equals(BARCELONA) ? change.apply(r) : r)
                        .toList(),
                s.entries(),
                s.champions(),
                s.notes(),
                s.entriesSource());
    }
}
