package dev.pitboard.motorsport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who won a title of a season; the category is the class the title is for. */
public record Champion(
        String category,
        List<String> drivers,
        @Nullable String note,
        @Nullable Source source) {
    public Champion {
        drivers = List.copyOf(drivers);
    }
}
