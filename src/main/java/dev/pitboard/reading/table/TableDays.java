package dev.pitboard.reading.table;

import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.table.Header.Column;
import dev.pitboard.reading.text.Phrasebook;
import dev.pitboard.reading.text.Phrasebook.PrintedDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days of a table's rows. */
final class TableDays {
    private static final Pattern SLASHED = Pattern.compile("(?<!\\d)(\\d{1,2})/(\\d{1,2})(?!\\d)");

    private final Known known;
    private final Phrasebook phrases;
    private final Header header;
    private final boolean monthFirst;
    private final boolean dayFirst;
    private final List<Question> questions = new ArrayList<>();
    private final Set<Subject> asked = new HashSet<>();
    private @Nullable LocalDate above;

    TableDays(Known known, Phrasebook phrases, Header header, List<Row> rows) {
        this.known = known;
        this.phrases = phrases;
        this.header = header;
        dayFirst = rows.stream().anyMatch(row -> hasMoreThanTwelve(row, 1));
        monthFirst = rows.stream().anyMatch(row -> hasMoreThanTwelve(row, 2));
    }

    private boolean hasMoreThanTwelve(Row row, int group) {
        Matcher matcher = SLASHED.matcher(cell(row));
        return matcher.find() && Integer.parseInt(matcher.group(group)) > 12;
    }

    private String cell(Row row) {
        String date = header.cell(row, Column.DATE);
        return date.isEmpty() ? header.cell(row, Column.START) : date;
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }

    /** The day of a row, or else of the row above it; null where only a person can say. */
    @Nullable
    LocalDate of(Row row) {
        String cell = cell(row);
        PrintedDay day = phrases.day(cell);
        if (day == null) {
            if (header.has(Column.DATE) && header.cell(row, Column.DATE).isEmpty() && above != null) {
                once(row.line(), Subject.DATE, "This row has no date; that of the row above is taken. Is that right?");
                return above;
            }
            questions.add(new Question(
                    row.line(), Subject.DATE, "“" + row.text() + "” has no date that can be read. Which is it?"));
            return null;
        }
        LocalDate date = date(row, day);
        above = date;
        return date;
    }

    private @Nullable LocalDate date(Row row, PrintedDay day) {
        if (day.swappable() && dayFirst == monthFirst) {
            once(
                    row.line(),
                    Subject.DATE,
                    "Day and month could be the other way round; the day is read first. Is that right?");
        }
        Integer year = day.year() != null ? day.year() : known.year();
        if (year == null && known.published() != null) {
            year = known.published().getYear();
        }
        if (year == null) {
            once(row.line(), Subject.YEAR, "The dates have no year. Which one is it?");
            return null;
        }
        boolean swap = day.swappable() && monthFirst && !dayFirst;
        try {
            LocalDate date = LocalDate.of(year, swap ? day.day() : day.month(), swap ? day.month() : day.day());
            if (day.weekday() != null && date.getDayOfWeek() != day.weekday()) {
                questions.add(new Question(
                        row.line(), Subject.WEEKDAY, date + " is not a " + name(day) + ". Which is right?"));
            }
            return date;
        } catch (DateTimeException _) {
            questions.add(new Question(row.line(), Subject.DATE, "There is no such day. Which is it?"));
            return null;
        }
    }

    private static String name(PrintedDay day) {
        return day.weekday() == null
                ? ""
                : day.weekday().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
    }

    private void once(int line, Subject about, String text) {
        if (asked.add(about)) {
            questions.add(new Question(line, about, text));
        }
    }
}
