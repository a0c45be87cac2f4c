package dev.pitboard.reading.text;

import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.text.Found.DayAt;
import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Days;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Zone;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines and sentences without a time: days, series, zones, heads of tables, lengths, and sessions that have no time. */
final class Headings {
    private static final int NEAR = 4;
    private static final Pattern OF_ALL = Pattern.compile(
            "(?<!\\p{L})(?:all|alle|toutes|tous|tutti|tutte|todos|todas|alla|totes|tots) (?:the |die |les |gli |le |los |las |de |els )?"
                    + "(?:times|zeiten|zeitangaben|heures|horaires|orari|ore|horas|horarios|tijden|tider|hores|horaris)(?!\\p{L})");

    private final Reading reading;
    private final Cells cells;
    private final Style style;

    Headings(Reading reading, Cells cells, Style style) {
        this.reading = reading;
        this.cells = cells;
        this.style = style;
    }

    void line(int number, Clause line) {
        boolean brief = line.words() <= Reading.PROSE;
        if (line.hasCue("revised")) {
            reading.revised = number;
        }
        day(number, line, brief);
        section(line, brief);
        zones(number, line);
        Columns head = Columns.of(line);
        if (Columns.isHead(line) || head.zones().size() > 1 || !head.days().isEmpty()) {
            reading.columns = head;
            return;
        }
        boolean table = line.hasCue("header.timetable");
        if (Reading.statusOf(line) != DraftStatus.SCHEDULED && line.hasLabels() && brief && !table) {
            withoutTime(number, line);
        } else if (line.has(Length.class) && line.hasLabels()) {
            lengthsByName(number, line, null);
        } else if (line.has(Length.class) && line.words() == 0 && !line.has(Day.class)) {
            lengthOfLast(line);
        } else if (brief && !table) {
            cells.label(number, line);
        }
    }

    private void day(int number, Clause line, boolean brief) {
        List<Day> all = line.all(Day.class).toList();
        List<Day> dated = all.stream().filter(d -> d.day() != null).toList();
        List<Day> days = dated.isEmpty() ? all : dated;
        if (days.size() == 1 && brief && (!line.has(Days.class) || dated.isEmpty())) {
            reading.day = new DayAt(days.getFirst(), number, 0, false);
            cells.newDay();
        }
    }

    private void section(Clause line, boolean brief) {
        if (brief && line.hasCue("tv") && !line.hasLabels() && !isAlsoOfTelevision(line)) {
            reading.broadcast = true;
        } else if (line.hasCue("header.timetable")) {
            reading.broadcast = false;
        }
        SeriesName named = line.all(SeriesName.class).findFirst().orElse(null);
        boolean heading = brief && !line.has(Days.class) && (!line.hasLabels() || line.words() <= 4);
        if (named != null && (reading.series == null || heading)) {
            reading.series = named.name();
        }
    }

    /** "Timetable and TV" is about both. */
    private static boolean isAlsoOfTelevision(Clause line) {
        Token first =
                line.all(Token.Cue.class).filter(c -> c.is("tv")).findFirst().orElseThrow();
        int at = line.tokens().indexOf(first);
        Token before = at == 0 ? null : line.tokens().get(at - 1);
        return at > 1
                && ((before instanceof Token.Cue cue && cue.is("and"))
                        || (before instanceof Token.Mark mark && "&+".indexOf(mark.sign()) >= 0));
    }

    /** Where one sentence of several says "all times are UK time", the others do not count. */
    private static List<Zone> ofAll(Clause line) {
        List<Zone> zones = line.all(Zone.class).toList();
        Matcher all = OF_ALL.matcher(line.text().folded());
        List<Zone> behind =
                all.find() ? zones.stream().filter(z -> z.from() >= all.end()).toList() : List.of();
        return behind.isEmpty() ? zones : behind;
    }

