/** Promises kept: the ledger, the alarm clock and the messengers as ports, and the dispatcher between them. */
@NullMarked
package dev.pitboard.delivery;

import org.jspecify.annotations.NullMarked;
