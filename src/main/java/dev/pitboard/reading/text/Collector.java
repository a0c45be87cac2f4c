package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Times.Placed;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.List;

/** Goes through the lines, each with what the lines above said. */
final class Collector {
    private final Reading reading = new Reading();
    private final Cells cells;
    private final Headings headings;
    private final Items items;

    Collector(Style style, boolean labelFirst) {
        cells = new Cells(reading, style, labelFirst);
        headings = new Headings(reading, cells, style);
        items = new Items(reading, cells, style);
    }

    /** All that was read, once there are no more lines. */
    Reading finish() {
        cells.leave();
        return reading;
    }

    void line(int number, Text text, List<Token> tokens) {
        Clause whole = new Clause(text, tokens);
        if (tokens.stream().allMatch(Mark.class::isInstance)) {
            return;
        }
        if (whole.hasTimes()) {
            timed(number, whole);
        } else {
            headings.line(number, whole);
        }
        cells.passed(number, !whole.hasTimes() && whole.has(Day.class));
    }

    private void timed(int number, Clause whole) {
        String lineSeries = null;
        int before = reading.found.size();
        boolean chained = false;
        for (Clause clause : Clause.split(whole.text(), whole.tokens())) {
            SeriesName named = clause.all(SeriesName.class).findFirst().orElse(null);
            lineSeries = named != null ? named.name() : lineSeries;
            Clause settled = clause.hasTimes()
                    ? Times.settle(Alternatives.split(clause, reading.pair), reading.columns)
                    : clause;
            List<Placed> starts = Times.starts(settled, reading.columns);
            if (starts.isEmpty()) {
                headings.aside(number, settled, lineSeries, before);
            } else {
                before = reading.found.size();
                items.read(number, settled, starts, lineSeries, chained);
                chained = true;
            }
        }
    }

    /** Whether a line has times and nothing that they are the times of. */
    static boolean isTimeAlone(Clause clause) {
        return clause.hasTimes()
                && !clause.hasLabels()
                && clause.tokens().stream()
                        .noneMatch(t -> t instanceof Word || t instanceof SeriesName || t instanceof Numeral);
    }
}
