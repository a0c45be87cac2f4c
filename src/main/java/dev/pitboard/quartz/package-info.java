/** The alarm clock on Quartz. */
@NullMarked
package dev.pitboard.quartz;

import org.jspecify.annotations.NullMarked;
