package dev.pitboard.seasons;

import dev.pitboard.motorsport.SeasonId;
import dev.pitboard.motorsport.Timetable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reading a config folder gave.
 *
 * @param timetable everything that could be used; null where nothing could, such as without a config folder
 * @param unread seasons that have a file and are not in the timetable, because nothing of it can be used
 * @param problems all that is wrong, file by file in the order of their lines
 */
public record Loaded(@Nullable Timetable timetable, Set<SeasonId> unread, List<Problem> problems) {
    public Loaded {
        unread = Set.copyOf(unread);
        problems = List.copyOf(problems);
    }

    /** Whether something could not be used. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
