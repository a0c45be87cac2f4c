/** Telegram, tested with the real client against a loopback Bot API. */
@NullMarked
package dev.pitboard.telegram;

import org.jspecify.annotations.NullMarked;
