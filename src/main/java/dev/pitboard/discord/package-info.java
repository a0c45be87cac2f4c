/** Discord through JDA. */
@NullMarked
package dev.pitboard.discord;

import org.jspecify.annotations.NullMarked;
