package dev.pitboard.guide;

import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was to come but is delayed, cancelled or postponed. */
final class Trouble {
    private Trouble() {}

    /** A sentence for each round and session that people may wait for in vain, up to a day after what is on or next. */
    static List<Line> around(List<Series> series, Agenda agenda, Instant now) {
        Instant horizon = horizon(agenda, now).plus(Duration.ofDays(1));
        List<Line> lines = new ArrayList<>();
        for (Weekend weekend : Weekend.of(series)) {
            if (weekend.begins().isAfter(horizon) || weekend.overBy(now)) {
                continue;
            }
            if (!weekend.scheduled()) {
                lines.add(without(weekend.round()));
                continue;
            }
            List<Session> delayed =
                    weekend.delayedAt(now).stream().map(Fixture::session).toList();
            weekend.round().sessions().stream()
                    .filter(s -> !s.status().goesAhead() && (delayed.contains(s) || isNear(s, now, horizon)))
                    .map(Trouble::without)
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Instant horizon(Agenda agenda, Instant now) {
        if (!agenda.onNow().isEmpty()) {
            return now;
        }
        return agenda.undated()
                .map(Weekend::begins)
                .or(() -> agenda.next().stream().findFirst().map(Agenda::startOf))
                .orElse(now);
    }

    private static Line without(Round round) {
        return Line.strongly(round.name())
                .text(" (" + Words.datesOfYear(round.firstDay(), round.lastDay()) + ") is ")
                .strong(Words.status(round.status()))
                .text(".");
    }

    private static Line without(Session session) {
        Line line = Line.strongly(session.name());
        Instant start = session.start();
        if (start != null) {
            line = line.text(", planned for ")
                    .moment(start, MomentStyle.WEEKDAY_DATE_TIME)
                    .text(",");
        }
        return line.text(" is ").strong(Words.status(session.status())).text(".");
    }

    private static boolean isNear(Session session, Instant now, Instant horizon) {
        Instant start = session.start();
        return start == null || (start.isAfter(now.minus(Agenda.ON_AT_MOST)) && start.isBefore(horizon));
    }
}
