package dev.pitboard.revision;

import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the timetable together: seasons as they are kept, and the facts of series and circuits as the files have them, or as they
 * were last known where no file has them.
 */
final class Assembly {
    private Assembly() {}

    static Timetable of(Revisions.Stored stored, Timetable files) {
        Map<String, Circuit> circuits = new LinkedHashMap<>();
        files.circuits().forEach(c -> circuits.put(c.id(), c));
        Map<String, Series> facts = new LinkedHashMap<>();
        files.series().forEach(s -> facts.put(s.id(), s));
        Map<String, List<Season>> seasons = new LinkedHashMap<>();
        for (StoredSeason kept : stored.seasons()) {
            if (kept.active() != null) {
                facts.putIfAbsent(kept.series().id(), kept.series());
                seasons.computeIfAbsent(kept.series().id(), _ -> new ArrayList<>())
                        .add(withCircuits(kept.active(), circuits));
            }
        }
        List<Series> all = facts.values().stream()
                .map(s -> withSeasons(
                        s,
                        seasons.getOrDefault(s.id(), List.of()).stream()
                                .sorted(Comparator.comparingInt(Season::year))
                                .toList()))
                .toList();
        return new Timetable(all, List.copyOf(circuits.values()), stored.head());
    }

    /** The season at the circuits as they are known now; those that are not known are learnt. */
    private static Season withCircuits(Season season, Map<String, Circuit> circuits) {
        return Changes.withRounds(
                season,
                season.rounds().stream()
                        .map(r -> at(r, circuits.computeIfAbsent(r.circuit().id(), _ -> r.circuit())))
                        .toList());
    }

    private static Round at(Round round, Circuit circuit) {
        return round.circuit().equals(circuit) ? round : Changes.withCircuit(round, circuit);
    }

    static Series withSeasons(Series series, List<Season> seasons) {
        return new Series(
                series.id(),
                series.name(),
                series.aliases(),
                series.kinds(),
                series.links(),
                series.format(),
                series.points(),
                series.source(),
                seasons);
    }
}
