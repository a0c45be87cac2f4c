/** What Pitboard says, before how it looks: a closed set of blocks and spans that each platform renders. */
@NullMarked
package dev.pitboard.card;

import org.jspecify.annotations.NullMarked;
