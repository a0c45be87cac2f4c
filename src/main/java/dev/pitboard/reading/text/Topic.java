package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Pairing.Pair;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Time;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a time without a name is of: the session that the sentence before it names without a time. */
final class Topic {
    /** A sentence with more words says itself what it is about. */
    static final int MOST_INHERITING = 6;

    private final Reading reading;
    private final Style style;
    private @Nullable Group about;
    /** Whether the sentence also has times, of other sessions. */
    private boolean last;

    Topic(Reading reading, Style style) {
        this.reading = reading;
        this.style = style;
    }

    void newLine() {
        about = null;
    }

    /** A sentence without a time may say what the next one is about. */
    void sentence(Clause sentence) {
        List<Label> labels = Mentions.labels(sentence).stream()
                .filter(l -> !l.weak() && l.kind() != SessionKind.OTHER)
                .toList();
        boolean one = labels.stream().map(Label::kind).distinct().count() == 1;
        last = false;
        about = one && sentence.words() <= Reading.PROSE
                ? Group.of(labels.getFirst()).withNumbers(List.of())
                : null;
    }

    /** "Qualifying at 8:50, then the race. The start is at 16:10": the last name got no time yet. */
    void leave(Clause clause, List<Pair> pairs) {
        int end = clause.all(Time.class).mapToInt(Token::to).max().orElse(Integer.MAX_VALUE);
        List<Group> open = Pairing.groups(clause, Mentions.labels(clause), style).stream()
                .filter(g -> g.from() >= end && !g.name().weak() && g.kind() != SessionKind.OTHER)
                .filter(g -> pairs.stream().noneMatch(p -> p.isAt(g.name())))
                .toList();
        last = true;
        about = open.size() == 1 ? open.getFirst() : null;
    }

    /** The pairs of the next clause, named by what is open, and asked about. */
    List<Pair> named(int number, Clause clause, List<Pair> pairs) {
        Group group = about;
        about = null;
        boolean open = group != null
                && !clause.hasLabels()
                && (!clause.has(SeriesName.class) || clause.words() > MOST_INHERITING)
                && !OnAir.isBroadcast(clause)
                && (last || clause.words() > MOST_INHERITING || clause.words() == 0 || clause.hasCue("ordinal"));
        if (!open || group == null) {
            return pairs;
        }
        reading.ask(
                number,
                Subject.KIND,
                "A time without a name is read as " + group.kind().word()
                        + ", which the sentence before is about. Is it?");
        List<Pair> named = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            named.add(new Pair(pairs.get(i).start(), pairs.size() > 1 ? group.withNumbers(List.of(i + 1)) : group));
        }
        return named;
    }
}
