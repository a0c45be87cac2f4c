package dev.pitboard.motorsport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A car with its crew in a season.
 *
 * @param number as painted on the car: text, up to three digits, unique within a round only
 * @param category the class it runs in, where known
 * @param rounds ids of the rounds it took part in; empty when it is entered for the season
 */
public record Entry(
        String number,
        @Nullable String team,
        @Nullable String car,
        @Nullable String category,
        List<Driver> drivers,
        List<String> rounds,
        List<Link> links,
        List<String> notes,
        @Nullable Source source) {
    public Entry {
        drivers = List.copyOf(drivers);
        rounds = List.copyOf(rounds);
        links = List.copyOf(links);
        notes = List.copyOf(notes);
    }
}
