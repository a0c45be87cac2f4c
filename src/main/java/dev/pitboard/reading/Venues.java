package dev.pitboard.reading;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Coordinates;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the circuit a source means, from its words and coordinates, which need not agree. */
public final class Venues {
    /**
     * What was found.
     *
     * @param circuit null where none is known by these words, or several
     * @param zone that of the circuit, or of all circuits that can be meant
     * @param doubt a sentence about words and coordinates that belong to different circuits, or null
     */
    public record Finding(
            @Nullable Circuit circuit,
            @Nullable ZoneId zone,
            @Nullable String doubt) {
        static final Finding NOTHING = new Finding(null, null, null);
    }

    private record Evidence(String said, Set<Circuit> circuits) {}

    private static final double NEAR_KILOMETRES = 15;
    private static final double EARTH_RADIUS_KILOMETRES = 6371;
    private static final Pattern EVENT = Pattern.compile("(?i)\\b(?:grand prix|e-?prix|gp)\\b");

    private final List<Circuit> circuits;
    private final CircuitZones names;

    /** @param circuits those that are known */
    public Venues(List<Circuit> circuits) {
        this.circuits = List.copyOf(circuits);
        names = CircuitZones.of(circuits);
    }

    /**
     * @param texts what the source calls the place, the surest first
     * @param at where it says the place is; 0/0 and what is near no known circuit is not believed
     */
    public Finding find(List<String> texts, @Nullable Coordinates at) {
        List<Evidence> all = new ArrayList<>();
        for (String text : texts) {
            add(all, "“" + text + "”", named(text));
        }
        if (at != null) {
            add(all, "the coordinates", near(at));
        }
        if (all.isEmpty()) {
            return Finding.NOTHING;
        }
        Set<Circuit> named =
                all.stream().flatMap(e -> e.circuits().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Evidence> voices = new ArrayList<>(all);
        for (String text : texts) {
            add(voices, text, inCountry(text, named));
        }
        long most = named.stream().mapToLong(c -> votes(voices, c)).max().orElse(0);
        List<Circuit> best =
                named.stream().filter(c -> votes(voices, c) == most).toList();
        Set<Circuit> first = all.getFirst().circuits();
        List<Circuit> meant = best.stream().anyMatch(first::contains)
                ? best.stream().filter(first::contains).toList()
                : best;
        return finding(meant, all);
    }

    private static Finding finding(List<Circuit> meant, List<Evidence> all) {
        Set<ZoneId> zones = meant.stream().map(Circuit::zone).collect(Collectors.toSet());
        Circuit circuit = meant.size() == 1 ? meant.getFirst() : null;
        List<Evidence> against = all.stream()
                .filter(e -> e.circuits().stream().noneMatch(meant::contains))
                .toList();
        String doubt = against.isEmpty()
                ? null
                : "It is taken to be at " + meant.getFirst().name() + ", but "
                        + against.stream()
                                .map(e -> e.said() + " "
                                        + (e.said().startsWith("the") ? "are those of " : "is ")
                                        + e.circuits().iterator().next().name())
                                .collect(Collectors.joining(" and "))
                        + ". Where is it?";
        return new Finding(circuit, zones.size() == 1 ? zones.iterator().next() : null, doubt);
    }

    private static void add(List<Evidence> all, String said, Set<Circuit> circuits) {
        if (!circuits.isEmpty()) {
            all.add(new Evidence(said, circuits));
        }
    }

    private static long votes(List<Evidence> all, Circuit circuit) {
        return all.stream().filter(e -> e.circuits().contains(circuit)).count();
    }

    /** Circuits of that very name or town, or else those named first in the text. */
    private Set<Circuit> named(String text) {
        List<String> parts = List.of(text, EVENT.matcher(text).replaceAll(" "), text.split("[,،]| - ", 2)[0]);
        for (String part : parts) {
            String plain = plain(part);
            Set<Circuit> exact = circuits.stream()
                    .filter(c -> !plain.isEmpty() && words(c).anyMatch(plain::equals))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!exact.isEmpty()) {
                return exact;
            }
        }
        for (String part : List.of(parts.getLast(), text)) {
            List<Circuit> found = names.namedIn(part);
            if (!found.isEmpty()) {
                return Set.of(found.getFirst());
            }
        }
        return Set.of();
    }

    private static Stream<String> words(Circuit circuit) {
        Stream<String> towns = Stream.of(circuit.place().split(",", -1));
        return Stream.of(Stream.of(circuit.name(), circuit.place()), circuit.aliases().stream(), towns)
                .flatMap(s -> s)
                .map(Venues::plain);
    }

    private static String plain(String text) {
        return Folding.fold(text).replaceAll("\\s+", " ").strip();
    }

    private Set<Circuit> near(Coordinates at) {
        return circuits.stream()
                .filter(c -> c.coordinates() != null && kilometres(at, c.coordinates()) <= NEAR_KILOMETRES)
                .min(Comparator.comparingDouble(
                        c -> c.coordinates() == null ? Double.MAX_VALUE : kilometres(at, c.coordinates())))
                .map(Set::of)
                .orElse(Set.of());
    }

    /** Those of {@code named} that are in the country {@code text} is the English name of. */
    private static Set<Circuit> inCountry(String text, Set<Circuit> named) {
        Set<Circuit> there = new HashSet<>(named);
        there.removeIf(c ->
                !Locale.of("", c.country()).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(text.strip()));
        return there;
    }

    /** The way on the surface of the earth. */
    static double kilometres(Coordinates a, Coordinates b) {
        double latitudes = Math.toRadians(b.latitude() - a.latitude());
        double longitudes = Math.toRadians(b.longitude() - a.longitude());
        double half = Math.pow(Math.sin(latitudes / 2), 2)
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * Math.pow(Math.sin(longitudes / 2), 2);
        return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
