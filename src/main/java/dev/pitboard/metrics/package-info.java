/** Numbers for Prometheus, through Micrometer. */
@NullMarked
package dev.pitboard.metrics;

import org.jspecify.annotations.NullMarked;
