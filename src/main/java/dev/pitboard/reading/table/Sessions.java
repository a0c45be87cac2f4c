package dev.pitboard.reading.table;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.Venue;
import dev.pitboard.reading.Venues;
import dev.pitboard.reading.table.Header.Column;
import dev.pitboard.reading.text.LocalTimes;
import dev.pitboard.reading.text.Phrasebook;
import dev.pitboard.reading.text.Phrasebook.Phrase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes draft sessions of the rows of one table, and asks about what they leave open. */
final class Sessions {
    private static final Pattern ISO_OFFSET = Pattern.compile("\\d(Z|[+-]\\d{2}:?\\d{2})$");
    private static final Pattern CLOCK_LENGTH = Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::00)?");
    private static final int LONGEST = 200;

    private final Header header;
    private final Venues venues;
    private final Phrasebook phrases;
    private final Known known;
    private final LocalTimes local;
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    Sessions(Header header, Known known, Venues venues, Phrasebook phrases) {
        this.header = header;
        this.known = known;
        this.venues = venues;
        this.phrases = phrases;
        local = new LocalTimes(known, phrases);
    }

    Draft read(List<Row> rows) {
        TableDays days = new TableDays(known, phrases, header, rows);
        List<DraftSession> sessions = new ArrayList<>();
        for (Row row : rows) {
            sessions.add(session(row, days.of(row)));
        }
        return new Draft(
                sessions,
                Stream.of(days.questions(), questions, local.questions())
                        .flatMap(List::stream)
                        .toList());
    }

    private DraftSession session(Row row, @Nullable LocalDate date) {
        String inColumn = header.cell(row, Column.SESSION);
        String name = inColumn.isEmpty() ? header.cell(row, Column.KIND) : inColumn;
        String shown = cut(name.isEmpty() ? "Session" : name);
        SessionKind kind = kind(row, name);
        if (kind == null) {
            ask(row.line(), Subject.KIND, "What kind of session is “" + shown + "”?");
        }
        String place = header.cell(row, Column.CIRCUIT);
        String round = header.cell(row, Column.ROUND);
        Venues.Finding venue = venues.find(place.isEmpty() ? List.of(round) : List.of(place), null);
        String startCell = header.cell(row, Column.START);
        Phrase start = time(startCell);
        Integer minute = start.start();
        if (minute == null && !startCell.isBlank() && phrases.read(startCell).status() == DraftStatus.SCHEDULED) {
            ask(
                    row.line(),
                    Subject.TIME,
                    "“" + cut(startCell) + "” is no start that can be read. When does “" + shown + "” start?");
        }
        LocalTimes.Start at = date == null || minute == null
                ? new LocalTimes.Start(venue.zone() != null ? venue.zone() : known.zone(), null)
                : local.of(
                        row.line(), date.plusDays(minute / 1440), minute % 1440, zone(row, startCell), venue.circuit());
        String series = header.cell(row, Column.SERIES);
        return new DraftSession(
                series.isEmpty() ? first(known.series(), phrases.read(name).series()) : cut(series),
                round.isEmpty()
                        ? venue.circuit() == null
                                ? orNull(place)
                                : venue.circuit().name()
                        : cut(round),
                venue.circuit() != null
                        ? Venue.of(venue.circuit())
                        : place.isEmpty() ? null : new Venue(null, cut(place), null),
                shown,
                kind == null ? SessionKind.OTHER : kind,
                date == null || minute == null ? date : date.plusDays(minute / 1440),
                minute == null ? null : LocalTime.of(minute / 60 % 24, minute % 60),
                at.zone(),
                at.instant(),
                minutes(row, start),
                status(row, minute),
                List.of(),
                row.line(),
                cut(row.text()));
    }

    private @Nullable SessionKind kind(Row row, String name) {
        String written = Folding.fold(header.cell(row, Column.KIND));
        return Arrays.stream(SessionKind.values())
                .filter(k -> k.word().equals(written))
                .findFirst()
                .orElseGet(() -> {
                    SessionKind byName = phrases.read(name).kind();
                    return byName != null ? byName : phrases.read(written).kind();
                });
    }

    /** The time in a cell, which may have the date in front of it. */
    private Phrase time(String cell) {
        return phrases.time(cell.matches("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}.*") ? cell.substring(11, 16) : cell);
    }

    private String zone(Row row, String startCell) {
        Matcher offset = ISO_OFFSET.matcher(startCell);
        if (offset.find()) {
            return offset.group(1);
        }
        String column = header.cell(row, Column.ZONE);
        return column.isEmpty() ? startCell : column;
    }

    private @Nullable Integer minutes(Row row, Phrase start) {
        String cell = header.cell(row, Column.MINUTES);
        if (!cell.isEmpty()) {
            Matcher clock = CLOCK_LENGTH.matcher(cell);
            Integer read = cell.matches("\\d{1,4}")
                    ? Integer.valueOf(cell)
                    : clock.matches()
                            ? Integer.valueOf(Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2)))
                            : phrases.read(cell).minutes();
            if (read != null && read > 0) {
                return read;
            }
        }
        Integer from = start.start();
        Integer end = start.end() != null
                ? start.end()
                : time(header.cell(row, Column.END)).start();
        if (from == null || end == null) {
            return null;
        }
        if (end < from) {
            ask(row.line(), Subject.END, "It ends before it starts: is it over after midnight?");
            return null;
        }
        return end.equals(from) ? null : Integer.valueOf(end - from);
    }

    private DraftStatus status(Row row, @Nullable Integer minute) {
        DraftStatus status = phrases.read(header.cell(row, Column.STATUS)).status();
        return status == DraftStatus.SCHEDULED && minute == null ? DraftStatus.TBC : status;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : cut(text);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isEmpty() ? other : one;
    }

    private static String cut(@Nullable String text) {
        return text == null ? "" : text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private void ask(int line, Subject about, String text) {
        if (asked.add(line + text)) {
            questions.add(new Question(line, about, text));
        }
    }
}
