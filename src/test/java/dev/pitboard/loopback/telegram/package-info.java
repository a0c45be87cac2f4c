/** A Telegram Bot API on 127.0.0.1 for tests, which refuses what the real service refuses. */
@NullMarked
package dev.pitboard.loopback.telegram;

import org.jspecify.annotations.NullMarked;
