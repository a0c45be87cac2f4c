/** The program itself: the command line and the composition root. */
@NullMarked
package dev.pitboard;

import org.jspecify.annotations.NullMarked;
