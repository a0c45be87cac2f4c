package dev.pitboard.seasons;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/** Finds what was probably meant. */
final class Guess {
    private static final double ALIKE = 0.82;
    private static final int LONGEST_WORD = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Guess() {}

    /** The candidate most like {@code word}, case and accents aside; null when none is. */
    static @Nullable String of(String word, Collection<String> candidates) {
        if (word.length() > LONGEST_WORD) {
            return null;
        }
        String folded = fold(word);
        return candidates.stream()
                .map(c -> new Scored(c, SIMILARITY.apply(folded, fold(c))))
                .filter(s -> s.score() >= ALIKE)
                .max(Comparator.comparingDouble(Scored::score).thenComparing(Scored::word, Comparator.reverseOrder()))
                .map(Scored::word)
                .orElse(null);
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private record Scored(String word, double score) {}
}
