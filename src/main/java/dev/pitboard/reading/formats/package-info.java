/** Tells what kind of file it is, by what is in it, and has it read. */
@NullMarked
package dev.pitboard.reading.formats;

import org.jspecify.annotations.NullMarked;
