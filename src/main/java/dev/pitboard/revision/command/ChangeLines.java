package dev.pitboard.revision.command;

import dev.pitboard.card.Block;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.guide.Words;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change in words: what was and what is. Where only the source of a round changed there is nothing to say. */
final class ChangeLines {
    private static final String ARROW = " → ";

    private ChangeLines() {}

    /** The change as an item of a list, with the zone of the circuit from either timetable. */
    static Optional<Block.Row> row(Change change, Timetable before, Timetable after) {
        return switch (change) {
            case Change.OfSeason season -> of("Season", season(season));
            case Change.OfRound round -> of(name(round), round(round.before(), round.after()));
            case Change.OfSession session -> of(name(session), session(session, zone(session, before, after)));
        };
    }

    private static Optional<Block.Row> of(String name, List<Line> details) {
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Row(Line.empty(), Line.strongly(name), details));
    }

    private static @Nullable ZoneId zone(Change.OfSession change, Timetable before, Timetable after) {
        return Stream.of(after, before)
                .flatMap(t -> t.findRound(change.id().roundId()).stream())
                .map(r -> r.circuit().zone())
                .findFirst()
                .orElse(null);
    }

    private static String name(Change.OfSession change) {
        Session session = change.after() == null ? change.before() : change.after();
        return session == null ? change.id().session() : session.name();
    }

    private static String name(Change.OfRound change) {
        Round round = change.after() == null ? change.before() : change.after();
        return round == null ? change.id().round() : round.name();
    }

    private static List<Line> season(Change.OfSeason change) {
        if (change.before() == null || change.after() == null) {
            return List.of(Line.of(change.before() == null ? "new" : "gone"));
        }
        return List.of(Line.of("entries, champions, notes or source"));
    }

    private static List<Line> round(@Nullable Round before, @Nullable Round after) {
        if (before == null || after == null) {
            Round one = before == null ? after : before;
            return one == null
                    ? List.of()
                    : List.of(Line.of(
                            (before == null ? "new: " : "gone: ") + Words.dates(one.firstDay(), one.lastDay())));
        }
        List<Line> lines = new ArrayList<>();
        String then = Words.dates(before.firstDay(), before.lastDay());
        String now = Words.dates(after.firstDay(), after.lastDay());
        if (!then.equals(now)) {
            lines.add(Line.of("Dates " + then + ARROW + now));
        }
        if (!before.circuit().id().equals(after.circuit().id())) {
            lines.add(Line.of(before.circuit().name() + ARROW + after.circuit().name()));
        }
        if (before.status() != after.status()) {
            lines.add(Line.of("It was " + Words.status(before.status()) + " and is ")
                    .strong(Words.status(after.status())));
        }
        boolean facts = !Objects.equals(before.number(), after.number())
                || !before.name().equals(after.name())
                || !Objects.equals(before.gridSize(), after.gridSize())
                || !before.results().equals(after.results())
                || !before.notes().equals(after.notes());
        if (facts) {
            lines.add(Line.of("name, number, grid, results or notes"));
        }
        return lines;
    }

    private static List<Line> session(Change.OfSession change, @Nullable ZoneId zone) {
        Session before = change.before();
        Session after = change.after();
        if (before == null || after == null) {
            Session one = before == null ? after : before;
            return one == null
                    ? List.of()
                    : List.of(Line.of(before == null ? "new: " : "gone: ").then(when(one.time())));
        }
        List<Line> lines = new ArrayList<>();
        time(before.time(), after.time(), zone, lines);
        if (before.status() != after.status()) {
            lines.add(Line.of("It was " + Words.status(before.status()) + " and is ")
                    .strong(Words.status(after.status())));
            if (before.time().equals(after.time()) && after.status().goesAhead()) {
                lines.add(Line.of("At ").then(when(after.time())).then(track(after.time(), zone)));
            }
        }
        after.notes().stream().filter(n -> !before.notes().contains(n)).forEach(n -> lines.add(Line.of("Note: " + n)));
        before.notes().stream()
                .filter(n -> !after.notes().contains(n))
                .forEach(n -> lines.add(Line.of("Without the note: " + n)));
        if (!before.name().equals(after.name())) {
            lines.add(Line.of(before.name() + ARROW + after.name()));
        }
        if (lines.isEmpty()) {
            lines.add(Line.of("kind, parts or links"));
        }
        return lines;
    }

    /** The reader's times, then those at the track. */
    private static void time(SessionTime before, SessionTime after, @Nullable ZoneId zone, List<Line> lines) {
        if (before.equals(after)) {
            return;
        }
        boolean sameStart = before instanceof SessionTime.Exact(Instant then, var _)
                && after instanceof SessionTime.Exact(Instant now, var _)
                && then.equals(now);
        if (sameStart) {
            lines.add(Line.of("Length " + length(before) + ARROW + length(after)));
            return;
        }
        lines.add(when(before).text(ARROW).then(when(after)));
        if (zone != null && before instanceof SessionTime.Exact old && after instanceof SessionTime.Exact moved) {
            boolean sameDay = LocalDate.ofInstant(old.start(), zone).equals(LocalDate.ofInstant(moved.start(), zone));
            lines.add(Line.of("At the track ")
                    .trackTime(old.start(), zone, MomentStyle.WEEKDAY_DATE_TIME)
                    .text(ARROW)
                    .trackTime(moved.start(), zone, sameDay ? MomentStyle.TIME : MomentStyle.WEEKDAY_DATE_TIME));
        } else {
            Line track = track(after, zone);
            if (!track.isEmpty()) {
                lines.add(Line.of("Now").then(track));
            }
        }
    }

    private static String length(SessionTime time) {
        return time instanceof SessionTime.Exact(var _, var length) && length != null
                ? Words.length(length)
                : "not published";
    }

    private static Line when(SessionTime time) {
        return switch (time) {
            case SessionTime.Exact exact -> Line.empty().moment(exact.start(), MomentStyle.WEEKDAY_DATE_TIME);
            case SessionTime.DateOnly(LocalDate date) -> Line.of(Words.dates(date, date) + ", time not known");
            case SessionTime.ToBeConfirmed _ -> Line.of("time not known");
        };
    }

    private static Line track(SessionTime time, @Nullable ZoneId zone) {
        return zone != null && time instanceof SessionTime.Exact exact
                ? Line.of(", ")
                        .trackTime(exact.start(), zone, MomentStyle.WEEKDAY_DATE_TIME)
                        .text(" at the track")
                : Line.empty();
    }
}
