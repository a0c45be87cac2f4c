package dev.pitboard.reading.text;

import dev.pitboard.motorsport.Circuit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which round a text is about: its number, or else the circuit, or else the name of the event. */
final class Rounds {
    private static final Pattern EVENT_OF = Pattern.compile(
            "(?:GP|Grand Prix|Gran Premio|Gro(?:ß|ss)er Preis|Grote Prijs)(?: (?:de|del|della|do|van|von|of|d'|di|du|des|la|le))* ?\\p{Lu}[\\p{L}-]+(?: \\p{Lu}\\p{L}+)?");
    private static final Pattern EVENT = Pattern.compile("\\p{Lu}\\p{L}+ (?:GP|Grand Prix)");

    private Rounds() {}

    static @Nullable String of(List<Text> lines, @Nullable Circuit circuit, Vocabulary words) {
        String word = words.alternatives("round");
        Pattern number = Pattern.compile(
                "(?<!\\p{L})(?:" + word + ")\\s?#?(?:nr\\.?\\s?)?(\\d{1,2})(?![\\d:.h/-]|\\s?(?:&|e|and|und)\\s?\\d)");
        for (Text line : lines) {
            Matcher m = number.matcher(line.folded());
            if (m.find() && !line.folded().matches(".*\\d[:.h]\\d{2}.*")) {
                return m.group(1);
            }
        }
        if (circuit != null) {
            return circuit.aliases().isEmpty()
                    ? circuit.name()
                    : circuit.aliases().getFirst();
        }
        for (Pattern event : List.of(EVENT_OF, EVENT)) {
            for (Text line : lines) {
                Matcher m = event.matcher(line.original());
                if (m.find()) {
                    return m.group();
                }
            }
        }
        return null;
    }
}
