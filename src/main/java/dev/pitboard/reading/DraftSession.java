package dev.pitboard.reading;

import dev.pitboard.motorsport.SessionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session as a text has it; null is what the text does not say.
 *
 * @param series as the text names it
 * @param round its number, or else the name of the place or event
 * @param venue where it takes place
 * @param name as the text has it, without time, date and series
 * @param date the day of the start, in the zone of the printed times
 * @param clock the printed start; it may be known without a date
 * @param zone IANA zone of the printed times; null also where only an offset is known, such as that of CEST
 * @param startUtc the instant of the start, known with an offset alone too
 * @param minutes the whole length
 * @param parts such as Q1 and Q2, where one line stands for both
 * @param line where it stands in the text, counted from 1
 * @param text the piece of text that it was read from
 */
public record DraftSession(
        @Nullable String series,
        @Nullable String round,
        @Nullable Venue venue,
        String name,
        SessionKind kind,
        @Nullable LocalDate date,
        @Nullable LocalTime clock,
        @Nullable ZoneId zone,
        @Nullable Instant startUtc,
        @Nullable Integer minutes,
        DraftStatus status,
        List<DraftPart> parts,
        int line,
        String text) {
    public DraftSession {
        parts = List.copyOf(parts);
    }

    /** The printed start with its day, or null when one of them is missing. */
    public @Nullable LocalDateTime start() {
        return date == null || clock == null ? null : date.atTime(clock);
    }
}
