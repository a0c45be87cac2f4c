package dev.pitboard.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.chat.Platform;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What was probably meant. */
public final class Suggestions {
    /** Likeness, 0 to 1, from which on a suggestion helps more than it confuses. */
    private static final double LIKELY = 0.8;

    private static final int SHOWN = 40;
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private Suggestions() {}

    /** Lower case, without accents and punctuation: "Bäckman" and "backman" are the same. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ß", "ss")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** The candidates whose names are like the typed text, likeliest first, at most {@code most}. */
    public static <T> List<T> like(String typed, List<T> candidates, Function<T, List<String>> names, int most) {
        String wanted = folded(shortened(typed));
        if (wanted.isEmpty()) {
            return List.of();
        }
        record Scored<T>(T candidate, double score) {}
        return candidates.stream()
                .map(c -> new Scored<>(
                        c,
                        names.apply(c).stream()
                                .mapToDouble(n -> LIKENESS.apply(wanted, folded(n)))
                                .max()
                                .orElse(0)))
                .filter(s -> s.score() >= LIKELY)
                .sorted(Comparator.comparingDouble((Scored<T> s) -> s.score()).reversed())
                .limit(most)
                .map(Scored::candidate)
                .toList();
    }

    /** A person's text as it can be repeated in an answer: one line, not longer than needed to recognise it. */
    public static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    static UserError unknownCommand(String first, String second, List<Signature> signatures, Platform platform) {
        List<Signature> sameStart = signatures.stream()
                .filter(s -> s.path().size() == 2 && s.path().getFirst().equals(first))
                .toList();
        if (!sameStart.isEmpty()) {
            Line line = Line.of(
                    second.isEmpty()
                            ? "Say what " + Spelling.of(first, platform) + " should do: "
                            : "There is no " + Spelling.of(first, platform) + " " + shortened(second) + ". There is: ");
            for (int i = 0; i < sameStart.size(); i++) {
                line = line.text(i == 0 ? "" : ", ")
                        .then(Spelling.line(sameStart.get(i).name(), platform));
            }
            return new UserError(
                    line.text("."),
                    buttons(like(second, sameStart, s -> List.of(s.path().getLast()), 1), platform));
        }
        List<Signature> near = like(first, signatures, s -> List.of(s.path().getFirst()), 2);
        Line line = Line.of("There is no command " + Spelling.of(shortened(first), platform) + ". ");
        line = near.isEmpty()
                ? line.then(Spelling.line("help", platform)).text(" lists them all.")
                : line.text("Did you mean ")
                        .then(Spelling.line(near.getFirst().name(), platform))
                        .text("?");
        return new UserError(line, buttons(near, platform));
    }

    private static List<Action> buttons(List<Signature> signatures, Platform platform) {
        return signatures.stream()
                .filter(s -> s.access() == Signature.Access.EVERYONE)
                .<Action>map(s -> new Action.Run(Spelling.of(s.name(), platform), s.name()))
                .toList();
    }
}
