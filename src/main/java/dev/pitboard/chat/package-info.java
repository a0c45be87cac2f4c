/** Where people are: a platform and a place on it. */
@NullMarked
package dev.pitboard.chat;

import org.jspecify.annotations.NullMarked;
