package dev.pitboard.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
    private static final List<String> TRACKS = List.of("Monza", "Misano", "Barcelona", "Spa-Francorchamps");

    @Test
    void foldingForgetsCaseAccentsAndPunctuation() {
        assertEquals("backman", Suggestions.folded("BÄCKMAN"));
        assertEquals("portimao", Suggestions.folded("Portimão"));
        assertEquals("19", Suggestions.folded(" #19 "));
        assertEquals("spa francorchamps", Suggestions.folded("Spa–Francorchamps!"));
        assertEquals("soren strasse", Suggestions.folded("Søren Straße"));
        assertEquals("", Suggestions.folded("🏁"));
        assertEquals("מונצה", Suggestions.folded("מונצה"));
    }

    @Test
    void theLikeliestComesFirst() {
        assertEquals(List.of("Misano"), like("misanno"));
        assertEquals(List.of("Monza"), like("mozna"));
        assertEquals("Barcelona", like("barcelna").getFirst());
    }

    @Test
    void nothingIsSuggestedForWhatIsLikeNothing() {
        assertEquals(List.of(), like("zzzz"));
        assertEquals(List.of(), like(""));
        assertEquals(List.of(), like("🏁"));
    }

    @Test
    void atMostSoManyAreSuggested() {
        assertEquals(
                1,
                Suggestions.like("monza", List.of("Monza", "Monza 2"), List::of, 1)
                        .size());
    }

    @Test
    void whatIsRepeatedIsOneShortLineAndNoCharacterIsCutInHalf() {
        assertEquals("a b", Suggestions.shortened(" a\n\n b "));
        assertEquals("🏁".repeat(40) + "…", Suggestions.shortened("🏁".repeat(100)));
        assertEquals("x".repeat(40), Suggestions.shortened("x".repeat(40)));
    }

    private static List<String> like(String typed) {
        return Suggestions.like(typed, TRACKS, List::of, 3);
    }
}
