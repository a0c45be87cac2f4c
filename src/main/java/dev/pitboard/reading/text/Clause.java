package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sentence or part of one that can be read on its own: the tokens of a line up to a full stop or semicolon. */
record Clause(Text text, List<Token> tokens) {
    private static final int SENTENCE = 4;
    private static final Pattern SHORTENED = Pattern.compile(
            "(?<!\\p{L})(?:qualif|quali|clasif|entr|ess|cat|ch|hs|hrs)$|(?<!\\d)\\d{1,2}(?:er|re|eme|ra|ro|da|do|ta|to|st|nd|rd|th)$");

    /** Splits a line at full stops that end a sentence, and at semicolons and bullets. */
    static List<Clause> split(Text text, List<Token> tokens) {
        List<Clause> clauses = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += token instanceof Mark mark ? (mark.sign() == '(' ? 1 : mark.sign() == ')' ? -1 : 0) : 0;
            boolean listed = token instanceof Mark semicolon && semicolon.sign() == ';' && depth > 0;
            if (endsBefore(text, current, token)) {
                clauses.add(new Clause(text, List.copyOf(current)));
                current.clear();
            }
            if (token instanceof Mark mark && !listed && ends(text, mark)) {
                clauses.add(new Clause(text, List.copyOf(current)));
                current.clear();
            } else {
                current.add(token);
            }
        }
        clauses.add(new Clause(text, List.copyOf(current)));
        return joined(clauses.stream().filter(c -> !c.tokens().isEmpty()).toList());
    }

    /** "It starts at 2 p.m. Qualifying follows": the full stop is that of the time and of the sentence. */
    private static boolean endsBefore(Text text, List<Token> sentence, Token next) {
        Token last = sentence.isEmpty() ? null : sentence.getLast();
        boolean stop = last instanceof Time && text.folded().charAt(last.to() - 1) == '.' && last.to() < next.from();
        return stop
                && Character.isUpperCase(text.original().charAt(next.from()))
                && (next instanceof Word || next instanceof Label)
                && sentence.stream().filter(Word.class::isInstance).count() >= SENTENCE;
    }

    /** "10:15; Practice 1" and "Practice 1; 10:15": a time alone goes with what stands beside it. */
    private static List<Clause> joined(List<Clause> clauses) {
        boolean two = clauses.size() == 2;
        boolean timeFirst = two
                && Collector.isTimeAlone(clauses.getFirst())
                && !clauses.getLast().hasTimes();
        boolean labelFirst = two
                && Collector.isTimeAlone(clauses.getLast())
                && clauses.getFirst().hasLabels()
                && !clauses.getFirst().hasTimes();
        if (!timeFirst && !labelFirst) {
            return clauses;
        }
        List<Token> tokens = new ArrayList<>(clauses.getFirst().tokens());
        tokens.addAll(clauses.getLast().tokens());
        return List.of(new Clause(clauses.getFirst().text(), List.copyOf(tokens)));
    }

    private static boolean ends(Text text, Mark mark) {
        if (mark.sign() == ';' || mark.sign() == '\u2022') {
            return true;
        }
        if (".!?".indexOf(mark.sign()) < 0 || mark.to() >= text.length()) {
            return false;
        }
        String rest = text.original().substring(mark.to());
        if (!Character.isWhitespace(rest.charAt(0)) || rest.isBlank()) {
            return false;
        }
        String behind = rest.strip();
        char next = behind.charAt(behind.length() > 1 && behind.charAt(0) == '(' ? 1 : 0);
        boolean shortened =
                SHORTENED.matcher(text.folded().substring(0, mark.from())).find();
        boolean initial = mark.from() > 0
                && Character.isUpperCase(text.original().charAt(mark.from() - 1))
                && (mark.from() == 1
                        || !Character.isLetterOrDigit(text.original().charAt(mark.from() - 2)));
        return Character.isUpperCase(next)
                ? !shortened && !initial
                : Character.isDigit(next) && !isAbbreviation(text, mark.from());
    }

    /** "bzw. 11.15 Uhr" goes on. */
    private static boolean isAbbreviation(Text text, int dot) {
        int begin = dot;
        while (begin > 0 && Character.isLetter(text.original().charAt(begin - 1))) {
            begin--;
        }
        return begin < dot && dot - begin <= 4;
    }

    <T extends Token> Stream<T> all(Class<T> type) {
        return tokens.stream().filter(type::isInstance).map(type::cast);
    }

    <T extends Token> boolean has(Class<T> type) {
        return all(type).findAny().isPresent();
    }

    boolean hasCue(String key) {
        return all(Cue.class).anyMatch(cue -> cue.is(key));
    }

    long words() {
        return all(Word.class).count();
    }

    /** Tokens between two places in the text. */
    List<Token> between(int from, int to) {
        return tokens.stream().filter(t -> t.from() >= from && t.to() <= to).toList();
    }

    /** The tokens in front of one, nearest first, without marks. */
    List<Token> before(Token token) {
        return tokens.subList(0, tokens.indexOf(token)).reversed().stream()
                .filter(t -> !(t instanceof Mark))
                .toList();
    }

    Clause without(Predicate<Token> unwanted) {
        return new Clause(text, tokens.stream().filter(unwanted.negate()).toList());
    }

    Clause replace(Token old, Token other) {
        return new Clause(
                text, tokens.stream().map(t -> t.equals(old) ? other : t).toList());
    }

    boolean inBrackets(Token token) {
        String before = text.folded().substring(0, token.from());
        return before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('[') > before.lastIndexOf(']');
    }

    /** What stands between two places, without spaces. */
    String gap(int from, int to) {
        return from >= to ? "" : text.folded().substring(from, to).strip();
    }

    String written(Token token) {
        return text.original().substring(token.from(), token.to());
    }

    boolean hasTimes() {
        return has(Time.class);
    }

    boolean hasLabels() {
        return has(Label.class);
    }
}
