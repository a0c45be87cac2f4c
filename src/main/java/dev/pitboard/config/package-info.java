/** Settings from the environment, with secrets that never show. */
@NullMarked
package dev.pitboard.config;

import org.jspecify.annotations.NullMarked;
