/** Timetables in plain text: words and numbers become tokens, tokens become sessions by a grammar with words of seven languages. */
@NullMarked
package dev.pitboard.reading.text;

import org.jspecify.annotations.NullMarked;
