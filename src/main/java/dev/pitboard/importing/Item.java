package dev.pitboard.importing;

import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Session;
import dev.pitboard.reading.DraftSession;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One session that was read, or that the input lacks.
 *
 * @param round the round as it would be, without sessions; null where it is not known
 * @param before as it is on the timetable, null where it is not there
 * @param after as it would be, null where it would not be there
 * @param read what was read, null of a session that the input lacks
 * @param reason why it is left out or impossible
 * @param open keys of the questions that decide about it
 */
public record Item(
        Fate fate,
        @Nullable Round round,
        @Nullable Session before,
        @Nullable Session after,
        @Nullable DraftSession read,
        @Nullable String reason,
        Set<String> open) {
    public Item {
        open = Set.copyOf(open);
    }

    /** The session's name, as the timetable has it where it is there. */
    public String name() {
        return before != null
                ? before.name()
                : after != null ? after.name() : Objects.requireNonNull(read).name();
    }

    /** Whether approving it would change something. */
    public boolean changes() {
        return !Objects.equals(before, after);
    }
}
