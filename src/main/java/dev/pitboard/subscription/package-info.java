/** Who wants to be reminded of what, and how early. */
@NullMarked
package dev.pitboard.subscription;

import org.jspecify.annotations.NullMarked;
