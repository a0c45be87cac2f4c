/** Reads iCalendar files; home of the library for them. */
@NullMarked
package dev.pitboard.reading.calendar;

import org.jspecify.annotations.NullMarked;
