package dev.pitboard.revision.command;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Signature;
import dev.pitboard.guide.SeriesFinder;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.Revision;
import dev.pitboard.revision.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /history}: who changed the timetable, when, why and what, newest first. */
final class History {
    private static final int SHOWN = 20;
    private static final int CHANGES = 3;
    private static final int BUTTONS = 3;

    static final Signature SIGNATURE = Wording.signature(
            "history", "Who changed the timetable, when, why and what", SeriesFinder.searchParameter());

    private final Supplier<Timetable> timetables;
    private final Revisions revisions;

    History(Supplier<Timetable> timetables, Revisions revisions) {
        this.timetables = timetables;
        this.revisions = revisions;
    }

    Card of(Series series) {
        Timetable today = timetables.get();
        List<Revision> found = revisions.history(series.id(), SHOWN + 1);
        if (found.isEmpty()) {
            return Card.titled(Tone.INFO, "No change of the " + series.name() + " yet")
                    .build();
        }
        List<Revision> shown = found.subList(0, Math.min(SHOWN, found.size()));
        Card.Builder card = Card.titled(Tone.INFO, "Changes of the " + series.name())
                .rows(shown.stream().map(r -> row(r, today)).toList());
        if (found.size() > shown.size()) {
            card.quiet("These are the newest " + SHOWN + "; older ones are kept too.");
        }
        shown.stream()
                .filter(r -> !bringsTheSeason(r))
                .limit(BUTTONS)
                .forEach(r -> card.run("Undo " + r.number(), "undo number=" + r.number()));
        return card.build();
    }

    /** Nobody takes back a whole season by a slip of the finger. */
    private static boolean bringsTheSeason(Revision revision) {
        return revision.changes().stream()
                .anyMatch(c -> c instanceof Change.OfSeason(var before, var _) && before == null);
    }

    private static Block.Row row(Revision revision, Timetable today) {
        List<Line> details = new ArrayList<>();
        details.add(Line.empty()
                .moment(revision.at(), MomentStyle.WEEKDAY_DATE_TIME)
                .text(" · " + Wording.who(revision.who())));
        List<Block.Row> changes = revision.changes().stream()
                .flatMap(c -> ChangeLines.row(c, today, today).stream())
                .toList();
        if (changes.size() <= CHANGES) {
            changes.forEach(c ->
                    c.details().forEach(d -> details.add(c.main().text(": ").then(d))));
        } else {
            details.add(Line.of(counts(revision)));
        }
        return new Block.Row(Line.of(String.valueOf(revision.number())), Line.strongly(revision.why()), details);
    }

    private static String counts(Revision revision) {
        long rounds = revision.changes().stream()
                .filter(Change.OfRound.class::isInstance)
                .count();
        long sessions = revision.changes().stream()
                .filter(Change.OfSession.class::isInstance)
                .count();
        return Stream.of(Wording.counted(rounds, "round"), Wording.counted(sessions, "session"))
                        .filter(text -> !text.startsWith("0 "))
                        .collect(Collectors.joining(" and "))
                + " of " + revision.year();
    }
}
