package dev.pitboard.motorsport;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One race weekend of a season.
 *
 * @param number its place in the championship, or null outside it
 * @param name what people call it; usually the circuit's short name
 * @param firstDay first day at the circuit, in the circuit's zone
 * @param lastDay last day, not before the first
 * @param gridSize cars entered, where known
 */
public record Round(
        RoundId id,
        @Nullable Integer number,
        String name,
        Circuit circuit,
        LocalDate firstDay,
        LocalDate lastDay,
        Status status,
        @Nullable Integer gridSize,
        List<Session> sessions,
        List<Result> results,
        List<String> notes,
        @Nullable Source source) {
    public Round {
        sessions = List.copyOf(sessions);
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }
}
