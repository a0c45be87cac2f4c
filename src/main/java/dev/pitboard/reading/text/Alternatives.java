package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Zone;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "18:30 / 03:30" under "local time / Italian time", or "18:30 (16:30)" under "local (GMT)", is one start in two zones and no range. */
final class Alternatives {
    private static final int DAY = 1440;
    private static final int LONG = 120;
    private static final int HALF_HOUR = 30;
    private static final int NEAR = 3;

    private Alternatives() {}

    /** @param pair the two zones of the heading, or none */
    static Clause split(Clause clause, List<ZoneLabel> pair) {
        Clause own = withoutDaysElsewhere(clause);
        if (pair.size() != 2) {
            return own;
        }
        List<Token> tokens = new ArrayList<>();
        for (Token token : own.tokens()) {
            int slash = clause.text().folded().indexOf('/', token.from());
            Integer end = token instanceof Time time ? time.end() : null;
            if (token instanceof Time time
                    && end != null
                    && slash >= 0
                    && slash < token.to()
                    && inTwoZones(time.start(), end, pair)) {
                tokens.add(new Time(time.from(), slash, time.start(), null, time.notation()));
                tokens.add(new Zone(slash, slash, pair.getFirst()));
                tokens.add(new Time(slash + 1, time.to(), end, null, time.notation()));
                tokens.add(new Zone(time.to(), time.to(), pair.getLast()));
            } else {
                tokens.add(token);
            }
        }
        return sideBySide(new Clause(clause.text(), List.copyOf(tokens)), pair);
    }

    /** "15:15 to 16:45 / 09:15 to 10:45" and "09:55 (07:55)": each second time is the one before it in the second zone. */
    private static Clause sideBySide(Clause clause, List<ZoneLabel> pair) {
        List<Time> times = clause.all(Time.class).toList();
        Clause left = clause;
        for (int i = 0; i + 1 < times.size(); i++) {
            Time first = times.get(i);
            Time second = times.get(i + 1);
            boolean beside = clause.gap(first.to(), second.from()).matches("[(/|]")
                    && Times.zoneOf(left, first) == null
                    && Times.zoneOf(left, second) == null;
            if (beside && areOne(first, second, pair)) {
                left = behind(behind(left, first, pair.getFirst()), second, pair.getLast());
                i++;
            }
        }
        return left;
    }

    private static boolean areOne(Time first, Time second, List<ZoneLabel> pair) {
        Integer end = first.end();
        Integer other = second.end();
        if (end != null && other != null && other - second.start() != end - first.start()) {
            return false;
        }
        Integer here = offset(pair.getFirst());
        Integer there = offset(pair.getLast());
        int apart = Math.floorMod(second.start() - first.start(), DAY);
        if (here == null || there == null) {
            return apart != 0 && apart % HALF_HOUR == 0;
        }
        return apart == Math.floorMod(there - here, DAY);
    }

    private static Clause behind(Clause clause, Time time, ZoneLabel zone) {
        List<Token> tokens = new ArrayList<>(clause.tokens());
        tokens.add(tokens.indexOf(time) + 1, new Zone(time.to(), time.to(), zone));
        return new Clause(clause.text(), List.copyOf(tokens));
    }

    /** "12:30 local / 21:30 ET (Thu)", "12:30 local / Thu 21:30 ET": the weekday is that of the second zone, and not the day of the session. */
    private static Clause withoutDaysElsewhere(Clause clause) {
        return clause.without(t -> t instanceof Day day && day.day() == null && isElsewhere(clause, day));
    }

    private static boolean isElsewhere(Clause clause, Day day) {
        List<Token> before =
                clause.tokens().subList(0, clause.tokens().indexOf(day)).reversed();
        List<Token> ofOne =
                before.stream().takeWhile(t -> !(t instanceof Label)).toList();
        long zones = ofOne.stream().filter(Zone.class::isInstance).count();
        Token last = before.isEmpty() ? null : before.getFirst();
        boolean sign = last instanceof Mark mark && "(,/|".indexOf(mark.sign()) >= 0;
        Token near = sign && before.size() > 1 ? before.get(1) : last;
        if (!(near instanceof Zone) && !(near instanceof Time)) {
            return false;
        }
        boolean behindSecond = zones > 1 && near instanceof Zone;
        boolean beforeSecond = zones > 0
                && last instanceof Mark mark
                && mark.sign() == '/'
                && clause.tokens().stream()
                        .skip(clause.tokens().indexOf(day) + 1L)
                        .limit(NEAR)
                        .anyMatch(Zone.class::isInstance);
        return behindSecond || beforeSecond;
    }

    /** Whether the difference is that of the zones, or, where one of them is not known, too long for a session or the wrong way. */
    private static boolean inTwoZones(int start, int end, List<ZoneLabel> pair) {
        Integer first = offset(pair.getFirst());
        Integer second = offset(pair.getLast());
        if (first == null || second == null) {
            return end < start || end - start >= LONG;
        }
        return Math.floorMod(second - first, DAY) == Math.floorMod(end - start, DAY);
    }

    /** Minutes from UTC in summer, when two zones can be told apart as well as in winter; null for local time. */
    private static @Nullable Integer offset(ZoneLabel label) {
        LocalDateTime summer = LocalDateTime.of(2024, 7, 1, 12, 0);
        return switch (label) {
            case ZoneLabel.Local _ -> null;
            case ZoneLabel.Fixed fixed -> fixed.offset().getTotalSeconds() / 60;
            case ZoneLabel.Iana iana -> iana.zone().getRules().getOffset(summer).getTotalSeconds() / 60;
            case ZoneLabel.Named named -> named.offset(summer).getTotalSeconds() / 60;
        };
    }
}
