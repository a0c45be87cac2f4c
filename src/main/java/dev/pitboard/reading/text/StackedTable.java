package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table with start and finish that was copied one cell to a line, its head too: every row becomes one line again. */
final class StackedTable {
    private static final int MOST_CELLS = 8;
    private static final int FEWEST_CELLS = 3;
    private static final Pattern TIME = Pattern.compile(
            "(?:start ?)?(?:times?|zeit|uhrzeit|heures?|horaires?|horas?|horarios?|ora|orari|orario|tijd|tijden|tid|tider)");

    private StackedTable() {}

    /** Puts the cells of rows together; {@code scanning} makes tokens of a line. */
    static List<Scanned> mend(List<Scanned> lines, BrokenColumns.Scanning scanning) {
        List<Scanned> filled = lines.stream()
                .filter(l -> !l.tokens().stream().allMatch(Mark.class::isInstance))
                .toList();
        int head = head(filled);
        boolean single = head < 0;
        head = single ? singleHead(filled) : head;
        if (head < 0) {
            return lines;
        }
        int columns = columns(filled, head);
        List<Scanned> mended = new ArrayList<>(filled.subList(0, head));
        int at = head;
        while (at < filled.size() && isHead(filled.get(at).clause())) {
            at++;
        }
        while (at < filled.size()) {
            int end = at + 1;
            if (beginsRow(filled, at, single)) {
                while (end < filled.size()
                        && end - at < columns
                        && !(end > at + 1 && beginsRow(filled, end, single))
                        && !filled.get(end).clause().has(Day.class)) {
                    end++;
                }
                mended.add(scanning.scan(new Line(filled.get(at).number(), row(filled.subList(at, end)))));
            } else {
                mended.add(filled.get(at));
            }
            at = end;
        }
        return mended;
    }

    private static String row(List<Scanned> cells) {
        return String.join(
                "\t",
                cells.stream()
                        .map(c -> c.text().original().replace('|', ' ').strip())
                        .toList());
    }

    /** Where the cells of the head begin, or -1. */
    private static int head(List<Scanned> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (isOnly(lines.get(i).clause(), "header.start")
                    && isOnly(lines.get(i + 1).clause(), "header.end")) {
                int first = i;
                while (first > 0 && isHead(lines.get(first - 1).clause())) {
                    first--;
                }
                return first;
            }
        }
        return -1;
    }

    /** Where the cells of a head begin that has one column for times, and two or more others; or -1. */
    private static int singleHead(List<Scanned> lines) {
        for (int i = 0; i + FEWEST_CELLS < lines.size(); i++) {
            boolean time = TIME.matcher(
                            lines.get(i).text().folded().replace('|', ' ').strip())
                    .matches();
            int columns = time ? columns(lines, i) : 0;
            if (columns >= FEWEST_CELLS && i + columns < lines.size() && isTime(lines.get(i + columns))) {
                return i;
            }
        }
        return -1;
    }

    private static int columns(List<Scanned> lines, int head) {
        int columns = 0;
        while (head + columns < lines.size()
                && columns < MOST_CELLS
                && isHead(lines.get(head + columns).clause())) {
            columns++;
        }
        return columns;
    }

    /** One or two words that are no day and no time. */
    private static boolean isHead(Clause clause) {
        return clause.tokens().stream().filter(t -> !(t instanceof Mark)).count() <= 2
                && !clause.hasTimes()
                && !clause.has(Day.class)
                && !clause.has(Token.Days.class);
    }

    private static boolean isOnly(Clause clause, String key) {
        List<Token> tokens =
                clause.tokens().stream().filter(t -> !(t instanceof Mark)).toList();
        return tokens.size() == 1 && (tokens.getFirst() instanceof Cue cue && cue.is(key));
    }

    private static boolean beginsRow(List<Scanned> lines, int at, boolean single) {
        return at + 1 < lines.size() && isTime(lines.get(at)) && (single || isTime(lines.get(at + 1)));
    }

    private static boolean isTime(Scanned line) {
        return Collector.isTimeAlone(line.clause()) && !line.clause().has(Day.class);
    }
}
