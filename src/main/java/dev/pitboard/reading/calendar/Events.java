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
import dev.pitboard.reading.text.Phrasebook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes draft sessions of the events of one calendar, and asks about what they leave open. */
final class Events {
    private final EventTimes times;
    private final @Nullable Integer guessed;
    private final Venues venues;
    private final Phrasebook phrases;
    private final EventMoments moments;
    private final @Nullable String series;
    private final boolean cancelled;
    private final Map<String, Venues.Finding> findings = new HashMap<>();
    private final Asking asking = new Asking();

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
        this.venues = venues;
        this.phrases = phrases;
        String named = phrases.read(property(calendar, "X-WR-CALNAME")).series();
        series = known.series() != null ? known.series() : named;
        moments = new EventMoments(EventTimes.iana(property(calendar, "X-WR-TIMEZONE")), known, phrases, asking);
        cancelled = calendar.getMethod() != null
                && "CANCEL".equalsIgnoreCase(calendar.getMethod().getValue());
    }

    private static String property(ICalendar calendar, String name) {
        RawProperty property = calendar.getExperimentalProperty(name);
        return property == null || property.getValue() == null ? "" : property.getValue();
    }

    List<Question> questions() {
        return Stream.concat(asking.questions().stream(), moments.questions().stream())
                .toList();
    }

    /** The session an event is, or null where it is left out; then it is asked about. */
    @Nullable
    DraftSession session(VEvent event, int line) {
        EventWords words = EventWords.of(event, phrases);
        EventStart start = times.start(event);
        if (start instanceof EventStart.AllDay day && words.kind() == null) {
            asking.ask(
                    line,
                    Subject.KIND,
                    "“" + words.text() + "” on " + day.date()
                            + " has no time and names no session. It is left out. Is that right?");
            return null;
        }
        if (words.kind() == null) {
            asking.ask(line, Subject.KIND, "What kind of session is “" + words.name() + "”?");
        }
        Venues.Finding place = place(event, words, line);
        EventMoments.When when = moments.when(start, words, place, line);
        alsoAsk(event, words, line);
        return new DraftSession(
                words.series() == null ? series : words.series(),
                words.round() == null ? roundOf(words, place) : words.round(),
                venue(words, place),
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
            asking.once(line, Subject.ROUND, "doubt" + key, finding.doubt());
        }
        return finding;
    }

    private static @Nullable Venue venue(EventWords words, Venues.Finding place) {
        if (place.circuit() != null) {
            return Venue.of(place.circuit());
        }
        return words.location().isEmpty() ? null : new Venue(null, words.location(), null);
    }

    private @Nullable Integer minutes(VEvent event, int line) {
        Integer minutes = times.minutes(event);
        if (times.endsBeforeItStarts(event)) {
            asking.ask(line, Subject.END, "It ends before it starts. When does it end?");
        }
        if (minutes != null && minutes.equals(guessed)) {
            asking.once(
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
            asking.ask(
                    line,
                    Subject.DATE,
                    "“" + words.name() + "” is repeated in this calendar; only its first date is read. Is that right?");
        }
    }
}
