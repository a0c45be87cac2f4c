package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.DayAt;
import dev.pitboard.reading.text.Found.Title;
import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Pairing.Pair;
import dev.pitboard.reading.text.Times.Placed;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Zone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clauses with a time: each start becomes a session, or an item of another kind. */
final class Items {
    private static final int SHORTEST_SENTENCE = 4;

    private final Reading reading;
    private final Cells cells;
    private final Style style;
    private final Topic topic;
    private final Unnamed unnamed;

    Items(Reading reading, Cells cells, Style style, Topic topic) {
        this.topic = topic;
        unnamed = new Unnamed(reading, cells);
        this.reading = reading;
        this.cells = cells;
        this.style = style;
    }

    /**
     * Reads a clause that was settled.
     *
     * @param chained whether another clause with a time stands before it on the line
     */
    void read(int number, Clause clause, List<Placed> starts, @Nullable String lineSeries, boolean chained) {
        loose(number, clause, starts);
        Label start = chained ? null : unnamed.bareStart(clause, starts);
        if (start != null) {
            reading.ask(number, Subject.KIND, "\"" + clause.written(start) + "\" is read as race. Is it?");
            read(
                    number,
                    clause,
                    new Pair(starts.getFirst(), Group.of(start)),
                    null,
                    lineSeries,
                    reading.broadcast,
                    false);
            return;
        }
        if (!chained && isTimesOnly(clause, starts)) {
            cells.times(number, clause, starts);
            return;
        }
        if (!chained) {
            cells.leave();
        }
        if (clause.hasCue("past")) {
            return;
        }
        List<Pair> pairs = topic.named(number, clause, Pairing.pair(clause, starts, style));
        List<@Nullable Length> lengths = new ArrayList<>(Sizing.lengths(clause, pairs));
        sameLength(clause, pairs, lengths);
        List<DraftStatus> fates = Fates.of(clause, pairs);
        topic.leave(clause, pairs);
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = new Pair(pairs.get(i).start(), shown(clause, onGrid(clause, pairs.get(i))));
            int first = reading.found.size();
            boolean tv = reading.broadcast
                    || OnAir.isBroadcast(clause)
                    || OnAir.isOnAir(clause, pair.start().time())
                    || OnAir.isTransmission(
                            clause, pairs.get(i).group(), pair.start().time());
            read(
                    number,
                    clause,
                    chained ? pair : unnamed.named(number, clause, pair, lengths.get(i)),
                    lengths.get(i),
                    lineSeries,
                    tv,
                    chained);
            for (int made = first; made < reading.found.size(); made++) {
                reading.found.set(made, reading.found.get(made).withStatus(fates.get(i)));
            }
        }
    }

    /** "A second session of the same length". */
    private static void sameLength(Clause clause, List<Pair> pairs, List<@Nullable Length> lengths) {
        for (Cue cue : clause.all(Cue.class).filter(c -> c.is("same.length")).toList()) {
            for (int i = 1; i < pairs.size(); i++) {
                int from = pairs.get(i - 1).start().time().to();
                int to = i + 1 < pairs.size() ? pairs.get(i + 1).start().time().from() : Integer.MAX_VALUE;
                if (lengths.get(i) == null && cue.from() >= from && cue.to() <= to) {
                    lengths.set(i, lengths.get(i - 1));
                }
            }
        }
    }

    private void read(
            int number,
            Clause clause,
            Pair pair,
            @Nullable Length length,
            @Nullable String lineSeries,
            boolean tv,
            boolean chained) {
        Group section = cells.sectionClause() == null ? null : cells.section();
        boolean ofLast =
                chained && !reading.found.isEmpty() && reading.found.getLast().line() == number && !clause.hasCue("tv");
        if (pair.group() == null && section != null && clause.has(SeriesName.class) && clause.words() <= 2) {
            Clause heading = cells.sectionClause();
            String name = heading == null ? "" : Naming.of(heading, section);
            Found made = made(number, clause, pair, lineSeries, length);
            reading.found.add(made.withLabel(new Title(name, section.kind(), section.numbers())));
        } else if (section != null && !tv && (isListed(clause, pair) || isToldBelow(clause, pair, chained))) {
            listed(number, clause, pair, length, lineSeries, section);
        } else if (pair.group() == null
                && ofLast
                && (clause.words() <= Topic.MOST_INHERITING || clause.has(SeriesName.class))) {
            if (!tv) {
                inherit(number, clause, pair, length, lineSeries);
            }
        } else if (pair.group() != null || clause.words() <= Reading.PROSE) {
            onEachDay(number, clause, pair, lineSeries, tv, length);
        }
    }

    /** A line below "Qualifying:" that has no name of a session of its own. */
    private boolean isListed(Clause clause, Pair pair) {
        Group group = pair.group();
        List<Token> tokens =
                clause.tokens().stream().filter(t -> !(t instanceof Token.Mark)).toList();
        boolean line = tokens.getFirst() instanceof Time || tokens.getLast() instanceof Time;
        return line
                && cells.isListing()
                && clause.words() <= Reading.PROSE
                && (group == null || (group.name().weak() && group.numbers().isEmpty()));
    }

    private void listed(
            int number, Clause clause, Pair pair, @Nullable Length length, @Nullable String lineSeries, Group section) {
        Found made = made(number, clause, new Pair(pair.start(), null), lineSeries, length);
        Clause heading = cells.sectionClause();
        boolean told = heading != null && cells.isHeadingAbove() && clause.words() >= SHORTEST_SENTENCE;
        int before =
                (int) reading.found.stream().filter(f -> f.line() == number).count();
        List<Integer> numbers = clause.all(Time.class).count() > 1 ? List.of(before + 1) : section.numbers();
        String name = told && heading != null ? Naming.of(heading, section.withNumbers(numbers)) : made.name();
        reading.found.add(made.withLabel(new Title(name, section.kind(), numbers)));
        reading.ask(
                number,
                Subject.KIND,
                "\"" + name + "\" is read as " + section.kind().word() + ", like the heading above. Is it?");
    }

    /** A sentence right below a heading that names a session, and with no name of its own. */
    private boolean isToldBelow(Clause clause, Pair pair, boolean chained) {
        return pair.group() == null
                && !chained
                && cells.isHeadingAbove()
                && !clause.hasLabels()
                && clause.words() >= SHORTEST_SENTENCE;
    }

    private boolean isTimesOnly(Clause clause, List<Placed> starts) {
        if (OnAir.isBroadcast(clause)) {
            return false;
        }
        boolean bare = !clause.hasLabels() && clause.words() == 0 && !clause.has(SeriesName.class);
        boolean zoned = !clause.hasLabels()
                && cells.section() != null
                && clause.words() <= 3
                && starts.stream().allMatch(s -> s.moment().zone() != null);
        return bare || zoned;
    }

    /** A zone in the clause that is beside none of its times. */
    private void loose(int number, Clause clause, List<Placed> starts) {
        boolean attached = starts.stream()
                .anyMatch(s ->
                        s.moment().zone() != null || !s.moment().elsewhere().isEmpty());
        List<ZoneLabel> all = clause.all(Zone.class).map(Zone::label).toList();
        if (!attached && !all.isEmpty()) {
            reading.zones.put(number, all);
        }
    }

    /** Whatever it is called: a session that sets the grid is qualifying. */
    private static @Nullable Group onGrid(Clause clause, Pair pair) {
        Group group = pair.group();
        if (group == null || group.kind() != SessionKind.PRACTICE) {
            return group;
        }
        int from = pair.start().time().to();
        int next = clause.all(Time.class)
                .mapToInt(Token::from)
                .filter(f -> f >= from)
                .min()
                .orElse(Integer.MAX_VALUE);
        boolean grid = clause.between(from, next).stream().anyMatch(t -> t instanceof Cue cue && cue.is("grid"));
        return grid
                ? new Group(group.from(), group.to(), SessionKind.QUALIFYING, group.numbers(), group.name())
                : group;
    }

    /** "Practice One build-up", "Race replay": about a session, and none. */
    private static @Nullable Group shown(Clause clause, @Nullable Group group) {
        if (group == null || group.kind() == SessionKind.TEST) {
            return group;
        }
        int end = group.to();
        boolean show = clause.all(Cue.class)
                .filter(c -> c.is("show") || c.is("repeat"))
                .anyMatch(c -> clause.gap(end, c.from()).matches("[(:,-]?")
                        && c.from() >= end
                        && !OldTimes.hasOwnTime(clause, c));
        return show ? new Group(group.from(), group.to(), SessionKind.OTHER, List.of(), group.name()) : group;
    }

    /** "…; Bronze category at 8:45": named by what is said of it, and of the kind of what stands before it. */
    private void inherit(int number, Clause clause, Pair pair, @Nullable Length length, @Nullable String lineSeries) {
        Found last = reading.found.getLast();
        Found made = made(number, clause, pair, lineSeries == null ? last.series() : lineSeries, length);
        String name = made.name().isEmpty() ? last.name() : made.name();
        Found named = made.withLabel(new Title(name, last.kind(), List.of()));
        reading.found.add(last.broadcast() ? named.onAir() : named);
        if (!last.broadcast() && last.kind() != SessionKind.OTHER) {
            String kind = last.kind().word();
            reading.ask(
                    number,
                    Subject.KIND,
                    "\"" + name + "\" is read as " + kind + ", like what stands before it. Is it?");
        }
    }

    private Found made(int number, Clause clause, Pair pair, @Nullable String lineSeries, @Nullable Length length) {
        Found made = foreign(number, clause, pair, reading.make(number, clause, pair.group(), lineSeries));
        DayAt day = reading.dayOf(number, clause, pair.start().time());
        return made.withDay(day, made.heading())
                .withMoment(pair.start().moment())
                .withLength(length);
    }

    /** A name that stands in a cell before one session only may be another series; it is not taken for the one of the heading. */
    private Found foreign(int number, Clause clause, Pair pair, Found made) {
        SeriesName other = pair.group() == null ? null : NewSeries.before(clause);
        if (other == null
                || made.kind() == SessionKind.OTHER
                || clause.all(Time.class).count() > 1) {
            return made;
        }
        reading.ask(number, Subject.SERIES, "Is \"" + other.name() + "\" a series of its own?");
        Title title = new Title(other.name() + " " + made.name(), made.kind(), made.numbers());
        return made.withLabel(title).withoutSeries();
    }

    /** "On Saturday and Sunday at 13:00" is a session on each of them. */
    private void onEachDay(
            int number, Clause clause, Pair pair, @Nullable String lineSeries, boolean tv, @Nullable Length length) {
        List<Day> days = clause.all(Day.class).toList();
        boolean several = days.size() > 1 && clause.all(Time.class).count() == 1 && areListed(clause, days);
        Group group = pair.group();
        for (int i = 0; i < (several ? days.size() : 1); i++) {
            boolean unnumbered = group != null && several && group.numbers().isEmpty();
            Pair one = new Pair(pair.start(), group != null && unnumbered ? group.withNumbers(List.of(i + 1)) : group);
            Found made = made(number, clause, one, lineSeries, length);
            Found dated = several ? made.withDay(new DayAt(days.get(i), number, 0, false), false) : made;
            reading.found.add(tv ? dated.onAir() : dated);
        }
    }

    private static boolean areListed(Clause clause, List<Day> days) {
        for (int i = 1; i < days.size(); i++) {
            if (!clause.gap(days.get(i - 1).to(), days.get(i).from()).matches("[&+,/]|and|und|et|e|y|en|och|i")) {
                return false;
            }
        }
        return true;
    }
}
