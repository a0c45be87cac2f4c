package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Found.Moment;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Notation;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The times of a clause: which are starts, which are ends, lengths, old times, repeats, or the same start in another zone. */
final class Times {
    /** What stands before a length that is only about so long. */
    private static final Pattern ABOUT = Pattern.compile(
            "(?:more than|mehr als|plus de|oltre|mas de|meer dan|mer an|mes de|at most|hochstens|au plus|al massimo|como maximo|hoogstens|hogst)\\s+$");

    /** What stands behind a length that says by how much something was moved. */
    private static final Pattern MOVED = Pattern.compile(
            "\\s*(?:earlier|later|fruher|spater|plus tot|plus tard|prima (?:del|di|rispetto)|piu tardi|antes (?:de|que)|mas tarde|eerder|tidigare|senare)(?!\\p{L}).*");

    private static final int NOON = 12 * 60;
    private static final int FEW = 4;
    private static final int LONGEST_IN_BRACKETS = 6 * 60;

    /** A start and where its time stands. */
    record Placed(Moment moment, Time time) {}

    private Times() {}

    /** Takes out what is no start, and makes lengths and ranges of what is one. */
    static Clause settle(Clause clause, Columns columns) {
        Clause settled = OldTimes.taken(afternoon(clause)
                .without(t -> (t instanceof Length length && isDistance(clause, length)) || isCompared(clause, t)));
        settled = lengths(settled, columns);
        return columns.zones().size() > 1 ? settled : startAndFinish(settled);
    }

    /** "4 in the afternoon". */
    private static Clause afternoon(Clause clause) {
        Clause moved = clause;
        for (Time time : clause.all(Time.class).toList()) {
            int next = clause.tokens().indexOf(time) + 1;
            boolean late = next < clause.tokens().size()
                    && clause.tokens().get(next) instanceof Cue cue
                    && cue.is("daypart.pm")
                    && time.end() == null
                    && time.start() < NOON;
            moved = late
                    ? moved.replace(time, new Time(time.from(), time.to(), time.start() + NOON, null, time.notation()))
                    : moved;
        }
        return moved;
    }

    /** "Ten minutes later than on Saturday" is not about Saturday. */
    private static boolean isCompared(Clause clause, Token token) {
        int at = clause.tokens().indexOf(token);
        return token instanceof Token.Day && at > 0 && clause.tokens().get(at - 1) instanceof Cue cue && cue.is("than");
    }

    /** "30 minutes before sunset" is how far, not how long. */
    private static boolean isDistance(Clause clause, Length length) {
        int next = clause.tokens().indexOf(length) + 1;
        if (ABOUT.matcher(clause.text().folded().substring(0, length.from())).find()
                || MOVED.matcher(clause.text().folded().substring(length.to())).matches()) {
            return true;
        }
        return next < clause.tokens().size()
                && clause.tokens().get(next) instanceof Cue cue
                && (cue.is("after") || cue.is("until"))
                && clause.gap(length.to(), cue.from()).isEmpty()
                && clause.words() > FEW;
    }

    private static Clause lengths(Clause clause, Columns columns) {
        List<Time> times = clause.all(Time.class).toList();
        Clause left = clause;
        for (int i = 1; i < times.size(); i++) {
            Time time = times.get(i);
            Time before = times.get(i - 1);
            Time first = i > 1 ? times.get(i - 2) : before;
            Integer end = before.end();
            int span = end != null ? end - before.start() : before.start() - first.start();
            boolean alone = time.end() == null && zoneOf(clause, time) == null;
            boolean matches = span > 0 && time.start() == span && (end != null || i > 1);
            boolean bracketed = clause.inBrackets(time)
                    && (time.notation() == Notation.HOURS || time.start() < 4 * 60)
                    && time.start() <= LONGEST_IN_BRACKETS;
            boolean column = columns.length()
                    && columns.zones().size() < 2
                    && !clause.has(Length.class)
                    && i == times.size() - 1
                    && time.start() <= LONGEST_IN_BRACKETS
                    && time.start() < times.getFirst().start();
            if (alone && (matches || bracketed || column)) {
                left = left.replace(time, new Length(time.from(), time.to(), List.of(time.start())));
            }
        }
        return columns.length() ? lengthFirst(left) : left;
    }

    /** "1:00 10:20 11:20": the first is as long as the other two are apart. */
    private static Clause lengthFirst(Clause clause) {
        List<Time> times = clause.all(Time.class).toList();
        if (times.size() != 3) {
            return clause;
        }
        Time first = times.getFirst();
        boolean matches = first.end() == null
                && first.start() == times.get(2).start() - times.get(1).start();
        return matches ? clause.replace(first, new Length(first.from(), first.to(), List.of(first.start()))) : clause;
    }

