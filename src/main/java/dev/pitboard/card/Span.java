package dev.pitboard.card;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;

/** A piece of a line. */
public sealed interface Span {
    /** Plain words, to be escaped by the renderer. */
    record Text(String text) implements Span {}

    /** Words that stand out. */
    record Strong(String text) implements Span {}

    /** Something to type or copy, such as a command. */
    record Code(String text) implements Span {}

    /** Words that lead somewhere (http or https). */
    record Link(String label, URI url) implements Span {}

    /** A Discord role by its id: its name where Discord shows it, and nobody is pinged by it; elsewhere the id. */
    record Role(String id) implements Span {}

    /** An instant in the reader's own time zone, as far as the platform can. */
    record Moment(Instant at, MomentStyle style) implements Span {}

    /** An instant on the wall clock at the track, with the zone's name in use at that instant. */
    record TrackTime(Instant at, ZoneId zone, MomentStyle style) implements Span {}

    /** How much of an instant is shown. */
    enum MomentStyle {
        /** 16:50 */
        TIME,
        /** 30 September 2023 */
        DATE,
        /** 30 September 2023 16:50 */
        DATE_TIME,
        /** Saturday, 30 September 2023 16:50 */
        WEEKDAY_DATE_TIME,
        /** in 10 minutes; for {@link TrackTime} the same as {@link #TIME} */
        RELATIVE
    }
}
