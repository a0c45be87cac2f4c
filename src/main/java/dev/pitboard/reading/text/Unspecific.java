package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "A second session of an hour at 15:30": a word that says no more than that it is a session is one of those the text is about. */
final class Unspecific {
    private static final Set<String> LAST = Set.of(
            "last",
            "final",
            "letzte",
            "ultime",
            "derniere",
            "ultima",
            "ultimo",
            "laatste",
            "sista",
            "another",
            "weitere",
            "autre",
            "altra",
            "otra",
            "andere");

    private final Reading reading;
    private @Nullable SessionKind said;

    Unspecific(Reading reading) {
        this.reading = reading;
    }

    void newLine() {
        said = null;
    }

    /** A sentence without a time may name what the next one calls a session. */
    void sentence(Clause sentence) {
        said = sentence.all(Label.class)
                .filter(l -> l.kind() != SessionKind.OTHER)
                .map(Label::kind)
                .findFirst()
                .orElse(null);
    }

    /** The clause with a name for each such word that counts its session; it is asked. */
    Clause named(int number, Clause clause) {
        Clause named = clause;
        for (Cue word : clause.all(Cue.class).filter(c -> c.is("session")).toList()) {
            Label about = isCounted(clause, word) ? about(clause, word) : null;
            if (about == null) {
                continue;
            }
            reading.ask(
                    number,
                    Subject.KIND,
                    "\"" + clause.written(word) + "\" is read as "
                            + about.kind().word() + ", which the text is about before. Is it?");
            Token ordinal = clause.tokens().get(clause.tokens().indexOf(word) - 1);
            named = named.replace(word, about).without(ordinal::equals);
        }
        return named;
    }

    /** An ordinal or "the last" right in front, and no name of a session beside it. */
    private static boolean isCounted(Clause clause, Cue word) {
        int at = clause.tokens().indexOf(word);
        Token before = at > 0 ? clause.tokens().get(at - 1) : null;
        boolean counted = before != null
                && (Token.ordinal(before) != null
                        || LAST.contains(clause.text().folded().substring(before.from(), before.to())));
        List<Token> behind =
                clause.tokens().subList(at + 1, Math.min(at + 3, clause.tokens().size()));
        return counted && behind.stream().noneMatch(Label.class::isInstance) && clause.hasTimes();
    }

    private @Nullable Label about(Clause clause, Cue word) {
        SessionKind kind = clause.all(Label.class)
                .filter(l -> l.to() <= word.from() && l.kind() != SessionKind.OTHER)
                .map(Label::kind)
                .reduce((_, last) -> last)
                .orElse(
                        said != null
                                ? said
                                : reading.found.stream()
                                        .map(Found::kind)
                                        .filter(k -> k != SessionKind.OTHER)
                                        .reduce((_, last) -> last)
                                        .orElse(null));
        int at = clause.tokens().indexOf(word);
        Token before = clause.tokens().get(at - 1);
        Integer ordinal = Token.ordinal(before);
        return kind == null || kind == SessionKind.RACE || Objects.equals(kind, SessionKind.SPRINT)
                ? null
                : new Label(before.from(), word.to(), kind, ordinal == null ? List.of() : List.of(ordinal), false);
    }
}
