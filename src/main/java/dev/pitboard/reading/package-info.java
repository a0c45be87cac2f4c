/** What a timetable of somebody else says, before anyone has approved it: a draft of sessions, and what has to be asked. */
@NullMarked
package dev.pitboard.reading;

import org.jspecify.annotations.NullMarked;
