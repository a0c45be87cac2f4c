package dev.pitboard.revision;

import dev.pitboard.command.UserError;
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

    /**
     * What takes a revision back and leaves everything that changed since as it is.
     *
     * @param season the revision's, as it is now
     * @throws UserError when something the revision changed was changed again since, or nothing of it is left
     */
    static ChangeSet undoing(Revision revision, StoredSeason season, String who) {
        long number = revision.number();
        List<Change> wishes =
                revision.changes().reversed().stream().map(Change::inverse).toList();
        List<Merge.Item> items = Merge.of(wishes, season.active());
        if (items.stream().anyMatch(Merge.Item::clash)) {
            throw new UserError("Revision " + number + " can't be taken back: what it changed was changed again"
                    + " since. Take the later revisions back first, newest first, or change it by hand.");
        }
        if (items.isEmpty()) {
            throw new UserError("Nothing of revision " + number + " is left to take back.");
        }
        return new ChangeSet(
                season.series(),
                season.year(),
                season.revision(),
                items.stream().map(Merge.Item::change).toList(),
                Origin.UNDO,
                who,
                "Revision " + number + " taken back",
                number);
    }
}
