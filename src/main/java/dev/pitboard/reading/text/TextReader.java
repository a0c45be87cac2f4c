package dev.pitboard.reading.text;

import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Series;
import dev.pitboard.reading.CircuitZones;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.Venue;
import dev.pitboard.reading.text.Found.DayAt;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Days;
import dev.pitboard.reading.text.Token.Numeral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a timetable from plain text in English, German, French, Italian, Spanish, Dutch and Swedish. The same text gives the same draft. */
public final class TextReader {
    private final CircuitZones circuits;
    private final Vocabulary words = new Vocabulary();
    private final Map<String, Set<String>> wordsOfLanguages = LanguageWords.all();
    private final Zones zones = new Zones(words);
    private final Unglued unglued = new Unglued(words);

    /**
     * @param circuits those that may be named
     * @param series those whose names are to be known beside the ones that come with the program
     */
    public TextReader(CircuitZones circuits, List<Series> series) {
        this.circuits = circuits;
        SeriesWords.addTo(words, series);
    }

    /**
     * Reads the bytes of a file or paste.
     *
     * @throws Unreadable when it is no text, or too much of it
     */
    public Draft read(byte[] bytes, Known known) throws Unreadable {
        return read(Input.lines(bytes), known);
    }

    private Draft read(List<Line> lines, Known given) throws Unreadable {
        Style style = Style.of(lines, wordsOfLanguages);
        Scanner scanner = new Scanner(words, style, zones);
        BrokenColumns.Scanning scanning = line -> scan(scanner, line);
        List<Question> ofColumns = new ArrayList<>();
        List<Scanned> printed =
                lines.stream().map(unglued::apart).map(scanning::scan).toList();
        Known known = Dateline.of(printed, given);
        List<Scanned> scanned = NewSeries.mark(
                DistanceNames.mark(
                        BrokenColumns.mend(StackedTable.mend(Dateline.without(printed), scanning), scanning, ofColumns),
                        ofColumns),
                circuits);
        long times = scanned.stream()
                .flatMap(s -> s.tokens().stream())
                .filter(Token.Time.class::isInstance)
                .count();
        if (times > 2L * Input.MOST_SESSIONS) {
            throw tooMany();
        }
        Collector collector = new Collector(style, cellOrder(scanned), new Spelling(words, style));
        scanned.forEach(s -> collector.line(s.number(), s.text(), s.tokens()));
        Reading reading = collector.finish();
        List<Found> found = OnlyDay.given(
                Tidying.tidy(
                        reading.found, reading.facts, known.published() != null, reading.revised, reading.questions),
                scanned,
                reading.questions);
        if (found.size() > Input.MOST_SESSIONS) {
            throw tooMany();
        }
        Circuit circuit = circuit(scanned);
        DayBook days = days(known, style, lines, scanned, found);
        Instants instants = new Instants(
                known,
                circuit,
                reading.zones,
                found.stream()
                        .anyMatch(f ->
                                f.moment() != null && !f.moment().elsewhere().isEmpty()));
        EventHours eventHours = new EventHours(words);
        Drafting drafting = new Drafting(
                known,
                days,
                instants,
                Rounds.of(scanned.stream().map(Scanned::text).toList(), circuit, words),
                circuit == null ? null : Venue.of(circuit),
                Lengths.hoursNamed(lines));
        List<DraftSession> sessions =
                drafting.sessions(eventHours.sized(new Finishes(words, days).ended(found), scanned));
        List<Question> questions = Stream.of(
                        ofColumns.stream(),
                        reading.questions.stream(),
                        days.questions(),
                        instants.questions().stream(),
                        drafting.questions().stream(),
                        eventHours.questions().stream(),
                        Checks.of(sessions, known).stream())
                .flatMap(q -> q)
                .distinct()
                .sorted(Comparator.comparingInt(Question::line))
                .limit(500)
                .toList();
        return new Draft(sessions, sessions.isEmpty() ? List.of() : questions);
    }

