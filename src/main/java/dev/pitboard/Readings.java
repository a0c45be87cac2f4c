package dev.pitboard;

import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.formats.TimetableReader;

/** How somebody else's timetable is read, wherever it comes in. */
final class Readings {
    private Readings() {}

    /** What it says, with the series and circuits of that timetable known. */
    static Draft read(byte[] input, Known known, Timetable timetable) throws Unreadable {
        return new TimetableReader(timetable.circuits(), timetable.series()).read(input, known);
    }
}
