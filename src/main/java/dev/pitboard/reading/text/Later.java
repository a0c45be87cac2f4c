package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Time;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "An hour later" is a start, counted from the one told before it. */
final class Later {
    private static final String KEY = "later";
    private static final int NEAR = 3;

    private Later() {}

    /** "Two hours later, at noon" says itself when, and "an hour later than on Friday" only compares. */
    private static boolean isTold(Clause clause, Cue cue) {
        int next = clause.tokens().indexOf(cue) + 1;
        if (next < clause.tokens().size() && clause.tokens().get(next) instanceof Cue than && than.is("than")) {
            return true;
        }
        return clause.tokens().stream()
                .skip(clause.tokens().indexOf(cue) + 1L)
                .limit(NEAR)
                .anyMatch(Time.class::isInstance);
    }

    /**
     * Puts times where they can be counted.
     *
     * @param before minutes after midnight of the last start before the clause, or null
     */
    static Clause counted(Clause clause, @Nullable Integer before) {
        if (!clause.hasCue(KEY)) {
            return clause;
        }
        Integer last = before;
        List<Token> tokens = new ArrayList<>();
        for (Token token : clause.tokens()) {
            if (token instanceof Cue cue && cue.is(KEY) && last != null && !isTold(clause, cue)) {
                int start = last + Integer.parseInt(cue.key().substring(KEY.length() + 1));
                tokens.add(new Time(cue.from(), cue.to(), start, null, Token.Notation.WORD));
                last = start;
            } else {
                tokens.add(token);
                last = token instanceof Time time ? Integer.valueOf(time.start()) : last;
            }
        }
        return new Clause(clause.text(), List.copyOf(tokens));
    }
}
