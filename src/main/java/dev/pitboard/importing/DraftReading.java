package dev.pitboard.importing;

import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;

/** Reads somebody else's timetable, in whatever format it is. */
@FunctionalInterface
public interface DraftReading {
    /**
     * What it says.
     *
     * @param timetable whose series and circuits may be named
     * @throws Unreadable when it is nothing to read a timetable from
     */
    Draft read(byte[] input, Known known, Timetable timetable) throws Unreadable;
}
