/** Where the times on a card come from, when somebody last looked, and what of them is old. */
@NullMarked
package dev.pitboard.sources;

import org.jspecify.annotations.NullMarked;
