package dev.pitboard.motorsport;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A race track.
 *
 * @param id stable word, unique among circuits
 * @param aliases other names people write, for finding it
 * @param place town or region, as one says it
 * @param country ISO 3166-1 alpha-2, upper case
 * @param zone IANA zone of the wall clock at the track
 * @param lengthMetres one lap of the layout in use
 * @param notes what a reader should know, such as which of several published lengths is used and why
 */
public record Circuit(
        String id,
        String name,
        List<String> aliases,
        String place,
        String country,
        ZoneId zone,
        @Nullable Coordinates coordinates,
        @Nullable Integer lengthMetres,
        @Nullable Integer corners,
        List<String> notes,
        List<Source> sources) {
    public Circuit {
        aliases = List.copyOf(aliases);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }
}
