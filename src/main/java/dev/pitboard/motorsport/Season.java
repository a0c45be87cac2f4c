package dev.pitboard.motorsport;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One year of a series: rounds in the order of their dates, and who is entered. */
public record Season(
        String seriesId,
        int year,
        Source source,
        List<Round> rounds,
        List<Entry> entries,
        List<Champion> champions,
        List<String> notes,
        @Nullable Source entriesSource) {
    public Season {
        rounds = List.copyOf(rounds);
        entries = List.copyOf(entries);
        champions = List.copyOf(champions);
        notes = List.copyOf(notes);
    }

    /** The round with that word as id in this season. */
    public Optional<Round> findRound(String round) {
        return rounds.stream().filter(r -> r.id().round().equals(round)).findFirst();
    }
}
