/** Measures the real program, run as a process of its own against the loopback platforms, and lets it run for a whole season. */
@NullMarked
package dev.pitboard.bench;

import org.jspecify.annotations.NullMarked;
