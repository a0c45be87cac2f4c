/** Commands that answer from the timetable. */
@NullMarked
package dev.pitboard.guide;

import org.jspecify.annotations.NullMarked;
