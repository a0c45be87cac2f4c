/** What is up, connecting, down or off, for people and for probes. */
@NullMarked
package dev.pitboard.health;

import org.jspecify.annotations.NullMarked;
