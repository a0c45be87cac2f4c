/** The terminal as a platform: rendering, the prompt and the demo. */
@NullMarked
package dev.pitboard.terminal;

import org.jspecify.annotations.NullMarked;
