/** From somebody else's timetable to an approved change of ours: what it would change, what has to be asked, and the answers. */
@NullMarked
package dev.pitboard.importing;

import org.jspecify.annotations.NullMarked;