    private static Unreadable tooMany() {
        return new Unreadable("This has more than " + Input.MOST_SESSIONS + " times in it. Paste one timetable only.");
    }

    private Scanned scan(Scanner scanner, Line line) {
        Text text = Text.of(line.text());
        return new Scanned(line.number(), text, SeriesWords.join(text, scanner.scan(text)));
    }

    private DayBook days(Known known, Style style, List<Line> lines, List<Scanned> scanned, List<Found> found) {
        List<DayAt> of = found.stream()
                .map(Found::day)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<DayAt> single = new ArrayList<>(of);
        List<Weekend.Range> ranges = new ArrayList<>();
        List<Years.Mention> years = new ArrayList<>();
        for (Scanned line : scanned) {
            for (Token token : line.tokens()) {
                switch (token) {
                    case Numeral number
                    when number.value() >= 1990 && number.value() <= 2049 ->
                        years.add(
                                new Years.Mention(number.value(), line.clause().words() <= Reading.PROSE));
                    case Days range -> {
                        ranges.add(new Weekend.Range(line.number(), range.first(), range.last()));
                        year(range.last(), years);
                    }
                    case Day day -> {
                        year(day, years);
                        single.add(new DayAt(day, line.number(), 0, false));
                    }
                    default -> {}
                }
            }
        }
        boolean dated = of.stream().anyMatch(d -> d.day() != null && d.day().month() != null);
        single.removeIf(d -> isOfAnotherYear(d, known));
        List<DayAt> anchors = dated ? of : single;
        List<Day> used =
                anchors.stream().map(DayAt::day).filter(Objects::nonNull).toList();
        Years ofText = new Years(known, years, used);
        return new DayBook(
                known,
                ofText,
                DateOrder.monthFirst(lines, style),
                anchors,
                new Weekend(known, ofText, ranges, Months.named(scanned, words)));
    }

    /** "Since 16 April 2017", where the year of the weekend is known. */
    private static boolean isOfAnotherYear(DayAt at, Known known) {
        Integer year = at.day() == null ? null : at.day().year();
        return known.year() != null && year != null && !year.equals(known.year());
    }

    private static void year(Day day, List<Years.Mention> years) {
        if (day.year() != null) {
            years.add(new Years.Mention(day.year(), true));
        }
    }

    /** Whether cells that were copied one to a line have the label above the time, or below it. */
    private static CellOrder cellOrder(List<Scanned> lines) {
        int above = 0;
        int below = 0;
        int belowDay = 0;
        Clause before = null;
        for (Scanned line : lines) {
            Clause clause = line.clause();
            if (clause.tokens().stream().allMatch(Token.Mark.class::isInstance)
                    || clause.tokens().stream().allMatch(Token.SeriesName.class::isInstance)) {
                continue;
            }
            boolean time = Collector.isTimeAlone(clause);
            above += time && before != null && before.hasLabels() && !before.hasTimes() ? 1 : 0;
            belowDay += time && before != null && before.has(Day.class) && !before.hasLabels() && !before.hasTimes()
                    ? 1
                    : 0;
            below +=
                    clause.hasLabels() && !clause.hasTimes() && before != null && Collector.isTimeAlone(before) ? 1 : 0;
            before = clause;
        }
        boolean timeFirst = belowDay > 0 && below > 1 && below + 2 * belowDay > above + 1;
        return timeFirst ? CellOrder.TIME_FIRST : above > below ? CellOrder.LABEL_FIRST : CellOrder.UNSURE;
    }

    /** The circuit named first, unless another one is named more often. */
    private @Nullable Circuit circuit(List<Scanned> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Circuit> byId = new LinkedHashMap<>();
        for (Scanned line : lines) {
            for (Circuit circuit : circuits.namedIn(line.text().original())) {
                byId.putIfAbsent(circuit.id(), circuit);
                counts.merge(circuit.id(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getValue)
                .flatMap(most -> counts.entrySet().stream()
                        .filter(e -> e.getValue().equals(most))
                        .findFirst())
                .map(e -> byId.get(e.getKey()))
                .orElse(null);
    }
}
