package dev.pitboard.revision;

import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one season that belong together: one approval, one file that was read, one thing done by hand.
 *
 * @param series the facts of the series, without seasons
 * @param base the number of the revision of the season it was made for, 0 where there is no such season yet
 * @param who who makes it: {@code discord:<id>}, {@code telegram:<id>}, {@code terminal} or {@code file}
 * @param why for people, one line
 * @param undoes the number of the revision that it takes back, or null
 */
public record ChangeSet(
        Series series,
        int year,
        long base,
        List<Change> changes,
        Origin origin,
        String who,
        String why,
        @Nullable Long undoes) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }
}
