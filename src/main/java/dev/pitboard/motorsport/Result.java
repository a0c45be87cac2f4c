package dev.pitboard.motorsport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place somebody took in a race of a round.
 *
 * @param race the race's name, such as "Race 1"
 * @param category the class the place counts in, or null for the overall order
 * @param number the car's number, or null where no source has it
 */
public record Result(
        String race,
        int place,
        @Nullable String category,
        @Nullable String number,
        List<String> drivers,
        @Nullable String team,
        @Nullable String car,
        @Nullable String note,
        @Nullable Source source) {
    public Result {
        drivers = List.copyOf(drivers);
    }
}
