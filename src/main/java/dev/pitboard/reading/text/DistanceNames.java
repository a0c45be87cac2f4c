package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "NASCAR Cup Series Brickyard 400: 2 p.m.": races that are called by a name and how far they go, and by no word for a race. */
final class DistanceNames {
    private static final int SHORTEST = 100;
    private static final int LONGEST = 1000;
    private static final int STEP = 5;
    private static final int MOST_WORDS = 5;
    /** Series whose races are called so. */
    private static final Set<String> USUAL = WordFile.read("series").stream()
            .filter(entry -> entry.key().equals("distance"))
            .flatMap(entry -> entry.phrases().stream())
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern ANY_USUAL = Pattern.compile(USUAL.stream()
            .sorted()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L})")));

    private DistanceNames() {}

    /** Puts a label where such a name stands; what is unusual in the series is asked. */
    static List<Scanned> mark(List<Scanned> lines, List<Question> questions) {
        List<Scanned> marked = new ArrayList<>();
        boolean usual = lines.stream()
                .anyMatch(line -> ANY_USUAL.matcher(line.text().folded()).find());
        for (Scanned line : lines) {
            Clause clause = line.clause();
            SeriesName series = clause.all(SeriesName.class).findFirst().orElse(null);
            boolean brief = clause.words() + clause.all(Numeral.class).count() <= MOST_WORDS;
            boolean possible = clause.hasTimes() && (usual || ((series != null || brief) && !clause.hasLabels()));
            Label name = possible ? name(clause, series == null ? 0 : series.to()) : null;
            if (name == null) {
                marked.add(line);
                continue;
            }
            if (series == null ? !usual : !isUsual(series)) {
                questions.add(new Question(
                        line.number(),
                        Subject.KIND,
                        "\"" + clause.written(name) + "\" is read as race, by its name. Is it?"));
            }
            List<Token> tokens = new ArrayList<>();
            for (Token token : line.tokens()) {
                if (token.from() == name.from()) {
                    tokens.add(name);
                } else if (token.from() < name.from() || token.to() > name.to()) {
                    tokens.add(token);
                }
            }
            marked.add(new Scanned(line.number(), line.text(), List.copyOf(tokens)));
        }
        return marked;
    }

    private static boolean isUsual(SeriesName series) {
        return USUAL.stream().anyMatch(Folding.fold(series.name())::startsWith);
    }

    /** Capitalised words behind the series and a round number behind them. */
    private static @Nullable Label name(Clause clause, int behind) {
        for (Numeral number : clause.all(Numeral.class).toList()) {
            boolean round = number.value() >= SHORTEST && number.value() <= LONGEST && number.value() % STEP == 0;
            int from = round && !number.ordinal() ? beginning(clause, number) : number.from();
            if (from < number.from() && from >= behind && !isOfAnother(clause, from, number)) {
                return new Label(from, number.to(), SessionKind.RACE, List.of(), true);
            }
        }
        return null;
    }

    /** "Daytona 500 qualifying", "practice for the Daytona 500". */
    private static boolean isOfAnother(Clause clause, int from, Numeral number) {
        Token next = clause.tokens().stream()
                .skip(clause.tokens().indexOf(number) + 1L)
                .filter(t -> !(t instanceof Mark))
                .findFirst()
                .orElse(null);
        List<Token> before =
                clause.tokens().stream().filter(t -> t.to() <= from).toList();
        return next instanceof Label
                || before.reversed().stream()
                        .limit(2)
                        .anyMatch(t -> t instanceof Label || (t instanceof Cue cue && cue.is("after")));
    }

    private static int beginning(Clause clause, Numeral number) {
        int from = number.from();
        int begin = from;
        int words = 0;
        for (Token token :
                clause.tokens().subList(0, clause.tokens().indexOf(number)).reversed()) {
            boolean beside = clause.gap(token.to(), from).isEmpty();
            boolean capital = token instanceof Word
                    && Character.isUpperCase(clause.text().original().charAt(token.from()));
            boolean joint = token instanceof Mark mark && "!&'/-".indexOf(mark.sign()) >= 0;
            if (!beside || !(capital || joint) || words > MOST_WORDS) {
                break;
            }
            from = token.from();
            begin = capital ? from : begin;
            words += capital ? 1 : 0;
        }
        return begin;
    }
}
