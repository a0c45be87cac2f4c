package dev.pitboard.motorsport;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A championship with its seasons, oldest first.
 *
 * @param aliases other names people write, for finding it
 * @param kinds the kinds of session it runs, in the order of a weekend
 */
public record Series(
        String id,
        String name,
        List<String> aliases,
        List<SessionKind> kinds,
        List<Link> links,
        @Nullable WeekendFormat format,
        @Nullable Points points,
        Source source,
        List<Season> seasons) {
    public Series {
        aliases = List.copyOf(aliases);
        kinds = List.copyOf(kinds);
        links = List.copyOf(links);
        seasons = List.copyOf(seasons);
    }

    /** The season of that year. */
    public Optional<Season> findSeason(int year) {
        return seasons.stream().filter(s -> s.year() == year).findFirst();
    }
}
