package dev.pitboard.reminder;

import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How a start stands on a timetable. */
public sealed interface Standing {
    /**
     * It is to be at that instant.
     *
     * @param confirmed false where nobody has confirmed it
     */
    record At(Instant at, boolean confirmed) implements Standing {}

    /** It is cancelled, postponed, or delayed without a new time. */
    record Off(Status status) implements Standing {}

    /**
     * It is to take place at a time that is not known.
     *
     * @param date the day at the circuit, or null
     */
    record NoTime(@Nullable LocalDate date) implements Standing {}

    /** There is no such thing on it. */
    record Absent() implements Standing {}

    /** That of a start on a whole timetable. */
    static Standing of(Timetable timetable, Start start) {
        return timetable
                .findFixture(start.session())
                .map(f -> of(f.session(), start.part(), f.round().status()))
                .orElseGet(Absent::new);
    }

    /**
     * That of a start in one version of its session.
     *
     * @param part the part's id, or null for the session itself
     * @param round how its round stood then
     */
    static Standing of(@Nullable Session session, @Nullable String part, Status round) {
        if (session == null) {
            return new Absent();
        }
        Status status = round.goesAhead() ? session.status() : round;
        if (!status.goesAhead()) {
            return new Off(status);
        }
        boolean confirmed = status != Status.TENTATIVE && round != Status.TENTATIVE;
        if (part != null) {
            return session.parts().stream()
                    .filter(p -> p.id().equals(part))
                    .findFirst()
                    .map(p -> of(p, confirmed))
                    .orElseGet(Absent::new);
        }
        return switch (session.time()) {
            case SessionTime.Exact exact -> new At(exact.start(), confirmed);
            case SessionTime.DateOnly(LocalDate date) -> new NoTime(date);
            case SessionTime.ToBeConfirmed() -> new NoTime(null);
        };
    }

    private static Standing of(Part part, boolean confirmed) {
        Instant start = part.start();
        return start == null ? new NoTime(null) : new At(start, confirmed);
    }

    /**
     * What is new about a start, in a few words for a lock screen: "now 17:10 instead of 16:50". Empty where nothing is.
     *
     * @param zone the circuit's, by which two instants are on one day or not
     */
    static Line news(Standing before, Standing now, ZoneId zone) {
        if (before.equals(now)) {
            return Line.empty();
        }
        return switch (now) {
            case At(Instant at, boolean confirmed) -> moved(before, at, confirmed, zone);
            case Off off -> Line.of(off.words());
            case NoTime _ ->
                before instanceof At(Instant old, var _)
                        ? Line.of("no longer at ").moment(old, MomentStyle.TIME).text(", the new time is not known")
                        : Line.of("the time is not known yet");
            case Absent() -> Line.of("no longer on the timetable");
        };
    }

    private static Line moved(Standing before, Instant at, boolean confirmed, ZoneId zone) {
        String doubt = confirmed ? "" : " (not confirmed)";
        return switch (before) {
            case At(Instant old, var _)
            when old.equals(at) ->
                Line.of(confirmed ? "confirmed for " : "not confirmed: ").moment(at, MomentStyle.TIME);
            case At(Instant old, var _) -> {
                MomentStyle style = LocalDate.ofInstant(old, zone).equals(LocalDate.ofInstant(at, zone))
                        ? MomentStyle.TIME
                        : MomentStyle.DATE_TIME;
                yield Line.of("now ")
                        .moment(at, style)
                        .text(doubt + " instead of ")
                        .moment(old, style);
            }
            case Off _ ->
                Line.of("goes ahead, at ").moment(at, MomentStyle.DATE_TIME).text(doubt);
            case NoTime _ ->
                Line.of("now known: ").moment(at, MomentStyle.DATE_TIME).text(doubt);
            case Absent() -> Line.of("new: ").moment(at, MomentStyle.DATE_TIME).text(doubt);
        };
    }

    /** How it stands where it has no instant, in a few words; empty where it has one. */
    default String words() {
        return switch (this) {
            case At _ -> "";
            case Off(Status status) ->
                switch (status) {
                    case CANCELLED -> "cancelled";
                    case POSTPONED -> "postponed, no new date yet";
                    case DELAYED -> "delayed, no new time yet";
                    case SCHEDULED, TENTATIVE -> throw new IllegalStateException(status + " goes ahead");
                };
            case NoTime _ -> "time not known yet";
            case Absent() -> "no longer on the timetable";
        };
    }

    /** The instant it is to be at, or null where it has none. */
    default @Nullable Instant instant() {
        return this instanceof At(Instant at, var _) ? at : null;
    }
}
