package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.DayAt;
import dev.pitboard.reading.text.Found.Moment;
import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Pairing.Pair;
import dev.pitboard.reading.text.Times.Placed;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Number;
import dev.pitboard.reading.text.Token.Relative;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Word;
import dev.pitboard.reading.text.Token.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Goes through the lines with what the lines above said: the day, the series, the columns, whether it is about television. */
final class Collector {
    private static final int PROSE = 12;

    private final Style style;
    private final boolean labelFirst;
    private final List<Found> found = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final TreeMap<Integer, List<ZoneLabel>> zones = new TreeMap<>();
    private final List<Found> facts = new ArrayList<>();

    private @Nullable DayAt day;
    private @Nullable String series;
    private boolean broadcast;
    private Columns columns = Columns.NONE;
    private @Nullable Clause pendingLabel;
    private final List<Pending> pendingTimes = new ArrayList<>();
    private int pendingLine;
    private int pendingFound = -1;
    /** Whether nothing but a day stands between the label and here. */
    private boolean pendingFresh;

    private @Nullable Relative lastRelative;
    private int relativeLine;

    private record Pending(int line, Clause clause, Placed start) {}

    Collector(Style style, boolean labelFirst) {
        this.style = style;
        this.labelFirst = labelFirst;
    }

    List<Found> found() {
        return found;
    }

    List<Question> questions() {
        return questions;
    }

    /** Zone labels that are not beside a time, by line. */
    Map<Integer, List<ZoneLabel>> zones() {
        return zones;
    }

    /** Sessions named with a length and without a time. */
    List<Found> facts() {
        return facts;
    }

    void line(int number, Text text, List<Token> tokens) {
        Clause whole = new Clause(text, tokens);
        if (tokens.stream().allMatch(Mark.class::isInstance)) {
            return;
        }
        if (!whole.hasTimes()) {
            heading(number, whole);
            pendingFresh = pendingFresh && (pendingLine == number || whole.has(Day.class));
            return;
        }
        pendingFresh = false;
        String lineSeries = null;
        int before = found.size();
        boolean chained = false;
        for (Clause clause : Clause.split(text, tokens)) {
            SeriesName named = clause.all(SeriesName.class).findFirst().orElse(null);
            lineSeries = named != null ? named.name() : lineSeries;
            if (clause.hasTimes()) {
                timed(number, clause, lineSeries, chained);
                chained = true;
            } else {
                aside(number, clause, lineSeries, before);
            }
        }
    }

    // ---- lines without a time

    private void heading(int number, Clause line) {
        List<Day> days = line.all(Day.class).toList();
        boolean brief = line.words() <= PROSE;
        if (days.size() == 1
                && brief
                && (!line.has(Token.Days.class) || days.getFirst().day() == null)) {
            day = new DayAt(days.getFirst(), number, 0, false);
            pendingLabel = pendingFresh ? pendingLabel : null;
            pendingTimes.clear();
        }
        section(line, brief);
        List<ZoneLabel> named = line.all(Zone.class)
                .map(Zone::label)
                .filter(z -> !z.written().equals("UK") || line.hasCue("header"))
                .toList();
        if (!named.isEmpty()) {
            zones.put(number, named);
        }
        Columns head = Columns.of(line);
        if (Columns.isHead(line) || head.zones().size() > 1 || !head.days().isEmpty()) {
            columns = head;
            return;
        }
        if ((status(line) != DraftStatus.SCHEDULED || line.hasCue("daypart"))
                && line.hasLabels()
                && brief
                && !line.hasCue("header.timetable")) {
            withoutTime(number, line);
        } else if (line.has(Length.class) && line.hasLabels()) {
            lengthsByName(number, line, null);
        } else if (line.has(Length.class)
                && !line.hasLabels()
                && line.words() == 0
                && !line.has(Day.class)
                && !found.isEmpty()) {
            lengthOfLast(line);
        } else if (brief
                && (line.hasLabels() || line.words() > 0 && !pendingTimes.isEmpty())
                && !line.hasCue("header.timetable")) {
            label(number, line);
        }
    }

    private void section(Clause line, boolean brief) {
        boolean tv = line.hasCue("tv") && !line.hasLabels();
        boolean timetable = line.hasCue("header.timetable");
        if (brief && tv) {
            broadcast = true;
        } else if (timetable) {
            broadcast = false;
        }
        SeriesName named = line.all(SeriesName.class).findFirst().orElse(null);
        if (named != null && !line.has(Token.Days.class) && (brief || series == null)) {
            series = series == null || !line.hasLabels() || line.words() <= 4 ? named.name() : series;
        }
        if (named != null && series == null) {
            series = named.name();
        }
    }