    /** "UK" alone is as often a place as a zone. */
    private void zones(int number, Clause line) {
        List<ZoneLabel> named = ofAll(line).stream()
                .map(Zone::label)
                .filter(z -> !z.written().equals("UK") || line.hasCue("header"))
                .toList();
        if (!named.isEmpty()) {
            reading.zones.put(number, named);
        }
        List<Zone> all = line.all(Zone.class).toList();
        if (all.size() == 2
                && line.gap(all.getFirst().to(), all.getLast().from()).matches("[/(|]")) {
            reading.pair = named;
        }
    }

    private void withoutTime(int number, Clause line) {
        List<Label> sure = Mentions.labels(line).stream().filter(l -> !l.weak()).toList();
        for (Group group : Pairing.groups(line, sure, style)) {
            Found made = reading.make(number, line, group, null);
            reading.found.add(
                    made.withDay(reading.dayOf(number, line, line.tokens().getFirst()), made.heading()));
        }
    }

    private void lengthOfLast(Clause line) {
        if (!reading.found.isEmpty() && reading.found.getLast().length() == null) {
            Length length = line.all(Length.class).findFirst().orElseThrow();
            reading.found.add(reading.found.removeLast().withLength(length));
        }
    }

    private void lengthsByName(int number, Clause clause, @Nullable String lineSeries) {
        List<Label> labels =
                Mentions.labels(clause).stream().filter(l -> !l.weak()).toList();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            int to = i + 1 < labels.size() ? labels.get(i + 1).from() : Integer.MAX_VALUE;
            Found made = reading.make(number, clause, Group.of(label), lineSeries);
            clause.all(Length.class)
                    .filter(l -> (l.from() >= label.to() && l.to() <= to)
                            || (l.to() <= label.from()
                                    && clause.gap(l.to(), label.from()).isEmpty()))
                    .findFirst()
                    .ifPresent(length -> reading.facts.add(
                            made.withLength(length).withDay(isDated(number, clause) ? reading.day : null, false)));
        }
    }

    /** Whether a day stands in the clause or before it on the line. */
    private boolean isDated(int number, Clause clause) {
        DayAt day = reading.day;
        return clause.has(Day.class) || (day != null && day.line() == number);
    }

    /** "Programme of Saturday (qualifying):" at the end of a line, above a list. */
    void listing(int number, Clause clause) {
        if (clause.text().original().strip().endsWith(":") && clause.words() <= Reading.PROSE) {
            cells.label(number, clause);
        }
    }

    /** "One hour each", and not "200,000 tickets in two hours and 80,000 people each day". */
    private static boolean isEach(Clause clause, Length length) {
        int at = clause.tokens().indexOf(length);
        return clause.all(Token.Cue.class)
                .filter(c -> c.is("each"))
                .anyMatch(c -> Math.abs(clause.tokens().indexOf(c) - at) <= NEAR);
    }

    /** A sentence without a time, beside others that have one: "each lasted one hour", or another day, or the zone of all. */
    void aside(int number, Clause clause, @Nullable String lineSeries, int firstOfClause) {
        if (!clause.has(Days.class)) {
            reading.rememberDay(number, clause);
        }
        zones(number, clause);
        Length length = clause.all(Length.class).findFirst().orElse(null);
        if (length != null && clause.hasLabels()) {
            lengthsByName(number, clause, lineSeries);
        } else if (length != null && (isEach(clause, length) || clause.words() <= 4)) {
            int first = isEach(clause, length) ? firstOfClause : Math.max(firstOfClause, reading.found.size() - 1);
            for (int i = first; i < reading.found.size(); i++) {
                Found one = reading.found.get(i);
                reading.found.set(i, one.length() == null ? one.withLength(length) : one);
            }
        }
        if (Reading.statusOf(clause) != DraftStatus.SCHEDULED
                && clause.hasLabels()
                && clause.words() <= Reading.PROSE) {
            withoutTime(number, clause);
        }
    }
}
