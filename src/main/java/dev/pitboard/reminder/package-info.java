/** From a timetable and lead times to reminders: pure functions, and the card that says them. */
@NullMarked
package dev.pitboard.reminder;

import org.jspecify.annotations.NullMarked;
