package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A long word that is nearly that of a session, on a line with a time and without a name: "Qualiche", "Pre-Qualifiyng". It is asked about. */
final class Spelling {
    private static final int SHORTEST = 7;
    private static final int LONG = 9;
    private static final int MOST_WORDS = 6;

    private final Map<String, SessionKind> names;

    /** @param vocabulary whose names of sessions count, in the languages of {@code style} */
    Spelling(Vocabulary vocabulary, Style style) {
        names = vocabulary.longNames(SHORTEST, style.languages());
    }

    /** The line with a label in place of the word, or as it is. */
    Clause mended(int number, Clause line, Reading reading) {
        if (!line.hasTimes() || line.hasLabels() || line.words() > MOST_WORDS || line.hasCue("tv")) {
            return line;
        }
        List<Token> tokens = new ArrayList<>();
        for (Token token : line.tokens()) {
            Label label = token instanceof Word word ? label(line, word, tokens) : null;
            if (label == null) {
                tokens.add(token);
                continue;
            }
            tokens.removeIf(t -> t.from() >= label.from());
            tokens.add(label);
            reading.ask(
                    number,
                    Subject.NAME,
                    "\"" + line.written(label) + "\" is read as " + label.kind().word() + ". Is it?");
        }
        return new Clause(line.text(), List.copyOf(tokens));
    }

    private @Nullable Label label(Clause line, Word word, List<Token> before) {
        String written = line.text().folded().substring(word.from(), word.to());
        Word first = before.stream()
                .filter(t -> t instanceof Word && line.gap(t.to(), word.from()).equals("-"))
                .map(Word.class::cast)
                .findFirst()
                .orElse(null);
        if (first != null) {
            SessionKind both = nearest(line.text().folded().substring(first.from(), first.to()) + written);
            if (both != null) {
                return new Label(first.from(), word.to(), both, List.of(), false);
            }
        }
        SessionKind kind = nearest(written);
        return kind == null ? null : new Label(word.from(), word.to(), kind, List.of(), false);
    }

    private @Nullable SessionKind nearest(String written) {
        if (written.length() < SHORTEST) {
            return null;
        }
        int allowed = written.length() >= LONG - 1 ? 2 : 1;
        SessionKind nearest = null;
        int least = allowed + 1;
        for (Map.Entry<String, SessionKind> name : names.entrySet()) {
            if (Math.abs(name.getKey().length() - written.length()) <= allowed
                    && name.getKey().charAt(0)
                            == written.toLowerCase(Locale.ROOT).charAt(0)) {
                int distance = distance(written, name.getKey());
                if (distance < least) {
                    least = distance;
                    nearest = name.getValue();
                }
            }
        }
        return nearest;
    }

    /** How many letters have to be put in, left out or changed. */
    private static int distance(String a, String b) {
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[b.length()];
    }
}
