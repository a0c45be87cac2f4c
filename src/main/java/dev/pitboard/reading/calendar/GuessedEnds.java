package dev.pitboard.reading.calendar;

import biweekly.component.VEvent;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Phrasebook;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out that a publisher puts the same end on everything, which is a guess and no fact. */
final class GuessedEnds {
    private static final int FEWEST = 4;
    private static final int LONG = 180;

    private GuessedEnds() {}

    /**
     * The length that all events have although they are of several kinds, or that is suspiciously long; null where lengths differ. Races of
     * one series may well all take an hour.
     */
    static @Nullable Integer minutes(List<VEvent> events, EventTimes times, Phrasebook phrases) {
        Set<Integer> lengths = new HashSet<>();
        Set<SessionKind> kinds = new HashSet<>();
        int timed = 0;
        for (VEvent event : events) {
            Integer minutes = times.start(event) instanceof EventStart.AllDay ? null : times.minutes(event);
            if (minutes != null) {
                timed++;
                lengths.add(minutes);
                if (lengths.size() > 1) {
                    return null;
                }
                SessionKind kind = EventWords.of(event, phrases).kind();
                kinds.add(Objects.requireNonNullElse(kind, SessionKind.OTHER));
            }
        }
        Integer only = lengths.size() == 1 ? lengths.iterator().next() : null;
        return only != null && timed >= FEWEST && (kinds.size() > 1 || only >= LONG) ? only : null;
    }
}
