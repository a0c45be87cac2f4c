package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.Moment;
import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Times.Placed;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Length;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables that were copied one cell to a line: a label waits for its time, or a time for its label. */
final class Cells {
    private record Waiting(int line, Clause clause, Placed start) {}

    private final Reading reading;
    private final Style style;
    private final CellOrder order;
    private final List<Waiting> times = new ArrayList<>();

    private @Nullable Clause label;
    private int labelLine;
    /** The session last made of the label, or -1. */
    private int made = -1;
    /** Whether nothing but a day stands between the label and here. */
    private boolean fresh;

    Cells(Reading reading, Style style, CellOrder order) {
        this.reading = reading;
        this.style = style;
        this.order = order;
    }

    /** The label of the section, as long as it holds. */
    @Nullable
    Group section() {
        return label == null ? null : group(label);
    }

    @Nullable
    Clause sectionClause() {
        return label;
    }

    private static boolean isNameAlone(Clause line) {
        return line.hasLabels()
                && line.tokens().stream()
                        .allMatch(t -> t instanceof Token.Label
                                || t instanceof Token.Mark
                                || t instanceof Token.Numeral
                                || (t instanceof Token.Cue cue && cue.is("ordinal")));
    }

    /** Whether the heading of the section stands right above, with nothing but a day between. */
    boolean isHeadingAbove() {
        return fresh && label != null;
    }

    /** Whether the section's heading is one of a list: it ends with a colon, or is the name of a session and no more. */
    boolean isListing() {
        return label != null && (label.text().original().strip().endsWith(":") || isNameAlone(label));
    }

    /** Whether the section is of something that is no session, such as "Garage open". */
    boolean isOfOther() {
        Group section = section();
        return section != null && section.kind() == SessionKind.OTHER;
    }

    void newDay() {
        label = fresh ? label : null;
        leave();
    }

    /** A line that was read; a label is fresh until something else than a day follows it. */
    void passed(int number, boolean day) {
        fresh = fresh && (labelLine == number || day);
    }

    /** Times that still wait get no label any more. */
    void leave() {
        for (Waiting waiting : times) {
            reading.ask(
                    waiting.line(),
                    Subject.TIME,
                    "\"" + waiting.clause().text().original().strip() + "\" stands alone. What is then?");
        }
        times.clear();
    }

    /** A line without a time that may name a session. */
    void label(int number, Clause line) {
        boolean taken = order != CellOrder.LABEL_FIRST && !times.isEmpty() && (line.hasLabels() || line.words() > 0);
        if (taken) {
            Waiting first = take();
            add(
                    first.line(),
                    line,
                    first.clause(),
                    line.hasLabels() ? group(line) : null,
                    first.start().moment());
        } else if (line.all(Token.Label.class).anyMatch(l -> !l.weak()) || isNameAlone(line)) {
            label = line;
            labelLine = number;
            made = -1;
            fresh = true;
        }
    }

    private Group group(Clause line) {
        return Pairing.groups(line, Mentions.labels(line), style).getFirst();
    }

    /** The first waiting time, with the second as its end where there are just two. */
    private Waiting take() {
        Waiting first = times.removeFirst();
        Moment start = first.start().moment();
        Integer finish = times.isEmpty()
                ? null
                : Integer.valueOf(times.getFirst().start().moment().start());
        if (times.size() != 1 || finish == null || start.end() != null || finish <= start.start()) {
            return first;
        }
        times.clear();
        Moment whole = new Moment(start.start(), finish, start.zone(), start.elsewhere());
        return new Waiting(
                first.line(), first.clause(), new Placed(whole, first.start().time()));
    }

    /** A line with nothing but times, or with a place in front of each. */
    void times(int number, Clause clause, List<Placed> starts) {
        Clause above = label;
        boolean below = order == CellOrder.TIME_FIRST || (order == CellOrder.UNSURE && !times.isEmpty());
        if (above == null || below) {
            reading.rememberDay(number, clause);
            starts.forEach(start -> times.add(new Waiting(number, clause, start)));
            return;
        }
        for (Placed start : starts) {
            Moment moment = start.moment();
            Moment before = made < 0 ? null : reading.found.get(made).moment();
            if (before != null && Times.differs(before, moment)) {
                reading.found.set(made, reading.found.get(made).withMoment(Times.also(before, moment)));
            } else {
                add(number, above, clause, group(above), moment);
                made = reading.found.size() - 1;
            }
        }
    }

    private void add(int number, Clause name, Clause time, @Nullable Group group, Moment moment) {
        reading.rememberDay(number, time);
        boolean own = name.has(Day.class) && !time.has(Day.class);
        Found one = reading.make(number, name, group, null);
        Length length = name.all(Length.class)
                .findFirst()
                .or(() -> time.all(Length.class).findFirst())
                .orElse(null);
        String text =
                time.text().original().strip() + " / " + name.text().original().strip();
        reading.found.add(
                one.withDay(own ? reading.dayOf(number, name, name.tokens().getFirst()) : reading.day, !own)
                        .withMoment(moment)
                        .withLength(length)
                        .withText(text));
    }
}
