/** Telegram through its Bot API client. */
@NullMarked
package dev.pitboard.telegram;

import org.jspecify.annotations.NullMarked;
