package dev.pitboard.revision;

import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.SeasonId;
import dev.pitboard.motorsport.Series;
import org.jspecify.annotations.Nullable;

/**
 * A season as it is kept.
 *
 * @param series the facts of its series, without seasons, as they were last known
 * @param active the one in force; null where it was taken away
 * @param file what its file said when it was last taken over, or null when there never was one
 * @param revision the number of the newest revision of this season
 */
public record StoredSeason(
        Series series,
        int year,
        @Nullable Season active,
        @Nullable Season file,
        long revision) {
    /** Its id. */
    public SeasonId id() {
        return new SeasonId(series.id(), year);
    }
}
