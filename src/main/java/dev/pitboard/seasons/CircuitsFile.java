package dev.pitboard.seasons;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code circuits.yaml} as written. */
record CircuitsFile(@Required @Nullable List<@Nullable CircuitFile> circuits) {
    /** @param metres one lap of the layout in use */
    record CircuitFile(
            @Required @Nullable String id,
            @Required @Nullable String name,
            @Nullable List<@Nullable String> aliases,
            @Required @Nullable String place,
            @Required @Nullable String country,
            @Required @Nullable String zone,
            @Nullable CoordinatesFile coordinates,
            @Nullable Integer metres,
            @Nullable Integer corners,
            @Nullable List<@Nullable String> notes,
            @Nullable List<@Nullable SourceFile> sources) {}

    record CoordinatesFile(
            @Required @Nullable Double latitude,
            @Required @Nullable Double longitude) {}
}
