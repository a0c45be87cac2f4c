/** A Discord and a Telegram on the loopback interface, to try the program by hand without either. */
@NullMarked
package dev.pitboard.loopback;

import org.jspecify.annotations.NullMarked;
