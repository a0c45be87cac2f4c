package dev.pitboard.motorsport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pitboard.motorsport.Changes.Contradiction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Differences of made-up seasons: none to itself, and applied they lead from one to the other and back. */
final class ChangesTest {
    private static final int SEEDS = 500;

    @Test
    void aSeasonDoesNotDifferFromItself() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Season season = new RandomSeasons(seed).season();
            assertEquals(List.of(), Changes.between(season, season));
            assertEquals(List.of(), Changes.between(season, Changes.inOrder(season)), "order is no fact");
        }
    }

    @Test
    void applyingTheDifferencesLeadsFromOneToTheOther() throws Contradiction {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomSeasons seasons = new RandomSeasons(seed);
            Season before = Changes.inOrder(seasons.season());
            Season after = Changes.inOrder(seasons.changed(before));
            List<Change> changes = Changes.between(before, after);
            assertEquals(after, Changes.apply(before, changes), "seed " + seed);
            List<Change> back = changes.reversed().stream().map(Change::inverse).toList();
            assertEquals(before, Changes.apply(after, back), "back, seed " + seed);
        }
    }

    @Test
    void aSeasonComesFromNothingAndGoesToNothing() throws Contradiction {
        for (int seed = 0; seed < SEEDS; seed++) {
            Season season = Changes.inOrder(new RandomSeasons(seed).season());
            assertEquals(season, Changes.apply(null, Changes.between(null, season)), "seed " + seed);
            assertNull(Changes.apply(season, Changes.between(season, null)), "seed " + seed);
        }
    }

    @Test
    void changesMadeForAnotherVersionAreRefused() {
        RandomSeasons seasons = new RandomSeasons(7);
        Season before = seasons.season();
        Season after = seasons.changed(before);
        Season other = seasons.changed(after);
        assertThrows(Contradiction.class, () -> Changes.apply(other, Changes.between(before, after)));
    }

    @Test
    void aCircuitsOwnFactsAreNoChangeOfARound() {
        Season season = new RandomSeasons(3).season();
        Season corrected = Changes.withRounds(
                season,
                season.rounds().stream()
                        .map(r -> Changes.withCircuit(r, withCorners(r.circuit())))
                        .toList());
        assertEquals(List.of(), Changes.between(season, corrected));
    }

    private static Circuit withCorners(Circuit circuit) {
        return new Circuit(
                circuit.id(),
                circuit.name(),
                circuit.aliases(),
                circuit.place(),
                circuit.country(),
                circuit.zone(),
                circuit.coordinates(),
                circuit.lengthMetres(),
                14,
                circuit.notes(),
                circuit.sources());
    }
}
