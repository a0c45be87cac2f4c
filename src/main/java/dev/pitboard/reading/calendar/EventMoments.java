package dev.pitboard.reading.calendar;

import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.Venues;
import dev.pitboard.reading.text.LocalTimes;
import dev.pitboard.reading.text.Phrasebook;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out when an event starts, on the clock at its circuit. */
final class EventMoments {
    /** A start; the zone is null where only an offset is known. */
    record When(
            @Nullable LocalDateTime local,
            @Nullable ZoneId zone,
            @Nullable Instant instant) {}

    private final String zoneOfCalendar;
    private final Known known;
    private final LocalTimes local;
    private final Asking asking;

    /** @param zoneOfCalendar what X-WR-TIMEZONE says; empty where there is none */
    EventMoments(String zoneOfCalendar, Known known, Phrasebook phrases, Asking asking) {
        this.zoneOfCalendar = zoneOfCalendar;
        this.known = known;
        this.asking = asking;
        local = new LocalTimes(known, phrases);
    }

    /** What is asked about wall-clock times. */
    List<Question> questions() {
        return local.questions();
    }

    When when(@Nullable EventStart start, EventWords words, Venues.Finding place, int line) {
        return switch (start) {
            case null -> {
                asking.ask(line, Subject.DATE, "“" + words.name() + "” has no start that can be read. When is it?");
                yield new When(null, place.zone(), null);
            }
            case EventStart.AllDay _ -> new When(null, place.zone(), null);
            case EventStart.Floating floating -> {
                late(floating.late(), floating.local(), line);
                yield floating(floating, place, line);
            }
            case EventStart.Fixed fixed -> {
                late(fixed.late(), null, line);
                yield fixed(fixed, words, place, line);
            }
        };
    }

    private void late(boolean late, @Nullable LocalDateTime read, int line) {
        if (late) {
            asking.ask(
                    line,
                    Subject.TIME,
                    "Its hour is past 24; it is read as early the next day" + (read == null ? "" : ", " + read)
                            + ". Is that right?");
        }
    }

    private When floating(EventStart.Floating floating, Venues.Finding place, int line) {
        boolean named = !EventTimes.iana(floating.zone()).isEmpty();
        if (!named && !floating.zone().isEmpty()) {
            asking.once(
                    line,
                    Subject.ZONE,
                    "zone " + floating.zone(),
                    "The zone “" + floating.zone() + "” is not known. Which one is it?");
        }
        boolean ofCalendar = !named && !zoneOfCalendar.isEmpty() && known.zone() == null;
        if (ofCalendar) {
            asking.once(
                    line,
                    Subject.ZONE,
                    "x-wr",
                    "The times have no zone of their own; they are read in that of the calendar, " + zoneOfCalendar
                            + ". Is that right?");
        }
        LocalDateTime at = floating.local();
        LocalTimes.Start start = local.of(
                line,
                at.toLocalDate(),
                at.getHour() * 60 + at.getMinute(),
                named ? floating.zone() : ofCalendar ? zoneOfCalendar : "",
                place.circuit());
        return start.instant() == null
                ? new When(at, start.zone(), null)
                : shown(start.instant(), place.zone() != null ? place.zone() : start.zone(), at);
    }

    private When fixed(EventStart.Fixed fixed, EventWords words, Venues.Finding place, int line) {
        ZoneId zone = place.zone() != null ? place.zone() : known.zone();
        ZoneOffset offset = fixed.offset();
        if (zone == null) {
            asking.once(
                    line,
                    Subject.ZONE,
                    "where " + words.location(),
                    (words.location().isEmpty() ? "“" + words.text() + "”" : "“" + words.location() + "”")
                            + " is no circuit that is known. In which zone is it?");
            return new When(
                    offset == null ? null : fixed.instant().atOffset(offset).toLocalDateTime(), null, fixed.instant());
        }
        if (offset != null
                && !offset.equals(ZoneOffset.UTC)
                && !zone.getRules().getOffset(fixed.instant()).equals(offset)) {
            asking.once(
                    line,
                    Subject.ZONE,
                    "offset " + zone + offset,
                    "Its times are written in UTC" + offset + ", which is not the time in " + zone
                            + " that day. The moment is kept. Is it right?");
        }
        return shown(fixed.instant(), zone, null);
    }

    private static When shown(Instant instant, @Nullable ZoneId zone, @Nullable LocalDateTime written) {
        return zone == null
                ? new When(written, null, instant)
                : new When(instant.atZone(zone).toLocalDateTime(), zone, instant);
    }
}
