package dev.pitboard.reading.formats;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Series;
import dev.pitboard.reading.Characters;
import dev.pitboard.reading.CircuitZones;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.Venues;
import dev.pitboard.reading.calendar.CalendarReader;
import dev.pitboard.reading.json.SportstimesReader;
import dev.pitboard.reading.table.TableReader;
import dev.pitboard.reading.text.Phrasebook;
import dev.pitboard.reading.text.TextReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a timetable in any format there is: iCalendar, the sportstimes JSON, a table with headings, or else text. What it is, is told by
 * its content; names and extensions do not count.
 */
public final class TimetableReader {
    /** The most bytes of a file that are read. */
    public static final int MOST_BYTES = 8 << 20;

    private final CalendarReader calendars;
    private final SportstimesReader seasons;
    private final TableReader tables;
    private final TextReader texts;

    /**
     * @param circuits those that may be named; their zones decide what printed times mean
     * @param series those whose names are to be known beside the ones that come with the program
     */
    public TimetableReader(List<Circuit> circuits, List<Series> series) {
        Venues venues = new Venues(circuits);
        Phrasebook phrases = new Phrasebook(series);
        calendars = new CalendarReader(venues, phrases);
        seasons = new SportstimesReader(venues, phrases);
        tables = new TableReader(venues, phrases);
        texts = new TextReader(CircuitZones.of(circuits), series);
    }

    /**
     * Reads the bytes of a file or paste. The same bytes give the same draft.
     *
     * @param known what the person who imports says up front
     * @throws Unreadable when it is nothing to read a timetable from, or too much
     */
    public Draft read(byte[] bytes, Known known) throws Unreadable {
        Binary.refuse(bytes);
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("This is more than 8 MiB, the most that is read. Import one season only.");
        }
        String text = Characters.decode(bytes);
        if (isCalendar(text)) {
            return Checked.of(calendars.read(bytes, known), known);
        }
        if (SportstimesReader.isLike(text)) {
            return Checked.of(seasons.read(bytes, known), known);
        }
        Optional<Draft> table = tables.read(text, known);
        return table.isPresent() ? Checked.of(table.get(), known) : texts.read(bytes, known);
    }

    private static boolean isCalendar(String text) {
        return text.lines()
                .limit(50)
                .anyMatch(line -> line.strip().toUpperCase(Locale.ROOT).equals("BEGIN:VCALENDAR"));
    }
}
