package dev.pitboard.revision;

import dev.pitboard.motorsport.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change set that was made.
 *
 * @param number rising over all series, from 1
 * @param at when, on timetable time
 */
public record Revision(
        long number,
        String series,
        int year,
        Instant at,
        Origin origin,
        String who,
        String why,
        @Nullable Long undoes,
        List<Change> changes) {
    public Revision {
        changes = List.copyOf(changes);
    }
}
