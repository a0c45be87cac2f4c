package dev.pitboard.reading.text;

import dev.pitboard.reading.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text writes its numbers, taken from all of it, so that a doubtful one can be read like the others.
 *
 * @param languages in use, the main one first
 * @param colons whether times are written 11:20
 * @param dots whether times are written 11.20
 * @param military whether times are written 1120
 * @param meridiems whether am and pm are used
 * @param hours whether times are written 11h20 or 17h - 18h
 */
record Style(List<String> languages, boolean colons, boolean dots, boolean military, boolean meridiems, boolean hours) {
    private static final Pattern COLON = Pattern.compile("(?<![\\d:.])\\d{1,2}:[0-5]\\d(?![\\d])");
    private static final Pattern DOT = Pattern.compile("(?<![\\d:.,])([01]?\\d|2[0-3])\\.([0-5]\\d)(?![\\d.])");
    private static final Pattern DOT_SURE =
            Pattern.compile("(?<![\\d:.,])(?:[01]?\\d|2[0-3])\\.(?:00|[1345][3-9]|[1345]\\d)(?![\\d.])");
    private static final Pattern MILITARY = Pattern.compile(
            "(?<![\\d:.,-])(?:[01]\\d|2[0-4])[0-5]\\d\\s?(?:-+|to|bis|/)\\s?(?:[01]\\d|2[0-4])[0-5]\\d(?![\\d:.,-])");
    private static final Pattern MERIDIEM = Pattern.compile("\\d\\s?[ap]\\.?\\s?m\\b");
    private static final Pattern HOURS =
            Pattern.compile("(?<![\\d:.,])\\d{1,2}\\s?[hu](?:[0-5]\\d(?!\\d)|\\s?-\\s?\\d{1,2}\\s?[hu])");
    /** The part of the main language's words that another needs of its own to count too. */
    private static final double OWN = 0.2;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    static Style of(List<Line> lines, Map<String, Set<String>> wordsOfLanguages) {
        int colons = 0;
        int dots = 0;
        int military = 0;
        boolean meridiems = false;
        boolean hours = false;
        for (Line line : lines) {
            String folded = Folding.fold(line.text());
            colons += count(COLON, folded);
            dots += count(DOT_SURE, folded) > 0 ? count(DOT, folded) : 0;
            military += pairs(folded);
            meridiems |= MERIDIEM.matcher(folded).find();
            hours |= HOURS.matcher(folded).find();
        }
        return new Style(languages(lines, wordsOfLanguages), colons > 0, dots > colons, military > 0, meridiems, hours);
    }

    String language() {
        return languages.getFirst();
    }

    private static int count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int found = 0;
        while (matcher.find()) {
            found++;
        }
        return found;
    }

    /** Pairs such as 1230 - 1400, but not pairs of years. */
    private static int pairs(String text) {
        Matcher matcher = MILITARY.matcher(text);
        int found = 0;
        while (matcher.find()) {
            boolean years = matcher.group().matches("(?:19|20)\\d\\d.*(?:19|20)\\d\\d");
            found += years ? 0 : 1;
        }
        return found;
    }

    /** The language most words are of, and others that enough words of their own are of; English always, for its names of sessions. */
    private static List<String> languages(List<Line> lines, Map<String, Set<String>> words) {
        List<String> spoken = new ArrayList<>();
        for (Line line : lines) {
            WORD.matcher(Folding.fold(line.text())).results().forEach(m -> spoken.add(m.group()));
        }
        Map<String, Double> scores = scores(spoken, words);
        String main = Vocabulary.LANGUAGES.stream()
                .max(Comparator.comparingDouble((String l) -> scores.getOrDefault(l, 0.0))
                        .thenComparing(Vocabulary.LANGUAGES::indexOf, Comparator.reverseOrder()))
                .orElse("en");
        List<String> foreign = spoken.stream()
                .filter(w -> !words.getOrDefault(main, Set.of()).contains(w))
                .toList();
        Map<String, Double> own = scores(foreign, words);
        double least = scores.getOrDefault(main, 0.0) * OWN;
        List<String> active = new ArrayList<>(List.of(main));
        Vocabulary.LANGUAGES.stream()
                .filter(l -> !l.equals(main) && own.getOrDefault(l, 0.0) > 0 && own.getOrDefault(l, 0.0) >= least)
                .sorted(Comparator.comparingDouble((String l) -> -own.getOrDefault(l, 0.0)))
                .forEach(active::add);
        if (!active.contains("en")) {
            active.add("en");
        }
        return List.copyOf(active);
    }

    /** How much of the words each language has; a word of several counts for each in part. */
    private static Map<String, Double> scores(List<String> spoken, Map<String, Set<String>> words) {
        Map<String, Double> scores = new HashMap<>();
        for (String word : spoken) {
            List<String> speaking = words.keySet().stream()
                    .filter(l -> words.getOrDefault(l, Set.of()).contains(word))
                    .toList();
            speaking.forEach(l -> scores.merge(l, 1.0 / speaking.size(), Double::sum));
        }
        return scores;
    }
}
