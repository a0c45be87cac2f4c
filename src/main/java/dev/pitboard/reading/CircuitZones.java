package dev.pitboard.reading;

import dev.pitboard.motorsport.Circuit;
import java.util.List;

/** Which circuits a text names; their zones decide what a printed time means. */
@FunctionalInterface
public interface CircuitZones {
    /** The circuits named in {@code text}, in the order of the text, one entry for each mention. */
    List<Circuit> namedIn(String text);

    /** Finds circuits by name, alias and place. */
    static CircuitZones of(List<Circuit> circuits) {
        return new NamedCircuits(circuits);
    }
}
