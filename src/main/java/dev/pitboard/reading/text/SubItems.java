package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.Moment;
import dev.pitboard.reading.text.Found.Title;
import dev.pitboard.reading.text.Token.Label;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "08:45 to 16:15 – Practice", and below it, set in: what is on then. The lines below are the sessions, and of the kind of the one above. */
final class SubItems {
    private static final Pattern SET_IN =
            Pattern.compile("^(?:\\s{2,}|\\s*(?:=+>|-+>|>|\u2192|\u21B3|\u00BB|\\+)\\s*)\\S.*");

    private final Reading reading;
    /** The place of the item above, or -1. */
    private int parent = -1;

    private List<SessionKind> kinds = List.of();
    private int children;

    SubItems(Reading reading) {
        this.reading = reading;
    }

    /** @param first the place of the first session that was made of the line */
    void line(int number, Clause line, int first) {
        List<Label> labels = line.all(Label.class).toList();
        if (!SET_IN.matcher(line.text().original()).matches()) {
            Moment moment =
                    reading.found.size() == first + 1 ? reading.found.getLast().moment() : null;
            parent = moment != null && moment.end() != null ? first : -1;
            kinds = labels.stream().map(Label::kind).distinct().toList();
            children = 0;
            return;
        }
        for (int i = first; i < reading.found.size() && parent >= 0; i++) {
            child(number, i, labels.isEmpty());
        }
    }

    private void child(int number, int at, boolean unnamed) {
        Found above = reading.found.get(parent);
        Found child = reading.found.get(at);
        if (!isWithin(child.moment(), above.moment()) || !Objects.equals(child.day(), above.day())) {
            return;
        }
        if (unnamed && !kinds.isEmpty()) {
            SessionKind kind = kinds.getLast();
            reading.found.set(at, child.withLabel(new Title(child.name(), kind, List.of())));
            if (kinds.size() > 1) {
                reading.ask(
                        number,
                        Subject.KIND,
                        "\"" + child.name() + "\" is read as " + kind.word() + ", like what it stands below. Is it?");
            }
        }
        children++;
        if (children == 2) {
            reading.found.set(parent, above.withLabel(new Title(above.name(), SessionKind.OTHER, List.of())));
        }
    }

    private static boolean isWithin(@Nullable Moment child, @Nullable Moment above) {
        Integer end = above == null ? null : above.end();
        return child != null
                && above != null
                && end != null
                && child.start() >= above.start()
                && (child.start() < end || end <= above.start());
    }
}
