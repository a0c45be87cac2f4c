package dev.pitboard.reading.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.Venues;
import dev.pitboard.reading.text.Phrasebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads iCalendar files. Alarms, to-dos and free-busy times are no sessions. */
public final class CalendarReader {
    private final Venues venues;
    private final Phrasebook phrases;

    /** @param venues where sessions can be */
    public CalendarReader(Venues venues, Phrasebook phrases) {
        this.venues = venues;
        this.phrases = phrases;
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws Unreadable when it is too much, or has nothing of a calendar in it
     */
    public Draft read(byte[] bytes, Known known) throws Unreadable {
        Unfolded unfolded = Unfolded.of(bytes);
        List<DraftSession> sessions = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        int read = 0;
        for (ICalendar calendar : calendars(unfolded.text())) {
            List<VEvent> events = calendar.getEvents();
            EventTimes times = new EventTimes(calendar);
            Integer guessed = GuessedEnds.minutes(events, times, phrases);
            Events drafting = new Events(calendar, times, guessed, known, venues, phrases);
            for (VEvent event : events) {
                int line = read < unfolded.events().size() ? unfolded.events().get(read) : 0;
                read++;
                DraftSession session = drafting.session(event, line);
                if (session != null) {
                    sessions.add(session);
                }
            }
            questions.addAll(drafting.questions());
        }
        if (read < unfolded.events().size() || !unfolded.complete()) {
            questions.add(new Question(
                    unfolded.events().isEmpty() ? 0 : unfolded.events().getLast(),
                    Subject.NAME,
                    "The calendar breaks off or is damaged: sessions may be missing. Is it the whole file?"));
        }
        return new Draft(sessions, questions);
    }

    private static List<ICalendar> calendars(String text) throws Unreadable {
        try (ICalReader reader = new ICalReader(text)) {
            List<ICalendar> all = reader.readAll();
            if (all.isEmpty()) {
                throw new Unreadable("This begins like a calendar, but has none in it.");
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
