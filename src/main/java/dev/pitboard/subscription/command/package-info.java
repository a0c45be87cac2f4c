/** The /reminders commands. */
@NullMarked
package dev.pitboard.subscription.command;

import org.jspecify.annotations.NullMarked;
