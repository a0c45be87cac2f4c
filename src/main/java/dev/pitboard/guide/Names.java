package dev.pitboard.guide;

import dev.pitboard.command.Suggestions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds things by the names people write: without regard to case and accents, in any order of words, also shortened. */
public final class Names {
    private static final int NOT_AT_ALL = Integer.MAX_VALUE;

    private Names() {}

    /** Those that fit best, all equally well, in the order given; none when nothing fits. */
    public static <T> List<T> best(String typed, List<T> candidates, Function<T, List<String>> names) {
        int nearest = candidates.stream()
                .mapToInt(c -> distance(typed, names.apply(c)))
                .min()
                .orElse(NOT_AT_ALL);
        boolean oneLetter = Suggestions.folded(typed).length() < 2;
        return nearest == NOT_AT_ALL || (oneLetter && nearest > 0)
                ? List.of()
                : candidates.stream()
                        .filter(c -> distance(typed, names.apply(c)) == nearest)
                        .toList();
    }

    /** Everything that fits, best first; everything in the order given while nothing is typed. */
    public static <T> List<T> ranked(String typed, List<T> candidates, Function<T, List<String>> names) {
        if (typed.isBlank()) {
            return candidates;
        }
        List<T> fitting = candidates.stream()
                .filter(c -> distance(typed, names.apply(c)) != NOT_AT_ALL)
                .sorted(Comparator.comparingInt(c -> distance(typed, names.apply(c))))
                .toList();
        return fitting.isEmpty() ? Suggestions.like(typed, candidates, names, 5) : fitting;
    }

    /** Whether the typed text is one of the names. */
    public static boolean equal(String typed, List<String> names) {
        return distance(typed, names) == 0;
    }

    /** The full English name of an ISO 3166-1 alpha-2 country. */
    static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** 0: is a name; 1: begins one; 2: each word begins a word of them; 3: each word is in one of them. */
    private static int distance(String typed, List<String> names) {
        String wanted = Suggestions.folded(typed);
        if (wanted.isEmpty()) {
            return NOT_AT_ALL;
        }
        List<String> folded = names.stream().map(Suggestions::folded).toList();
        if (folded.contains(wanted)) {
            return 0;
        }
        if (wanted.length() > 1 && folded.stream().anyMatch(n -> n.startsWith(wanted))) {
            return 1;
        }
        List<String> words =
                folded.stream().flatMap(n -> Arrays.stream(n.split(" ", -1))).toList();
        String[] wantedWords = wanted.split(" ", -1);
        if (Arrays.stream(wantedWords).allMatch(w -> words.stream().anyMatch(n -> n.startsWith(w)))) {
            return 2;
        }
        boolean inside = Arrays.stream(wantedWords)
                .allMatch(w -> w.length() > 2 && words.stream().anyMatch(n -> n.contains(w)));
        return inside ? 3 : NOT_AT_ALL;
    }
}
