package dev.pitboard.importing;

import dev.pitboard.command.Suggestions;
import dev.pitboard.importing.Weekends.Weekend;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.reading.Venue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which round of a season a weekend is: by circuit and nearness of the dates, by number or name, or by the dates alone. */
final class RoundChoice {
    /** How far a round's dates may be from those that were read and still be the same round, in days. */
    private static final int NEAR = 21;

    private static final Pattern NUMBER = Pattern.compile("(?:\\D*\\s)?(\\d{1,2})");

    private RoundChoice() {}

    /** The round on the timetable, or empty where it is a new one. */
    static Optional<Round> find(Season season, Weekend weekend, @Nullable String answered) {
        if (answered != null) {
            Integer number = number(answered);
            Optional<Round> named = season.rounds().stream()
                    .filter(r -> called(r, answered) || (number != null && number.equals(r.number())))
                    .min(Comparator.comparingLong(r -> distance(r, weekend)));
            if (named.isPresent() || (weekend.round() == null && weekend.venue() == null)) {
                return named;
            }
        }
        return season.rounds().stream()
                .filter(r -> mayBe(r, weekend))
                .min(Comparator.<Round>comparingLong(r -> distance(r, weekend))
                        .thenComparing(r -> !sameNumber(r, weekend))
                        .thenComparing(r -> !sameName(r, weekend)));
    }

    private static boolean mayBe(Round round, Weekend weekend) {
        Venue venue = weekend.venue();
        long distance = distance(round, weekend);
        boolean near = distance <= NEAR;
        if (venue == null && weekend.round() == null) {
            return weekend.first() != null && distance <= 1;
        }
        boolean number = sameNumber(round, weekend);
        boolean name = sameName(round, weekend);
        if (venue != null && venue.circuit() != null) {
            boolean there = venue.circuit().equals(round.circuit().id());
            return there && (near || number || (name && !round.circuit().name().equals(weekend.round())));
        }
        return near && (number || name || (venue != null && called(round, venue.name())));
    }

    private static boolean sameNumber(Round round, Weekend weekend) {
        Integer number = weekend.round() == null ? null : number(weekend.round());
        return number != null && number.equals(round.number());
    }

    private static boolean sameName(Round round, Weekend weekend) {
        return weekend.round() != null && number(weekend.round()) == null && called(round, weekend.round());
    }

    /** The number in "6" or "Round 6"; none in a name such as "24 Hours of Spa". */
    static @Nullable Integer number(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private static boolean called(Round round, String name) {
        String wanted = Suggestions.folded(name);
        return !wanted.isEmpty()
                && Stream.concat(Stream.of(round.id().round(), round.name()), names(round.circuit()).stream())
                        .map(Suggestions::folded)
                        .anyMatch(wanted::equals);
    }

    /** Days between the dates of a round and those that were read; 0 where they overlap or none were read. */
    private static long distance(Round round, Weekend weekend) {
        LocalDate first = weekend.first();
        LocalDate last = weekend.last();
        if (first == null || last == null) {
            return 0;
        }
        return Math.max(
                0,
                Math.max(
                        ChronoUnit.DAYS.between(last, round.firstDay()),
                        ChronoUnit.DAYS.between(round.lastDay(), first)));
    }

    /** The circuit somebody means: by id, name or alias, else by its place where there is only one. */
    static Optional<Circuit> circuit(List<Circuit> circuits, String name) {
        String wanted = Suggestions.folded(name);
        Optional<Circuit> named = circuits.stream()
                .filter(c -> names(c).stream().map(Suggestions::folded).anyMatch(wanted::equals))
                .findFirst();
        List<Circuit> there = circuits.stream()
                .filter(c -> Suggestions.folded(c.place()).equals(wanted))
                .toList();
        return named.or(() -> there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty());
    }

    private static List<String> names(Circuit circuit) {
        return Stream.concat(Stream.of(circuit.id(), circuit.name()), circuit.aliases().stream())
                .toList();
    }
}
