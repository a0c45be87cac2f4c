/** Changes on the day by hand: the /session commands, silence, history and undo, for stewards and the host. */
@NullMarked
package dev.pitboard.revision.command;

import org.jspecify.annotations.NullMarked;
