package dev.pitboard.reading;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A named stretch of a session, such as Q2.
 *
 * @param start only where it is printed, in the zone of its session
 */
public record DraftPart(
        String name, @Nullable Integer minutes, @Nullable LocalDateTime start) {}
