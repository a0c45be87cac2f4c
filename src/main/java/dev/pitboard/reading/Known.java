package dev.pitboard.reading;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the person who imports says up front, for what a text lacks.
 *
 * @param series for sessions of which the text names no series
 * @param zone of the printed times
 * @param year of dates without one
 * @param published the day the text came out, for dates without a year and days such as "tomorrow"
 */
public record Known(
        @Nullable String series,
        @Nullable ZoneId zone,
        @Nullable Integer year,
        @Nullable LocalDate published) {
    /** Nothing is known. */
    public static Known nothing() {
        return new Known(null, null, null, null);
    }
}
