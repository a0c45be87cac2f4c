package dev.pitboard.reading.text;

import dev.pitboard.reading.CircuitZones;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Series that no list has: what stands in a cell of its own before the names of several sessions, as in "Mitjet – Race 1". */
final class NewSeries {
    private static final int MOST_WORDS = 4;
    private static final int OFTEN = 2;
    private static final Set<String> SMALL = Vocabulary.LANGUAGES.stream()
            .flatMap(language -> WordFile.read(language).stream())
            .filter(entry -> entry.key().equals("stop"))
            .flatMap(entry -> entry.phrases().stream())
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    private NewSeries() {}

    /** Puts a series' name wherever one was found that stands in front of more than one session. */
    static List<Scanned> mark(List<Scanned> lines, CircuitZones circuits) {
        Map<String, Integer> counts = new HashMap<>();
        for (Scanned line : lines) {
            SeriesName candidate = before(line.clause());
            if (candidate != null && circuits.namedIn(candidate.name()).isEmpty()) {
                counts.merge(Folding.fold(candidate.name()), 1, Integer::sum);
            }
        }
        List<Scanned> marked = new ArrayList<>();
        for (Scanned line : lines) {
            SeriesName candidate = before(line.clause());
            boolean often = candidate != null && counts.getOrDefault(Folding.fold(candidate.name()), 0) >= OFTEN;
            marked.add(candidate != null && often ? with(line, candidate) : line);
        }
        return marked;
    }

    private static Scanned with(Scanned line, SeriesName name) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : line.tokens()) {
            if (token.from() < name.from() || token.to() > name.to()) {
                tokens.add(token);
            } else if (token.from() == name.from()) {
                tokens.add(name);
            }
        }
        return new Scanned(line.number(), line.text(), List.copyOf(tokens));
    }

    /** "Der", "Auch am", "Davor wird": the beginning of a sentence. */
    private static boolean isOfSentence(String name) {
        String[] words = name.split("[ '\u2019]+", -1);
        return SMALL.contains(Folding.fold(words[0]))
                || (words.length > 1 && Character.isLowerCase(words[words.length - 1].charAt(0)));
    }

    /** The capitalised words in a cell before the first label of a line with a time, or null; short codes are left out. */
    static @Nullable SeriesName before(Clause clause) {
        Label label = clause.all(Label.class).findFirst().orElse(null);
        if (label == null || !clause.hasTimes() || clause.has(SeriesName.class) || clause.words() > Reading.PROSE) {
            return null;
        }
        int from = -1;
        int to = -1;
        int words = 0;
        for (Token token : clause.between(0, label.from())) {
            boolean word = token instanceof Word || (token instanceof Numeral number && !number.ordinal() && to >= 0);
            boolean joint =
                    to >= 0 && token instanceof Mark mark && "&'/+-".indexOf(mark.sign()) >= 0 && mark.from() == to;
            if (word && (to < 0 || clause.gap(to, token.from()).isEmpty())) {
                from = from < 0 ? token.from() : from;
                to = token.to();
                words++;
            } else if (joint) {
                to = token.to();
            } else if (to >= 0) {
                break;
            }
        }
        if (from < 0 || words > MOST_WORDS || clause.gap(to, label.from()).isEmpty() || to - from < 3) {
            return null;
        }
        String name = Naming.clean(clause.text().original().substring(from, to));
        if (isOfSentence(name)) {
            return null;
        }
        return Character.isUpperCase(clause.text().original().charAt(from)) ? new SeriesName(from, to, name) : null;
    }
}