    private static Clause startAndFinish(Clause clause) {
        List<Time> times = clause.all(Time.class).toList();
        Clause left = clause;
        for (int i = 0; i + 1 < times.size(); i++) {
            Time start = times.get(i);
            Time finish = times.get(i + 1);
            String gap = clause.gap(start.to(), finish.from());
            boolean cells = gap.isEmpty() || gap.equals("|");
            if (cells
                    && start.end() == null
                    && finish.end() == null
                    && finish.start() != start.start()
                    && zoneOf(clause, start) == null
                    && zoneOf(clause, finish) == null) {
                left = left.replace(
                                start,
                                new Time(start.from(), finish.to(), start.start(), finish.start(), start.notation()))
                        .without(finish::equals);
                i++;
            }
        }
        return left;
    }

    /** The starts, each with what it is elsewhere. */
    static List<Placed> starts(Clause clause, Columns columns) {
        List<Placed> starts = new ArrayList<>();
        List<Time> times = clause.all(Time.class).toList();
        for (int i = 0; i < times.size(); i++) {
            Time time = times.get(i);
            ZoneLabel zone = zoneOf(clause, time);
            boolean inColumns = columns.zones().size() > 1
                    && times.size() == columns.zones().size();
            ZoneLabel label = zone == null && inColumns ? columns.zones().get(i) : zone;
            Moment moment = new Moment(time.start(), time.end(), label, List.of());
            if (!starts.isEmpty() && isElsewhere(clause, times.get(i - 1), time, label, starts.getLast())) {
                starts.add(elsewhere(starts.removeLast(), new Placed(moment, time)));
            } else {
                starts.add(new Placed(moment, time));
            }
        }
        return starts;
    }

    /** Whether both say in which zone they are, and not in the same one. */
    static boolean differs(@Nullable Moment first, Moment second) {
        return first != null && first.zone() != null && !first.zone().equals(second.zone());
    }

    /** A start with one more zone. */
    static @Nullable Moment also(@Nullable Moment first, Moment second) {
        if (first == null) {
            return second;
        }
        List<Moment> all = new ArrayList<>(first.elsewhere());
        boolean local = second.zone() instanceof ZoneLabel.Local;
        all.add(local ? first.withoutElsewhere() : second);
        Moment main = local ? second : first;
        return new Moment(main.start(), main.end(), main.zone(), List.copyOf(all));
    }

    private static boolean isElsewhere(Clause clause, Time before, Time time, @Nullable ZoneLabel zone, Placed last) {
        ZoneLabel other = last.moment().zone();
        boolean label = clause.between(before.to(), time.from()).stream()
                .anyMatch(t -> t instanceof Label
                        || t instanceof Token.Day
                        || (t instanceof Cue cue && cue.is("and") && other == null));
        return !label && (zone != null && !zone.equals(other));
    }

    private static Placed elsewhere(Placed first, Placed second) {
        boolean local = second.moment().zone() instanceof ZoneLabel.Local;
        Placed main = local ? second : first;
        Placed other = local ? first : second;
        List<Moment> all = new ArrayList<>(first.moment().elsewhere());
        all.add(other.moment());
        return new Placed(
                new Moment(
                        main.moment().start(),
                        main.moment().end(),
                        main.moment().zone(),
                        List.copyOf(all)),
                first.time());
    }

    /** The zone that stands right behind a time, or right in front of it. */
    static @Nullable ZoneLabel zoneOf(Clause clause, Time time) {
        List<Token> tokens = clause.tokens();
        int at = tokens.indexOf(time);
        for (int i = at + 1; i < tokens.size() && i <= at + 2; i++) {
            if (tokens.get(i) instanceof Zone zone) {
                return zone.label();
            }
            if (!(tokens.get(i) instanceof Mark mark) || "([,".indexOf(mark.sign()) < 0) {
                break;
            }
        }
        for (int i = at - 1; i >= 0 && i >= at - 4; i--) {
            if (tokens.get(i) instanceof Zone zone) {
                boolean taken = i > 0 && tokens.get(i - 1) instanceof Time;
                return taken ? null : zone.label();
            }
            if (!(tokens.get(i) instanceof Mark mark) || "):".indexOf(mark.sign()) < 0) {
                break;
            }
        }
        return null;
    }
}
