/** Reads other projects' JSON; home of the JSON parser among the readers. */
@NullMarked
package dev.pitboard.reading.json;

import org.jspecify.annotations.NullMarked;
