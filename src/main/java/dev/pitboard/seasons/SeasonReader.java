package dev.pitboard.seasons;

import dev.pitboard.motorsport.Champion;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.seasons.CircuitReader.Circuits;
import dev.pitboard.seasons.SeasonFile.ChampionFile;
import dev.pitboard.seasons.SeasonFile.RoundFile;
import dev.pitboard.seasons.SeasonFile.SessionFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks a {@code <year>.yaml} and makes a season of it. */
final class SeasonReader {
    private final String series;
    private final int year;
    private final List<SessionKind> kinds;
    private final Circuits circuits;
    private final Map<String, Integer> roundIds = new HashMap<>();
    private final Map<Integer, Integer> roundNumbers = new HashMap<>();
    private final Overlaps overlaps = new Overlaps();

    /**
     * @param year the one in the file's name
     * @param kinds those the series runs; empty where series.yaml can't be used
     */
    SeasonReader(String series, int year, List<SessionKind> kinds, Circuits circuits) {
        this.series = series;
        this.year = year;
        this.kinds = kinds;
        this.circuits = circuits;
    }

    /** The season, or null when it can't be made; it is only to be used when the report has no errors. */
    @Nullable
    Season read(SeasonFile file, Report report) {
        At root = report.root();
        if (file.season() != null && file.season() != year) {
            root.key("season").error("says " + file.season() + ", but the file is named " + year + ".yaml");
        }
        Source source = Words.source(file.source(), root.key("source"));
        Source entriesSource = Words.source(file.entriesSource(), root.key("entries-source"));
        List<Round> rounds = new ArrayList<>();
        List<@Nullable RoundFile> files = file.rounds() == null ? List.of() : file.rounds();
        if (file.rounds() != null && files.isEmpty()) {
            root.key("rounds").error("names no round");
        }
        for (int i = 0; i < files.size(); i++) {
            RoundFile one = files.get(i);
            Round round = one == null ? null : round(one, root.key("rounds").index(i));
            if (round != null) {
                rounds.add(round);
            }
        }
        overlaps.report();
        rounds.sort(Comparator.comparing(Round::firstDay).thenComparing(Round::lastDay));
        var entries = EntryReader.read(file.entries(), roundIds.keySet(), root.key("entries"));
        List<Champion> champions = champions(file.champions(), root.key("champions"));
        return source == null || rounds.size() < files.size()
                ? null
                : new Season(series, year, source, rounds, entries, champions, Words.list(file.notes()), entriesSource);
    }

    private @Nullable Round round(RoundFile file, At at) {
        String id = Words.id(file.id(), roundIds, at.key("id"));
        Integer number = number(file.number(), at.key("number"));
        String name = Words.name(file.name(), at.key("name"));
        Circuit circuit = circuit(file.circuit(), at.key("circuit"));
        Days.Range days = Days.range(file.dates(), at.key("dates"));
        if (days != null) {
            inSeason(days.first(), at.key("dates"));
        }
        Status status = Words.status(file.status(), at.key("status"));
        Integer grid = Words.within(file.grid(), 1, 500, "a number of cars", at.key("grid"));
        RoundId roundId = new RoundId(series, year, id == null ? "" : id);
        var reader = new SessionReader(roundId, days, circuit == null ? null : circuit.zone(), kinds);
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; file.sessions() != null && i < file.sessions().size(); i++) {
            At place = at.key("sessions").index(i);
            SessionFile one = file.sessions().get(i);
            Session session = one == null ? null : reader.read(one, place);
            if (session != null) {
                sessions.add(session);
                if (status.goesAhead()) {
                    overlaps.add(session, place);
                }
            }
        }
        var results = ResultReader.read(file.results(), sessions, at.key("results"));
        Source source = Words.source(file.source(), at.key("source"));
        if (id == null || circuit == null || days == null) {
            return null;
        }
        String called = name == null ? shortName(circuit) : name;
        return new Round(
                roundId,
                number,
                called,
                circuit,
                days.first(),
                days.last(),
                status,
                grid,
                sessions,
                results,
                Words.list(file.notes()),
                source);
    }

    /** What people call the place: a circuit's first alias. */
    private static String shortName(Circuit circuit) {
        return circuit.aliases().isEmpty() ? circuit.name() : circuit.aliases().getFirst();
    }

    private @Nullable Integer number(@Nullable Integer number, At at) {
        Integer good = Words.within(number, 1, 100, "a round number", at);
        Integer first = good == null ? null : roundNumbers.putIfAbsent(good, at.line());
        if (first != null) {
            at.error("round number " + good + " is already used on line " + first);
        }
        return good;
    }

    private @Nullable Circuit circuit(@Nullable String id, At at) {
        if (id == null) {
            return null;
        }
        Circuit circuit = circuits.good().get(id);
        if (circuit == null && circuits.broken().contains(id)) {
            at.error("the circuit \"" + id + "\" has problems of its own in circuits.yaml");
        } else if (circuit == null && circuits.complete()) {
            TreeSet<String> known = new TreeSet<>(circuits.good().keySet());
            known.addAll(circuits.broken());
            Words.unknown(id, "a circuit in circuits.yaml", known, at);
        }
        return circuit;
    }

    /** A season may begin or end in a neighbouring year, as Formula E's do; any other year is a slip. */
    private void inSeason(LocalDate day, At at) {
        int apart = Math.abs(day.getYear() - year);
        if (apart > 1) {
            at.error(day + " is not in the " + year + " season");
        } else if (apart == 1) {
            at.warning(day + " is not in " + year + ": fine for a season that crosses the new year");
        }
    }

    private static List<Champion> champions(@Nullable List<@Nullable ChampionFile> files, At at) {
        List<Champion> champions = new ArrayList<>();
        for (int i = 0; files != null && i < files.size(); i++) {
            ChampionFile file = files.get(i);
            if (file != null) {
                String category = Words.name(file.category(), at.index(i).key("class"));
                List<String> drivers = Words.names(file.drivers(), at.index(i).key("drivers"));
                Source source = Words.source(file.source(), at.index(i).key("source"));
                champions.add(new Champion(Objects.requireNonNullElse(category, ""), drivers, file.note(), source));
            }
        }
        return champions;
    }
}
