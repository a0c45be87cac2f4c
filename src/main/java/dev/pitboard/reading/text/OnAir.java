package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Time;
import org.jspecify.annotations.Nullable;

/** Which times of a clause are those of television. */
final class OnAir {
    private OnAir() {}

    /** Television stands in front of what it shows, and of its time. */
    static boolean isBroadcast(Clause clause) {
        int tv = first(clause.all(Cue.class).filter(c -> c.is("tv") || c.is("show")));
        boolean unnamed = !clause.hasLabels() && tv > first(clause.all(Time.class));
        return tv < first(clause.all(Label.class)) && !unnamed;
    }

    /** "Race coverage begins at 2:30 pm". */
    static boolean isTransmission(Clause clause, @Nullable Group group, Time time) {
        return group != null
                && clause.all(Cue.class)
                        .filter(c -> c.is("tv.word") && c.from() >= group.to())
                        .anyMatch(c -> clause.gap(group.to(), c.from()).isEmpty() || isTold(clause, c, time));
    }

    /** "The race (2:30 pm, NBC)": the time in the brackets is that of the channel. */
    static boolean isOnAir(Clause clause, Time time) {
        boolean other = clause.all(Time.class).anyMatch(t -> t.from() < time.from() && !clause.inBrackets(t));
        if (!clause.inBrackets(time) || !other) {
            return false;
        }
        int begin = clause.text().folded().lastIndexOf('(', time.from());
        int end = clause.text().folded().indexOf(')', time.to());
        return clause.between(begin, end < 0 ? clause.text().length() : end).stream()
                .anyMatch(t -> t instanceof Cue cue && cue.is("tv"));
    }

    private static int first(java.util.stream.Stream<? extends Token> tokens) {
        return tokens.mapToInt(Token::from).min().orElse(Integer.MAX_VALUE);
    }

    /** "The races will air on Quest, with coverage starting at 16:45": between the name and the only time of a sentence. */
    private static boolean isTold(Clause clause, Cue said, Time time) {
        return clause.words() > Topic.MOST_INHERITING
                && said.to() <= time.from()
                && clause.all(Time.class).count() == 1;
    }
}
