package dev.pitboard.motorsport;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named stretch of a session, such as Q2.
 *
 * @param id stable word, unique in its session
 * @param start only where it was published
 */
public record Part(
        String id,
        String name,
        @Nullable Duration length,
        @Nullable Instant start) {}
