package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.List;
import java.util.Set;

/** What a session is called in the text: its label with the words that stand right beside it. */
final class Naming {
    private static final int MOST_WORDS = 4;
    private static final int PROSE = 12;
    private static final Set<String> SMALL = Set.of(
            "the", "der", "die", "das", "la", "le", "les", "il", "lo", "el", "los", "las", "de", "het", "i", "del",
            "della", "of", "mit", "scatta", "starten", "live", "uhr", "with", "am", "im", "at", "on", "in", "ist", "is",
            "begins", "starts", "which");

    private Naming() {}

    static String of(Clause clause, Group group) {
        Label label = group.name();
        List<Token> tokens = clause.tokens();
        int at = tokens.indexOf(label);
        boolean prose = clause.words() > PROSE;
        int from = prose || at < 0 ? label.from() : left(clause, at, label.from());
        int to = prose || at < 0 ? label.to() : right(clause, at, label.to());
        String name = clean(clause.text().original().substring(from, to));
        boolean other =
                !label.numbers().equals(group.numbers()) && group.numbers().size() == 1;
        return other ? unnumbered(clause, label) + " " + group.numbers().getFirst() : name;
    }

    /** The name without a number that is that of another session: "course" of "première course", "Races" of "Races 2 and 3". */
    private static String unnumbered(Clause clause, Label label) {
        String name = clean(clause.written(label));
        if (label.numbers().isEmpty()) {
            return name;
        }
        String first = name.replaceAll("[\\s-]*\\d.*$", "");
        return clean(first.isEmpty() || first.equals(name) ? name.replaceAll("^\\S+\\s+(?=\\p{L})", "") : first);
    }

    private static int left(Clause clause, int at, int from) {
        List<Token> tokens = clause.tokens();
        int begin = from;
        int words = 0;
        for (int i = at - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            boolean joint = token instanceof Mark mark && "&-/'+".indexOf(mark.sign()) >= 0 && touches(clause, mark);
            if (!joint
                    && !(token instanceof Word && isCapital(clause, token))
                    && !(token instanceof Numeral number && !number.ordinal())) {
                break;
            }
            if (token instanceof Word && ++words > MOST_WORDS) {
                return from;
            }
            if (!joint) {
                begin = token.from();
            }
        }
        return skipSmall(clause, begin, from);
    }

    private static boolean isCapital(Clause clause, Token token) {
        return !Character.isLowerCase(clause.text().original().charAt(token.from()));
    }

    /** A dash between spaces divides; one that touches a word does not. */
    private static boolean touches(Clause clause, Mark mark) {
        String text = clause.text().folded();
        boolean before = mark.from() > 0 && !Character.isWhitespace(text.charAt(mark.from() - 1));
        boolean after = mark.to() < text.length() && !Character.isWhitespace(text.charAt(mark.to()));
        return before || after || mark.sign() == '&' || mark.sign() == '+';
    }

    private static int skipSmall(Clause clause, int begin, int from) {
        int at = begin;
        for (Token token : clause.between(begin, from)) {
            if (!(token instanceof Word)
                    || !SMALL.contains(clause.text().folded().substring(token.from(), token.to()))) {
                break;
            }
            at = Math.min(from, token.to() + 1);
        }
        return at;
    }

    private static int right(Clause clause, int at, int to) {
        List<Token> tokens = clause.tokens();
        int end = to;
        int words = 0;
        for (int i = at + 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean blank = clause.gap(end, token.from()).isEmpty();
            boolean joint = token instanceof Mark mark && "&/'+".indexOf(mark.sign()) >= 0;
            if ((!blank && !joint)
                    || (!(token instanceof Word && isCapital(clause, token)) && !joint && !(token instanceof Label))) {
                break;
            }
            if (token instanceof Word && ++words > 3) {
                return to;
            }
            boolean small = SMALL.contains(clause.text().folded().substring(token.from(), token.to()));
            if (!joint && !small) {
                end = token.to();
            }
        }
        return end;
    }

    /** The words of a clause that are nothing else, for an item that no list knows. */
    static String rest(Clause clause) {
        StringBuilder name = new StringBuilder();
        int last = -1;
        for (Token token : clause.tokens()) {
            boolean kept = token instanceof Word
                    || token instanceof Numeral
                    || token instanceof SeriesName
                    || token instanceof Label
                    || (token instanceof Cue cue && !cue.is("at") && !cue.is("tv"))
                    || (token instanceof Mark mark && "&/-'+".indexOf(mark.sign()) >= 0 && !name.isEmpty());
            if (kept) {
                name.append(last >= 0 && last < token.from() ? " " : "").append(clause.written(token));
                last = token.to();
            }
        }
        return clean(name.toString());
    }

    static String clean(String name) {
        String one = name.replaceAll("\\s+", " ").strip();
        return one.replaceAll("^[-\u2013\u2014:,.|/&*\u2022\\s]+|[-\u2013\u2014:,.|/&(*\\s]+$", "");
    }
}
