package dev.pitboard.seasons;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Coordinates;
import dev.pitboard.seasons.CircuitsFile.CircuitFile;
import dev.pitboard.seasons.CircuitsFile.CoordinatesFile;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks {@code circuits.yaml} and makes circuits of it. */
final class CircuitReader {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(z -> z.contains("/") && !z.startsWith("Etc/") && !z.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    private CircuitReader() {}

    /**
     * @param good by id
     * @param broken ids of circuits that are in the file but can't be used
     * @param complete false when the file can't be read, so that a circuit may be missing here for no fault of its season
     */
    record Circuits(Map<String, Circuit> good, Set<String> broken, boolean complete) {}

    static Circuits read(CircuitsFile file, Report report) {
        Map<String, Circuit> good = new LinkedHashMap<>();
        Set<String> broken = new HashSet<>();
        Map<String, Integer> ids = new HashMap<>();
        List<@Nullable CircuitFile> circuits = file.circuits() == null ? List.of() : file.circuits();
        for (int i = 0; i < circuits.size(); i++) {
            CircuitFile one = circuits.get(i);
            if (one != null) {
                At at = report.root().key("circuits").index(i);
                Circuit circuit = circuit(one, ids, at);
                if (circuit != null && !report.hasErrorsBelow(at.path())) {
                    good.put(circuit.id(), circuit);
                } else if (one.id() != null) {
                    broken.add(one.id());
                }
            }
        }
        good.keySet().removeAll(broken);
        return new Circuits(good, broken, file.circuits() != null);
    }

    private static @Nullable Circuit circuit(CircuitFile file, Map<String, Integer> ids, At at) {
        String id = Words.id(file.id(), ids, at.key("id"));
        String name = Words.name(file.name(), at.key("name"));
        List<String> aliases = Words.names(file.aliases(), at.key("aliases"));
        String place = Words.name(file.place(), at.key("place"));
        String country = Words.country(file.country(), at.key("country"));
        ZoneId zone = zone(file.zone(), at.key("zone"));
        Coordinates coordinates = coordinates(file.coordinates(), at.key("coordinates"));
        Integer metres = Words.within(file.metres(), 100, 100_000, "the length of a lap in metres", at.key("metres"));
        Integer corners = Words.within(file.corners(), 1, 300, "a number of corners", at.key("corners"));
        var sources = Words.sources(file.sources(), at.key("sources"));
        if (id == null || name == null || place == null || country == null || zone == null) {
            return null;
        }
        return new Circuit(
                id,
                name,
                aliases,
                place,
                country,
                zone,
                coordinates,
                metres,
                corners,
                Words.list(file.notes()),
                sources);
    }

    private static @Nullable ZoneId zone(@Nullable String zone, At at) {
        if (zone == null) {
            return null;
        }
        if (ZONES.contains(zone)) {
            return ZoneId.of(zone);
        }
        Words.unknown(zone, "a time zone such as Europe/Madrid", ZONES, at);
        return null;
    }

    private static @Nullable Coordinates coordinates(@Nullable CoordinatesFile file, At at) {
        if (file == null) {
            return null;
        }
        Double latitude = degrees(file.latitude(), 90, at.key("latitude"));
        Double longitude = degrees(file.longitude(), 180, at.key("longitude"));
        if (latitude == null || longitude == null) {
            return null;
        }
        if (latitude == 0 && longitude == 0) {
            at.error("0, 0 is in the Atlantic: leave the coordinates out where they are not known");
            return null;
        }
        return new Coordinates(latitude, longitude);
    }

    private static @Nullable Double degrees(@Nullable Double value, int most, At at) {
        if (value != null && Math.abs(value) > most) {
            at.error(value + " is not between -" + most + " and " + most + " degrees");
            return null;
        }
        return value;
    }
}
