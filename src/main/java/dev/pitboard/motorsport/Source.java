package dev.pitboard.motorsport;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from and when somebody last looked.
 *
 * @param checked the day of that
 * @param checkedAt the instant, where it is known: of what was imported or changed by hand
 */
public record Source(
        String name,
        @Nullable URI url,
        @Nullable LocalDate checked,
        @Nullable Instant checkedAt) {
    /** A source that was looked at on a day. */
    public Source(String name, @Nullable URI url, @Nullable LocalDate checked) {
        this(name, url, checked, null);
    }
}
