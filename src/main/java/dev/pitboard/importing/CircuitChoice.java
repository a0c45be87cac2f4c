package dev.pitboard.importing;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reading.Venue;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** At which circuit a new round is: the one that was read, or the one that the answer names or describes. */
final class CircuitChoice {
    private static final Pattern DESCRIBED = Pattern.compile("(\\S+/\\S+)[,\\s]+(\\S.*?)[,\\s]+(\\p{L}{2})");
    private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());

    private final Timetable timetable;
    private final Answers answers;

    /** What came of it: a circuit, or a question that is open. */
    record Choice(@Nullable Circuit circuit, @Nullable Asked question) {}

    CircuitChoice(Timetable timetable, Answers answers) {
        this.timetable = timetable;
        this.answers = answers;
    }

    /**
     * @param round what the round is called, or null
     * @param line where its first session stands
     */
    Choice of(@Nullable Venue venue, @Nullable String round, int line) {
        Optional<Circuit> known = known(venue, round);
        if (known.isPresent()) {
            return new Choice(known.get(), null);
        }
        String name = venue == null ? round : venue.name();
        String key = name == null ? Answers.CIRCUIT : Answers.CIRCUIT + "-" + Answers.word(name, "unnamed");
        String value = answers.said(key);
        if (value == null) {
            value = answers.said(Answers.CIRCUIT);
        }
        Circuit circuit = value == null ? null : named(value, venue);
        Asked asked = new Asked(
                key,
                line,
                name == null
                        ? "Which circuit is it at?"
                        : "“" + name + "” is no circuit that is known. Which circuit is it at?",
                "a circuit's name, or its zone, place and country, such as Europe/Madrid Jarama ES",
                List.of(),
                circuit == null ? null : value);
        return new Choice(circuit, asked);
    }

    private Optional<Circuit> known(@Nullable Venue venue, @Nullable String round) {
        if (venue != null) {
            return timetable.circuits().stream()
                    .filter(c -> c.id().equals(venue.circuit()))
                    .findFirst()
                    .or(() -> RoundChoice.circuit(timetable.circuits(), venue.name()));
        }
        return round == null ? Optional.empty() : RoundChoice.circuit(timetable.circuits(), round);
    }

    /** The circuit that an answer for the whole input names or describes. */
    @Nullable
    Circuit answered() {
        String value = answers.said(Answers.CIRCUIT);
        return value == null ? null : named(value, null);
    }

    private @Nullable Circuit named(String value, @Nullable Venue venue) {
        Optional<Circuit> known = RoundChoice.circuit(timetable.circuits(), value);
        Matcher described = DESCRIBED.matcher(value.strip());
        if (known.isPresent() || !described.matches()) {
            return known.orElse(null);
        }
        ZoneId zone = Answers.zone(described.group(1));
        String place = described.group(2);
        String country = described.group(3).toUpperCase(Locale.ROOT);
        if (zone == null || !COUNTRIES.contains(country) || place.length() > 100) {
            return null;
        }
        return RoundChoice.circuit(timetable.circuits(), Answers.word(place, "circuit"))
                .orElseGet(() -> new Circuit(
                        Answers.word(place, "circuit"),
                        venue == null ? place : venue.name(),
                        List.of(place),
                        place,
                        country,
                        zone,
                        venue == null ? null : venue.coordinates(),
                        null,
                        null,
                        List.of(),
                        List.of()));
    }
}
