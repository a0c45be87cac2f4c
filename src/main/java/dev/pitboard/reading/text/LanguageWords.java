package dev.pitboard.reading.text;

import dev.pitboard.reading.Folding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The single words of each language, for telling in which one a text is. */
final class LanguageWords {
    private static final Map<String, Set<String>> ALL = load();

    private LanguageWords() {}

    static Map<String, Set<String>> all() {
        return ALL;
    }

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> words = new HashMap<>();
        for (String language : Vocabulary.LANGUAGES) {
            Set<String> of = words.computeIfAbsent(language, _ -> new HashSet<>());
            for (WordFile.Entry entry : WordFile.read(language)) {
                if (!entry.key().startsWith("tv") && !entry.key().startsWith("weekday.short")) {
                    entry.phrases().stream()
                            .map(phrase -> Folding.fold(phrase.replaceAll("[*#]", "")))
                            .filter(phrase -> phrase.indexOf(' ') < 0)
                            .forEach(of::add);
                }
            }
        }
        return Map.copyOf(words);
    }
}