    private void withoutTime(int number, Clause line) {
        for (Group group : Pairing.groups(line, Pairing.labels(line), style)) {
            found.add(make(
                    number, line, group, null, dayOf(number, line, line.tokens().getFirst()), seriesOf(line, null)));
        }
    }

    private void lengthOfLast(Clause line) {
        Found last = found.getLast();
        if (last.length() == null) {
            found.set(
                    found.size() - 1,
                    last.withLength(line.all(Length.class).findFirst().orElseThrow()));
        }
    }

    private void lengthsByName(int number, Clause clause, @Nullable String lineSeries) {
        List<Label> labels = Pairing.labels(clause);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            int to = i + 1 < labels.size() ? labels.get(i + 1).from() : Integer.MAX_VALUE;
            Group group = new Group(label.from(), label.to(), label.kind(), label.numbers(), label);
            clause.between(label.to(), to).stream()
                    .filter(Length.class::isInstance)
                    .map(Length.class::cast)
                    .findFirst()
                    .ifPresent(length -> facts.add(make(number, clause, group, null, null, seriesOf(clause, lineSeries))
                            .withLength(length)));
        }
    }

    private void label(int number, Clause line) {
        if (!labelFirst && !pendingTimes.isEmpty()) {
            Pending pending = takePending();
            Group group = Pairing.groups(line, Pairing.labels(line), style).stream()
                    .findFirst()
                    .orElse(null);
            add(pending.line(), line, pending.clause(), group, pending.start().moment(), null);
        } else if (line.hasLabels()) {
            pendingLabel = line;
            pendingLine = number;
            pendingFound = -1;
            pendingFresh = true;
        }
    }

    private Pending takePending() {
        Pending first = pendingTimes.removeFirst();
        Moment start = first.start().moment();
        Integer finish = pendingTimes.isEmpty()
                ? null
                : pendingTimes.getFirst().start().moment().start();
        if (finish != null && start.end() == null && finish > start.start() && pendingTimes.size() == 1) {
            pendingTimes.clear();
            return new Pending(
                    first.line(),
                    first.clause(),
                    new Placed(
                            new Moment(start.start(), finish, start.zone(), start.elsewhere()),
                            first.start().time()));
        }
        return first;
    }

    // ---- lines with a time

    private void timed(int number, Clause raw, @Nullable String lineSeries, boolean chained) {
        Clause clause = Times.settle(raw, columns);
        List<Placed> starts = Times.starts(clause, columns);
        if (starts.isEmpty()) {
            aside(number, clause, lineSeries, found.size());
            return;
        }
        loose(number, clause, starts);
        boolean bare = !clause.hasLabels() && clause.words() == 0 && !clause.has(SeriesName.class);
        boolean zoned = !clause.hasLabels()
                && pendingLabel != null
                && clause.words() <= 3
                && starts.stream().allMatch(x -> x.moment().zone() != null);
        if ((bare || zoned) && !chained) {
            alone(number, clause, starts);
            return;
        }
        if (!bare && !chained) {
            pendingTimes.clear();
        }
        boolean tv = broadcast || isBroadcast(clause);
        List<Pair> pairs = Pairing.pair(clause, starts, style);
        List<@Nullable Length> lengths = Sizing.lengths(clause, pairs);
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            Group group = onGrid(clause, pair);
            if (group == null && clause.has(SeriesName.class) && clause.words() <= 2 && pendingLabel != null) {
                group = Pairing.groups(pendingLabel, Pairing.labels(pendingLabel), style)
                        .getFirst();
                Found made = make(
                        number,
                        clause,
                        null,
                        pair.start().moment(),
                        dayOf(number, clause, pair.start().time()),
                        seriesOf(clause, lineSeries));
                found.add(new Found(
                        number,
                        made.text(),
                        Naming.of(pendingLabel, group),
                        group.kind(),
                        group.numbers(),
                        made.series(),
                        made.day(),
                        made.heading(),
                        made.moment(),
                        lengths.get(i),
                        made.status(),
                        tv));
            } else if (group == null
                    && chained
                    && !found.isEmpty()
                    && found.getLast().line() == number) {
                inherit(number, clause, pair.start(), lineSeries);
            } else if (group != null || clause.words() <= PROSE) {
                expandDays(number, clause, new Pair(pair.start(), group), lineSeries, tv, lengths.get(i));
            }
        }
    }

    /** Whatever it is called: a session that sets the grid is qualifying. */
    private static @Nullable Group onGrid(Clause clause, Pair pair) {
        Group group = pair.group();
        int from = pair.start().time().from();
        boolean grid = clause.all(Cue.class)
                .filter(c -> c.is("grid") && c.from() > from)
                .findFirst()
                .isPresent();
        boolean only = clause.all(Time.class)
                .noneMatch(t -> t.from() > from
                        && clause.between(from, t.from()).stream()
                                .noneMatch(c -> c instanceof Cue cue && cue.is("grid")));
        return group == null || !grid || !only || group.kind() != SessionKind.PRACTICE
                ? group
                : new Group(group.from(), group.to(), SessionKind.QUALIFYING, group.numbers(), group.name());
    }

    private void loose(int number, Clause clause, List<Placed> starts) {
        boolean attached = starts.stream()
                .anyMatch(s ->
                        s.moment().zone() != null || !s.moment().elsewhere().isEmpty());
        List<ZoneLabel> all = clause.all(Zone.class).map(Zone::label).toList();
        if (!attached && !all.isEmpty()) {
            zones.put(number, all);
        }
    }

    private void alone(int number, Clause clause, List<Placed> starts) {
        Clause label = pendingLabel;
        if (label != null && (labelFirst || number - pendingLine > 0 && pendingTimes.isEmpty())) {
            Group group = Pairing.groups(label, Pairing.labels(label), style).getFirst();
            for (Placed start : starts) {
                if (pendingFound >= 0
                        && start.moment().zone() != null
                        && Times.differs(found.get(pendingFound).moment(), start.moment())) {
                    found.set(
                            pendingFound,
                            found.get(pendingFound)
                                    .withMoment(
                                            Times.also(found.get(pendingFound).moment(), start.moment())));
                } else {
                    add(number, label, clause, group, start.moment(), null);
                    pendingFound = found.size() - 1;
                }
            }
        } else {
            rememberDay(number, clause);
            starts.forEach(s -> pendingTimes.add(new Pending(number, clause, s)));
        }
    }

    private void inherit(int number, Clause clause, Placed start, @Nullable String lineSeries) {
        Found last = found.getLast();
        String name = Naming.rest(clause);
        DayAt at = dayOf(number, clause, start.time());
        found.add(new Found(
                number,
                last.text(),
                name.isEmpty() ? last.name() : name,
                last.kind(),
                List.of(),
                lineSeries == null ? last.series() : lineSeries,
                at,
                !clause.has(Day.class),
                start.moment(),
                lengthOf(clause, start.time().to(), Integer.MAX_VALUE),
                DraftStatus.SCHEDULED,
                last.broadcast()));
        questions.add(new Question(
                number,
                Subject.KIND,
                "\"" + name + "\" is read as " + last.kind().word() + ", like what stands before it. Is it?"));
    }

    private void expandDays(
            int number, Clause clause, Pair pair, @Nullable String lineSeries, boolean tv, @Nullable Length length) {
        List<Day> days = clause.all(Day.class).toList();
        boolean several = days.size() > 1 && clause.all(Time.class).count() == 1 && areListed(clause, days);
        Group group = pair.group();
        for (int i = 0; i < (several ? days.size() : 1); i++) {
            DayAt at = several
                    ? new DayAt(days.get(i), number, 0, false)
                    : dayOf(number, clause, pair.start().time());
            Group numbered =
                    group != null && several && group.numbers().isEmpty() ? group.withNumbers(List.of(i + 1)) : group;
            Moment moment = pair.start().moment();
            found.add(finished(number, clause, numbered, moment, at, lineSeries, tv, length));
        }
    }

    private static boolean areListed(Clause clause, List<Day> days) {
        String gap = clause.gap(days.getFirst().to(), days.get(1).from());
        return gap.matches("[&+,/]|and|und|et|e|y|en|och");
    }

    private Found finished(
            int number,
            Clause clause,
            @Nullable Group group,
            Moment moment,
            @Nullable DayAt at,
            @Nullable String lineSeries,
            boolean tv,
            @Nullable Length length) {
        Found made = make(number, clause, group, moment, at, seriesOf(clause, lineSeries));
        Found sized = length == null ? made : made.withLength(length);
        return tv
                ? new Found(
                        sized.line(),
                        sized.text(),
                        sized.name(),
                        sized.kind(),
                        sized.numbers(),
                        sized.series(),
                        sized.day(),
                        sized.heading(),
                        sized.moment(),
                        sized.length(),
                        sized.status(),
                        true)
                : sized;
    }

    private void add(
            int number, Clause label, Clause time, @Nullable Group group, Moment moment, @Nullable String lineSeries) {
        rememberDay(number, time);
        DayAt at = label.has(Day.class) ? dayOf(number, label, label.tokens().getFirst()) : day;
        Found made = make(number, label, group, moment, at, seriesOf(label, lineSeries));
        Length length = label.all(Length.class)
                .findFirst()
                .or(() -> time.all(Length.class).findFirst())
                .orElse(null);
        String text = label.text().equals(time.text())
                ? made.text()
                : time.text().original().strip() + " / " + made.text();
        found.add(new Found(
                number,
                text,
                made.name(),
                made.kind(),
                made.numbers(),
                made.series(),
                at,
                made.heading(),
                moment,
                length,
                made.status(),
                broadcast));
    }

    private Found make(
            int number,
            Clause clause,
            @Nullable Group group,
            @Nullable Moment moment,
            @Nullable DayAt at,
            @Nullable String of) {
        String name = group == null ? Naming.rest(clause) : Naming.of(clause, group);
        return new Found(
                number,
                clause.text().original().strip(),
                name,
                group == null ? SessionKind.OTHER : group.kind(),
                group == null ? List.of() : group.numbers(),
                of,
                at,
                !clause.has(Day.class),
                moment,
                null,
                status(clause),
                broadcast);
    }

    private static boolean isBroadcast(Clause clause) {
        int tv = clause.all(Cue.class)
                .filter(c -> c.is("tv"))
                .mapToInt(Token::from)
                .min()
                .orElse(Integer.MAX_VALUE);
        int label = clause.all(Label.class).mapToInt(Token::from).min().orElse(Integer.MAX_VALUE);
        return tv < label;
    }

    // ---- what belongs to a start

    private @Nullable DayAt dayOf(int number, Clause clause, Token start) {
        int cell = Columns.cell(clause, start);
        if (!columns.days().isEmpty()
                && !clause.has(Day.class)
                && columns.days().containsKey(cell)) {
            return new DayAt(columns.days().get(cell), number, 0, false);
        }
        Token before = null;
        Token after = null;
        for (Token token : clause.tokens()) {
            if (token instanceof Day || token instanceof Relative) {
                if (token.from() <= start.from()) {
                    before = token;
                } else if (after == null) {
                    after = token;
                }
            }
        }
        Token nearest = before != null ? before : after;
        if (nearest instanceof Day written) {
            day = new DayAt(written, number, 0, false);
        } else if (nearest instanceof Relative relative && (number != relativeLine || !relative.equals(lastRelative))) {
            DayAt context = day;
            lastRelative = relative;
            relativeLine = number;
            day = new DayAt(
                    context == null ? null : context.day(),
                    number,
                    (context == null ? 0 : context.later()) + relative.days(),
                    true);
        }
        return day;
    }

    private void rememberDay(int number, Clause clause) {
        if (clause.has(Day.class) || clause.has(Relative.class)) {
            DayAt ignored = dayOf(number, clause, clause.tokens().getLast());
            day = ignored;
        }
    }

    private @Nullable String seriesOf(Clause clause, @Nullable String lineSeries) {
        String here =
                clause.all(SeriesName.class).map(SeriesName::name).findFirst().orElse(lineSeries);
        return here != null ? here : series;
    }

    private static @Nullable Length lengthOf(Clause clause, int from, int to) {
        return clause.between(from, to).stream()
                .filter(Length.class::isInstance)
                .map(Length.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static DraftStatus status(Clause clause) {
        if (clause.hasCue("cancelled")) {
            return DraftStatus.CANCELLED;
        }
        boolean open = clause.hasCue("tbc")
                || clause.hasCue("daypart") && !clause.hasTimes()
                || clause.hasCue("postponed") && !clause.hasTimes();
        return open ? DraftStatus.TBC : DraftStatus.SCHEDULED;
    }

    /** A sentence without a time, beside others that have one: "each lasted one hour", or another day. */
    private void aside(int number, Clause clause, @Nullable String lineSeries, int firstOfLine) {
        if (clause.has(Day.class) && !clause.has(Token.Days.class)) {
            rememberDay(number, clause);
        }
        List<ZoneLabel> named = clause.all(Zone.class).map(Zone::label).toList();
        if (!named.isEmpty()) {
            zones.put(number, named);
        }
        Length length = clause.all(Length.class).findFirst().orElse(null);
        if (length != null && clause.hasLabels()) {
            lengthsByName(number, clause, lineSeries);
        } else if (length != null && (clause.hasCue("each") || clause.words() <= 4)) {
            for (int i = firstOfLine; i < found.size(); i++) {
                found.set(i, found.get(i).length() == null ? found.get(i).withLength(length) : found.get(i));
            }
        }
        if (status(clause) != DraftStatus.SCHEDULED && clause.hasLabels() && clause.words() <= PROSE) {
            withoutTime(number, clause);
        }
    }

    static boolean isTimeAlone(Clause clause) {
        return clause.hasTimes()
                && !clause.hasLabels()
                && clause.tokens().stream()
                        .noneMatch(t -> t instanceof Word || t instanceof SeriesName || t instanceof Number);
    }
}
