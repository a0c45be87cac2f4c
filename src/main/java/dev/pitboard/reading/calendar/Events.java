package dev.pitboard.reading.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.RawProperty;
import dev.pitboard.motorsport.Coordinates;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.Venue;
import dev.pitboard.reading.Venues;
import dev.pitboard.reading.text.LocalTimes;
import dev.pitboard.reading.text.Phrasebook;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes draft sessions of the events of one calendar, and asks about what they leave open. */
final class Events {
    private record When(
            @Nullable LocalDateTime local,
            @Nullable ZoneId zone,
            @Nullable Instant instant) {}

    private final EventTimes times;
    private final @Nullable Integer guessed;
    private final Known known;
    private final Venues venues;
    private final Phrasebook phrases;
    private final LocalTimes local;
    private final @Nullable String series;
    private final String zoneOfCalendar;
    private final boolean cancelled;
    private final Map<String, Venues.Finding> findings = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    /** @param guessed a length that is no fact */
    Events(
            ICalendar calendar,
            EventTimes times,
            @Nullable Integer guessed,
            Known known,
            Venues venues,
            Phrasebook phrases) {
        this.times = times;
        this.guessed = guessed;
        this.known = known;
        this.venues = venues;
        this.phrases = phrases;
        local = new LocalTimes(known, phrases);
        String named = phrases.read(property(calendar, "X-WR-CALNAME")).series();
        series = known.series() != null ? known.series() : named;
        zoneOfCalendar = EventTimes.iana(property(calendar, "X-WR-TIMEZONE"));
        cancelled = calendar.getMethod() != null
                && "CANCEL".equalsIgnoreCase(calendar.getMethod().getValue());
    }

    private static String property(ICalendar calendar, String name) {
        RawProperty property = calendar.getExperimentalProperty(name);
        return property == null || property.getValue() == null ? "" : property.getValue();
    }

    List<Question> questions() {
        return Stream.concat(questions.stream(), local.questions().stream()).toList();
    }

    /** The session an event is, or null where it is left out; then it is asked about. */
    @Nullable
    DraftSession session(VEvent event, int line) {
        EventWords words = EventWords.of(event, phrases);
        EventStart start = times.start(event);
        if (start instanceof EventStart.AllDay day && words.kind() == null) {
            ask(
                    line,
                    Subject.KIND,
                    "“" + words.text() + "” on " + day.date()
                            + " has no time and names no session. It is left out. Is that right?");
            return null;
        }
        if (words.kind() == null) {
            ask(line, Subject.KIND, "What kind of session is “" + words.name() + "”?");
        }
        Venues.Finding place = place(event, words, line);
        When when = when(start, words, place, line);
        alsoAsk(event, words, line);
        return new DraftSession(
                words.series() == null ? series : words.series(),
                words.round() == null ? roundOf(words, place) : words.round(),
                venue(event, words, place),
                words.name(),
                words.kind() == null ? SessionKind.OTHER : words.kind(),
                start instanceof EventStart.AllDay day
                        ? day.date()
                        : when.local() == null ? null : when.local().toLocalDate(),
                start instanceof EventStart.AllDay || when.local() == null
                        ? null
                        : when.local().toLocalTime(),
                when.zone(),
                when.instant(),
                start instanceof EventStart.AllDay ? null : minutes(event, line),
                status(event, words, start),
                List.of(),
                line,
                words.text());
    }

    private DraftStatus status(VEvent event, EventWords words, @Nullable EventStart start) {
        DraftStatus status = cancelled ? DraftStatus.CANCELLED : words.status(event);
        return status == DraftStatus.SCHEDULED && start instanceof EventStart.AllDay ? DraftStatus.TBC : status;
    }

    private static @Nullable String roundOf(EventWords words, Venues.Finding place) {
        if (place.circuit() != null) {
            return place.circuit().name();
        }
        String town = words.location().split(",", 2)[0].strip();
        return town.isEmpty() ? null : town;
    }

    private Venues.Finding place(VEvent event, EventWords words, int line) {
        Coordinates at = event.getGeo() == null
                        || event.getGeo().getLatitude() == null
                        || event.getGeo().getLongitude() == null
                ? null
                : new Coordinates(event.getGeo().getLatitude(), event.getGeo().getLongitude());
        String key = words.location() + "/" + at + "/" + words.round();
        Venues.Finding finding = findings.computeIfAbsent(key, _ -> {
            Venues.Finding found = venues.find(List.of(words.location()), at);
            return found.zone() != null
                    ? found
                    : venues.find(List.of(words.round() == null ? words.text() : words.round()), null);
        });
        if (finding.doubt() != null) {
            once(line, Subject.ROUND, "doubt" + key, finding.doubt());
        }
        return finding;
    }

    private static @Nullable Venue venue(VEvent event, EventWords words, Venues.Finding place) {
        if (place.circuit() != null) {
            return Venue.of(place.circuit());
        }
        return words.location().isEmpty() ? null : new Venue(null, words.location(), null);
    }

    private When when(@Nullable EventStart start, EventWords words, Venues.Finding place, int line) {
        return switch (start) {
            case null -> {
                ask(line, Subject.DATE, "“" + words.name() + "” has no start that can be read. When is it?");
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
            ask(
                    line,
                    Subject.TIME,
                    "Its hour is past 24; it is read as early the next day" + (read == null ? "" : ", " + read)
                            + ". Is that right?");
        }
    }

    private When floating(EventStart.Floating floating, Venues.Finding place, int line) {
        boolean named = !EventTimes.iana(floating.zone()).isEmpty();
        if (!named && !floating.zone().isEmpty()) {
            once(
                    line,
                    Subject.ZONE,
                    "zone " + floating.zone(),
                    "The zone “" + floating.zone() + "” is not known. Which one is it?");
        }
        boolean ofCalendar = !named && !zoneOfCalendar.isEmpty() && known.zone() == null;
        if (ofCalendar) {
            once(
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
            once(
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
            once(
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

    private @Nullable Integer minutes(VEvent event, int line) {
        Integer minutes = times.minutes(event);
        if (times.endsBeforeItStarts(event)) {
            ask(line, Subject.END, "It ends before it starts. When does it end?");
        }
        if (minutes != null && minutes.equals(guessed)) {
            once(
                    line,
                    Subject.END,
                    "guess",
                    "Everything in this calendar takes " + minutes
                            + " minutes, which looks like a guess. The lengths are left open.");
            return null;
        }
        return minutes;
    }

    private void alsoAsk(VEvent event, EventWords words, int line) {
        if (event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty()) {
            ask(
                    line,
                    Subject.DATE,
                    "“" + words.name() + "” is repeated in this calendar; only its first date is read. Is that right?");
        }
    }

    private void once(int line, Subject about, String key, String text) {
        if (asked.add(key)) {
            ask(line, about, text);
        }
    }

    private void ask(int line, Subject about, String text) {
        questions.add(new Question(line, about, text));
    }
}
