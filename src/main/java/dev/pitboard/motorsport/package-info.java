/** The field's glossary: series, seasons, rounds, circuits, sessions and entries, as immutable values. */
@NullMarked
package dev.pitboard.motorsport;

import org.jspecify.annotations.NullMarked;
