/** The one timetable as a list of numbered revisions: who changed what, when and why, what is proposed, and who may. */
@NullMarked
package dev.pitboard.revision;

import org.jspecify.annotations.NullMarked;
