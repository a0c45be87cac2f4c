/** A Discord on the loopback interface: REST and gateway, refusing by hand what the real service refuses. */
@NullMarked
package dev.pitboard.loopback.discord;

import org.jspecify.annotations.NullMarked;
