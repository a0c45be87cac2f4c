package dev.pitboard.reading.table;

import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.Venues;
import dev.pitboard.reading.table.Header.Column;
import dev.pitboard.reading.text.Phrasebook;
import java.util.List;
import java.util.Optional;

/** Reads tables with a row of headings in any order, with commas, semicolons or tabs between the cells. */
public final class TableReader {
    private static final int MOST_ROWS = 5000;
    private static final String SEPARATORS = ",;\t";

    private final Venues venues;
    private final Phrasebook phrases;

    /** @param venues where sessions can be */
    public TableReader(Venues venues, Phrasebook phrases) {
        this.venues = venues;
        this.phrases = phrases;
    }

    /**
     * Reads a table; nothing when the text is none: it needs headings for the session and its day, a day in the first row, and cells in
     * all rows.
     *
     * @throws Unreadable when it is too much
     */
    public Optional<Draft> read(String text, Known known) throws Unreadable {
        Optional<Character> separator = separator(text);
        if (separator.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = Row.of(text, separator.get()).stream()
                .filter(row -> !row.isBlank())
                .toList();
        Header header = Header.of(rows.getFirst());
        List<Row> body = rows.subList(1, rows.size());
        if (body.isEmpty()
                || body.stream().anyMatch(row -> row.cells().size() < 2)
                || !hasDay(header, body.getFirst())) {
            return Optional.empty();
        }
        if (body.size() > MOST_ROWS) {
            throw new Unreadable("This table has more than " + MOST_ROWS + " rows. Import one season only.");
        }
        return Optional.of(new Sessions(header, known, venues, phrases).read(body));
    }

    private boolean hasDay(Header header, Row row) {
        return phrases.day(header.cell(row, Column.DATE)) != null
                || phrases.day(header.cell(row, Column.START)) != null;
    }

    /** The sign with which the first line is a row of headings. */
    private static Optional<Character> separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return SEPARATORS
                .chars()
                .mapToObj(c -> (char) c)
                .filter(c -> first.length() < 2000)
                .filter(c ->
                        Row.of(first, c).stream().anyMatch(row -> Header.of(row).isEnough()))
                .findFirst();
    }
}
