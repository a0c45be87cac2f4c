package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Time;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "From Saturday at 15:00 to Sunday at 15:00" is one race, and "17 races between Saturday, 10:00, and Sunday, 18:15" is none. */
final class Spans {
    private static final int DAY = 1440;
    private static final int LONGEST = 25 * 60;
    private static final Set<String> OPENING = Set.of("du", "da", "dal", "del", "desde el", "vom", "de");
    private static final Set<String> JOINT = Set.of("au", "al", "jusqu'au", "fino a", "hasta el", "bis zum");

    /**
     * A time on one day and another on a later one.
     *
     * @param opened whether a word such as "from" stands before it
     */
    private record Span(Day from, Time first, Day to, Time last, boolean opened, boolean between) {
        int minutes() {
            DayOfWeek begin = from.weekday();
            DayOfWeek end = to.weekday();
            Integer one = from.day();
            Integer two = to.day();
            int days = begin != null && end != null
                    ? Math.floorMod(end.getValue() - begin.getValue(), 7)
                    : one != null && two != null ? two - one : 0;
            return days * DAY + last.start() - first.start();
        }
    }

    private Spans() {}

    /** Makes one range of what ends on another day, or takes it out where it is too long for a race. */
    static Clause join(Clause clause) {
        Clause left = clause;
        for (Day from : clause.all(Day.class).toList()) {
            Span span = span(clause, from);
            if (span == null || span.minutes() < DAY / 2) {
                continue;
            }
            Time first = span.first();
            boolean one = isRace(clause) && !span.between() && span.minutes() <= LONGEST;
            if (one) {
                Time whole = new Time(
                        first.from(), first.to(), first.start(), first.start() + span.minutes(), first.notation());
                left = without(left, span).replace(first, whole);
            } else if (span.opened()) {
                left = without(left, span).without(first::equals);
            }
        }
        return left;
    }

    private static Clause without(Clause clause, Span span) {
        return clause.without(span.last()::equals).without(span.to()::equals);
    }

    private static boolean isRace(Clause clause) {
        return clause.hasLabels()
                && clause.all(Label.class)
                        .filter(l -> l.kind() != SessionKind.OTHER)
                        .allMatch(l -> l.kind() == SessionKind.RACE);
    }

    /** Day, time, "to" or "and", day, time; small words and commas may stand between. */
    private static @Nullable Span span(Clause clause, Day from) {
        int at = clause.tokens().indexOf(from);
        List<Token> before =
                clause.tokens().subList(0, at).reversed().stream().limit(2).toList();
        boolean between = before.stream().anyMatch(t -> isCue(t, "between"));
        boolean opened = between
                || before.stream().anyMatch(t -> isCue(t, "from"))
                || (!before.isEmpty() && OPENING.contains(folded(clause, before.getFirst())));
        List<Token> rest = clause.tokens().subList(at + 1, clause.tokens().size()).stream()
                .filter(t -> !(t instanceof Mark mark && mark.sign() == ',') && !isCue(t, "at"))
                .limit(4)
                .toList();
        boolean fits = rest.size() == 4
                && (isJoint(clause, rest.get(1)) || (isCue(rest.get(1), "and") && between))
                && rest.get(0) instanceof Time first
                && first.end() == null
                && rest.get(3) instanceof Time last
                && last.end() == null;
        return fits
                        && rest.get(0) instanceof Time first
                        && rest.get(2) instanceof Day to
                        && rest.get(3) instanceof Time last
                ? new Span(from, first, to, last, opened, between)
                : null;
    }

    private static boolean isJoint(Clause clause, Token token) {
        return isCue(token, "to")
                || isCue(token, "until")
                || (token instanceof Mark mark && mark.sign() == '-')
                || JOINT.contains(folded(clause, token));
    }

    private static String folded(Clause clause, Token token) {
        return clause.text().folded().substring(token.from(), token.to());
    }

    private static boolean isCue(Token token, String key) {
        return token instanceof Cue cue && cue.is(key);
    }
}
