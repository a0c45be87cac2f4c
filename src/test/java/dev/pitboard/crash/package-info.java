/** Breaks the real program, run as a process of its own against the loopback platforms, and counts what it kept of its promises. */
@NullMarked
package dev.pitboard.crash;

import org.jspecify.annotations.NullMarked;
