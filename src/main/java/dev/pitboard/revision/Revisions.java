package dev.pitboard.revision;

import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.notice.Consequences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of the timetable as they are kept, shared by all processes. Instants are timetable time. Methods throw
 * {@link dev.pitboard.command.Unavailable} when the database can't be reached or is full.
 */
public interface Revisions {
    /** The number of the newest revision, 0 when there is none. */
    long head();

    /** All seasons there are or were, with the number of the newest revision at that moment, from one moment. */
    Stored stored();

    /**
     * Makes changes of different seasons, all in one transaction: for each the revision, the season as it is now, and all its
     * consequences in the ledger (see {@link Consequences}; notices get the revision's number).
     *
     * @return one revision for each, in their order
     * @throws Outdated when a season has another revision than the base of its change set; nothing was changed
     */
    List<Revision> commit(List<Made> all, Instant now) throws Outdated;

    /** Makes one change. */
    default Revision commit(Made one, Instant now) throws Outdated {
        return commit(List.of(one), now).getFirst();
    }

    /**
     * A change as it is to be made.
     *
     * @param after the season with the changes, null where they take it away
     * @param file what the season's file says, where the change takes the file over; null leaves that as it is
     */
    record Made(
            ChangeSet set, @Nullable Season after, @Nullable Season file, Consequences consequences) {}

    /**
     * Notes what a season's file says where that changes nothing in force, and the facts of its series.
     *
     * @param file null where there is no file any more
     */
    void fileTakenOver(Series series, int year, @Nullable Season file);

    /**
     * The newest revisions first.
     *
     * @param series null for all
     */
    List<Revision> history(@Nullable String series, int limit);

    /** The revision with that number. */
    Optional<Revision> find(long number);

    /** What is kept at one moment. */
    record Stored(long head, List<StoredSeason> seasons) {
        public Stored {
            seasons = List.copyOf(seasons);
        }
    }
}
