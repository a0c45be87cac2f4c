package dev.pitboard.importing;

import dev.pitboard.motorsport.Series;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what was read of one series at one place within a few days. */
final class Weekends {
    /** Days without a session after which sessions at the same place belong to another round. */
    private static final int APART = 5;

    private Weekends() {}

    /**
     * The sessions of what must be one round.
     *
     * @param round its number or name, as the input has it
     * @param first day of the first of its sessions that has a date, or null where none has
     */
    record Weekend(
            Series series,
            @Nullable Venue venue,
            @Nullable String round,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            List<Piece> pieces) {}

    /** @param series of each piece; pieces that are alike were one */
    static List<Weekend> of(SequencedMap<Piece, Series> series) {
        Map<List<@Nullable Object>, List<Piece>> places = new LinkedHashMap<>();
        series.forEach((piece, of) -> places.computeIfAbsent(place(of, piece.read()), _ -> new ArrayList<>())
                .add(piece));
        return places.values().stream()
                .flatMap(pieces -> apart(Objects.requireNonNull(series.get(pieces.getFirst())), pieces))
                .toList();
    }

    private static List<@Nullable Object> place(Series series, DraftSession session) {
        Venue venue = session.venue();
        List<@Nullable Object> place = new ArrayList<>();
        place.add(series.id());
        place.add(venue == null ? null : venue.circuit() == null ? venue.name() : venue.circuit());
        place.add(session.round());
        return place;
    }

    private static Stream<Weekend> apart(Series series, List<Piece> pieces) {
        List<Piece> dated = pieces.stream()
                .filter(p -> p.day() != null)
                .sorted(Comparator.comparing(p -> date(p)))
                .toList();
        List<Piece> undated = pieces.stream().filter(p -> p.day() == null).toList();
        List<List<Piece>> runs = new ArrayList<>();
        for (Piece piece : dated) {
            if (runs.isEmpty() || date(runs.getLast().getLast()).plusDays(APART).isBefore(date(piece))) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(piece);
        }
        if (runs.isEmpty()) {
            return Stream.of(weekend(series, undated));
        }
        runs.getFirst().addAll(undated);
        return runs.stream().map(run -> weekend(series, run));
    }

    private static LocalDate date(Piece piece) {
        return Objects.requireNonNull(piece.day());
    }

    private static Weekend weekend(Series series, List<Piece> pieces) {
        DraftSession one = pieces.getFirst().read();
        List<LocalDate> dates = pieces.stream()
                .map(Piece::day)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Weekend(
                series,
                one.venue(),
                one.round(),
                dates.isEmpty() ? null : dates.getFirst(),
                dates.isEmpty() ? null : dates.getLast(),
                List.copyOf(pieces));
    }
}
