package dev.pitboard.motorsport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is known at one moment: all series with their seasons, and all circuits. Immutable; replaced whole. */
public final class Timetable {
    private final List<Series> series;
    private final List<Circuit> circuits;
    private final List<Fixture> fixtures;
    private final long revision;
    private final Map<SessionId, Fixture> bySession = new HashMap<>();

    /** One that no revision is known of. @throws IllegalArgumentException when two sessions have one id */
    public Timetable(List<Series> series, List<Circuit> circuits) {
        this(series, circuits, 0);
    }

    /**
     * @param revision the number of the newest revision in it, 0 for none
     * @throws IllegalArgumentException when two sessions have one id
     */
    public Timetable(List<Series> series, List<Circuit> circuits, long revision) {
        this.revision = revision;
        this.series = series.stream().sorted(Comparator.comparing(Series::id)).toList();
        this.circuits =
                circuits.stream().sorted(Comparator.comparing(Circuit::id)).toList();
        List<Fixture> all = new ArrayList<>();
        for (Series one : this.series) {
            for (Season season : one.seasons()) {
                for (Round round : season.rounds()) {
                    for (Session session : round.sessions()) {
                        all.add(new Fixture(one, season, round, session));
                    }
                }
            }
        }
        for (Fixture fixture : all) {
            if (bySession.put(fixture.session().id(), fixture) != null) {
                throw new IllegalArgumentException(
                        "two sessions with the id " + fixture.session().id());
            }
        }
        this.fixtures = List.copyOf(all);
    }

    /** A timetable without anything on it. */
    public static Timetable empty() {
        return new Timetable(List.of(), List.of());
    }

    /** The number of the newest revision in it, 0 for none. */
    public long revision() {
        return revision;
    }

    /** All series, by id. */
    public List<Series> series() {
        return series;
    }

    /** All circuits, by id. */
    public List<Circuit> circuits() {
        return circuits;
    }

    /** All sessions of all series in the order of the files. */
    public List<Fixture> fixtures() {
        return fixtures;
    }

    /** The series with that id. */
    public Optional<Series> findSeries(String id) {
        return series.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The round with that id. */
    public Optional<Round> findRound(RoundId id) {
        return findSeries(id.series()).flatMap(s -> s.findSeason(id.year())).flatMap(s -> s.findRound(id.round()));
    }

    /** The session with that id, with what it belongs to. */
    public Optional<Fixture> findFixture(SessionId id) {
        return Optional.ofNullable(bySession.get(id));
    }
}
