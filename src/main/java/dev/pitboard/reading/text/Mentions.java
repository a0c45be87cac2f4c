package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.List;
import java.util.Set;

/** Which names in a clause are names of sessions that it is about, and which are only mentioned. */
final class Mentions {
    private static final Set<String> PURPOSE = Set.of("for", "fur", "pour", "per", "para", "voor", "infor", "per a");
    /** How many tokens may stand between "after" and the label it is about. */
    private static final int REACH = 3;
    /** Letters of a word such as "at" or "delle". */
    private static final int SMALL = 5;

    private Mentions() {}

    /** The labels that name something: not those that are only mentioned, and weak ones only where no other stands beside the same time. */
    static List<Label> labels(Clause clause) {
        List<Label> all = clause.all(Label.class).toList();
        List<Label> named = all.stream().filter(l -> !isMentioned(clause, l)).toList();
        List<Label> some = named.isEmpty() ? all : named;
        List<Label> kept = some.stream()
                .filter(l -> !l.weak() || isAloneBetweenTimes(clause, l, some))
                .toList();
        return kept.isEmpty() ? some : kept;
    }

    /** "After qualifying", "for Sunday's race": said of something else. */
    private static boolean isMentioned(Clause clause, Label label) {
        if (isPurpose(clause, label) || isDenied(clause, label)) {
            return true;
        }
        if (label.kind() == SessionKind.OTHER ? isTimedInBrackets(clause, label) : isBeforeTime(clause, label)) {
            return false;
        }
        List<Token> before = clause.tokens().subList(0, clause.tokens().indexOf(label));
        for (Token token : before.reversed().stream().limit(REACH).toList()) {
            if (token instanceof Cue cue && cue.is("after")) {
                return true;
            }
            boolean between = token instanceof Word
                    || token instanceof SeriesName
                    || (token instanceof Day day && day.day() == null)
                    || (token instanceof Cue cue && (cue.is("ordinal") || cue.is("each") || cue.is("count")));
            if (!between) {
                return false;
            }
        }
        return false;
    }

    /** "No warm-up", "point de warm-up". */
    private static boolean isDenied(Clause clause, Label label) {
        int at = clause.tokens().indexOf(label);
        return at > 0
                && clause.tokens().get(at - 1) instanceof Cue cue
                && cue.is("negation")
                && clause.gap(cue.to(), label.from()).isEmpty();
    }

    /** "Qualifying for both races" is one name. */
    private static boolean isPurpose(Clause clause, Label label) {
        List<Token> before = clause.tokens().subList(0, clause.tokens().indexOf(label)).reversed().stream()
                .dropWhile(t -> t instanceof Word || (t instanceof Cue cue && (cue.is("each") || cue.is("count"))))
                .limit(2)
                .toList();
        return label.numbers().isEmpty()
                && before.size() == 2
                && before.getFirst() instanceof Cue cue
                && PURPOSE.contains(clause.text().folded().substring(cue.from(), cue.to()))
                && before.getLast() instanceof Label other
                && !other.weak()
                && other.kind() != label.kind()
                && clause.gap(other.to(), cue.from()).isEmpty();
    }

    /** "After the drivers' parade (13:00)": the time in the brackets is its own. */
    private static boolean isTimedInBrackets(Clause clause, Label label) {
        return clause.all(Token.Time.class)
                .filter(t -> t.from() > label.to())
                .findFirst()
                .filter(t -> clause.gap(label.to(), t.from()).equals("("))
                .isPresent();
    }

    private static boolean isBeforeTime(Clause clause, Label label) {
        for (Token token : clause.tokens()
                .subList(clause.tokens().indexOf(label) + 1, clause.tokens().size())) {
            boolean small = token instanceof Word && token.to() - token.from() <= SMALL;
            boolean between = token instanceof Token.Mark
                    || token instanceof Day
                    || token instanceof Cue
                    || token instanceof SeriesName
                    || token instanceof Token.Length
                    || small;
            if (!between) {
                return token instanceof Token.Time;
            }
        }
        return false;
    }

    /** Whether times stand on both sides of a weak label, or one in front and nothing behind, and no sure label among them. */
    private static boolean isAloneBetweenTimes(Clause clause, Label weak, List<Label> labels) {
        int before = clause.all(Token.Time.class)
                .mapToInt(Token::to)
                .filter(to -> to <= weak.from())
                .max()
                .orElse(-1);
        int after = clause.all(Token.Time.class)
                .mapToInt(Token::from)
                .filter(from -> from >= weak.to())
                .min()
                .orElse(-1);
        return before >= 0
                && after >= 0
                && labels.stream().noneMatch(l -> !l.weak() && l.from() >= before && l.to() <= after);
    }
}
