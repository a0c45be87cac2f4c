package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Found.Moment;
import dev.pitboard.reading.text.Times.Placed;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import dev.pitboard.reading.text.Token.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the lines, each with what the lines above said. */
final class Collector {
    private final Reading reading = new Reading();
    private final Cells cells;
    private final Headings headings;
    private final Items items;
    private final Unspecific unspecific = new Unspecific(reading);
    private final BareSeries bareSeries = new BareSeries();
    private final Topic topic;
    private final SubItems subItems;
    private final Spelling spelling;

    Collector(Style style, CellOrder order, Spelling spelling) {
        this.spelling = spelling;
        subItems = new SubItems(reading);
        cells = new Cells(reading, style, order);
        headings = new Headings(reading, cells, style);
        topic = new Topic(reading, style);
        items = new Items(reading, cells, style, topic);
    }

    /** All that was read, once there are no more lines. */
    Reading finish() {
        cells.leave();
        bareSeries.resolve(reading);
        return reading;
    }

    void line(int number, Text text, List<Token> tokens) {
        Clause whole = new Clause(text, tokens);
        if (tokens.stream().allMatch(Mark.class::isInstance)) {
            return;
        }
        if (whole.hasTimes()) {
            int first = reading.found.size();
            bareSeries.line(number, whole, cells.isOfOther());
            timed(number, spelling.mended(number, whole, reading));
            subItems.line(number, whole, first);
        } else {
            headings.line(number, whole);
        }
        cells.passed(number, !whole.hasTimes() && whole.has(Day.class));
    }

    private void timed(int number, Clause whole) {
        String lineSeries = null;
        topic.newLine();
        unspecific.newLine();
        int before = reading.found.size();
        boolean chained = false;
        for (Clause part : Clause.split(whole.text(), whole.tokens())) {
            Clause clause = unspecific.named(number, Later.counted(part, lastStart(number)));
            SeriesName named = clause.all(SeriesName.class).findFirst().orElse(null);
            lineSeries = named != null ? named.name() : lineSeries;
            Clause settled = clause.hasTimes()
                    ? Times.settle(Alternatives.split(Spans.join(clause), reading.pair), reading.columns)
                    : clause;
            List<Placed> starts = Times.starts(settled, reading.columns);
            if (starts.isEmpty()) {
                Clause aside = clause.hasTimes() ? settled.without(Zone.class::isInstance) : settled;
                headings.aside(number, aside, lineSeries, before);
                topic.sentence(settled);
                unspecific.sentence(settled);
                if (!settled.hasTimes() && isLast(part, whole)) {
                    headings.listing(number, settled);
                }
            } else {
                before = reading.found.size();
                items.read(number, settled, starts, lineSeries, chained);
                chained = true;
            }
        }
    }

    private static boolean isLast(Clause part, Clause whole) {
        return part.tokens().getLast().equals(whole.tokens().getLast());
    }

    private @Nullable Integer lastStart(int number) {
        Found last = reading.found.isEmpty() ? null : reading.found.getLast();
        Moment moment = last == null || last.line() != number ? null : last.moment();
        return moment == null ? null : Integer.valueOf(moment.start());
    }

    /** Whether a line has times and nothing that they are the times of. */
    static boolean isTimeAlone(Clause clause) {
        return clause.hasTimes()
                && !clause.hasLabels()
                && clause.tokens().stream()
                        .noneMatch(t -> t instanceof Word || t instanceof SeriesName || t instanceof Numeral);
    }
}
