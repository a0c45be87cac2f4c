package dev.pitboard.reading;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * Where a session takes place, as far as its source tells.
 *
 * @param circuit the id of the circuit in {@code circuits.yaml}, or null where none of those could be recognised
 * @param name the circuit or the place as the source calls it
 * @param coordinates where the source gives some that can be true
 */
public record Venue(
        @Nullable String circuit, String name, @Nullable Coordinates coordinates) {
    /** A circuit that is known. */
    public static Venue of(Circuit circuit) {
        return new Venue(circuit.id(), circuit.name(), circuit.coordinates());
    }
}
