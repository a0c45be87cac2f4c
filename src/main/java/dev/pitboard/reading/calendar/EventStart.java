package dev.pitboard.reading.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What DTSTART says. */
sealed interface EventStart {
    /** A day without a time. */
    record AllDay(LocalDate date) implements EventStart {}

    /**
     * A wall-clock time without a zone, or with one that means nothing here.
     *
     * @param zone as written; empty where there is none
     * @param late whether its hour is past 24, as in 26:00
     */
    record Floating(LocalDateTime local, String zone, boolean late) implements EventStart {}

    /**
     * A moment.
     *
     * @param offset the one it is written in; null for UTC
     */
    record Fixed(Instant instant, @Nullable ZoneOffset offset, boolean late) implements EventStart {}
}
