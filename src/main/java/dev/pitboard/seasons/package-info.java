/** Season data as files: read, checked, explained and re-read. */
@NullMarked
package dev.pitboard.seasons;

import org.jspecify.annotations.NullMarked;
