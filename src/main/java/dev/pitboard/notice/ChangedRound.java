package dev.pitboard.notice;

import dev.pitboard.card.Block;
import dev.pitboard.card.Line;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.News;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A round that changed.
 *
 * @param before as it was before the change, or null where it was not there
 * @param after as it was right after it
 * @param today as it is today
 */
record ChangedRound(
        RoundId round,
        String series,
        @Nullable Round before,
        @Nullable Round after,
        @Nullable Round today,
        @Nullable Fixture fixture)
        implements Subject {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    static ChangedRound of(RoundId id, List<Change> changes, Timetable timetable) {
        Change.OfRound change = change(id, changes).orElse(null);
        Round today = timetable.findRound(id).orElse(null);
        Fixture first = timetable.fixtures().stream()
                .filter(f -> f.round().id().equals(id))
                .findFirst()
                .orElse(null);
        return new ChangedRound(
                id,
                Subject.series(timetable, id.series()),
                change == null ? today : change.before(),
                change == null ? today : change.after(),
                today,
                first);
    }

    /** What of the changes is about that round itself. */
    static Optional<Change.OfRound> change(RoundId id, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.OfRound round && round.id().equals(id)) {
                return Optional.of(round);
            }
        }
        return Optional.empty();
    }

    @Override
    public String id() {
        return round.toString();
    }

    @Override
    public Instant order() {
        Round known = known();
        return known == null
                ? Instant.MAX
                : known.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private @Nullable Round known() {
        return today != null ? today : before;
    }

    @Override
    public boolean isBackAgain() {
        return says(before).equals(says(today));
    }

    @Override
    public News news() {
        Round known = known();
        return new News(known == null ? round.round() : known.name(), series, Line.of(what()));
    }

    private String what() {
        if (today == null || !today.status().goesAhead()) {
            return status(today);
        }
        if (before == null) {
            return "new: " + days(today);
        }
        if (!before.status().goesAhead()) {
            return "goes ahead, " + days(today);
        }
        List<String> parts = new ArrayList<>();
        if (!days(before).equals(days(today))) {
            parts.add("now " + days(today) + " instead of " + days(before));
        }
        if (!before.circuit().id().equals(today.circuit().id())) {
            parts.add("now at " + today.circuit().name() + " instead of "
                    + before.circuit().name());
        }
        return parts.isEmpty() ? "after all " + days(today) : String.join(", ", parts);
    }

    private static String status(@Nullable Round round) {
        Status status = round == null ? null : round.status();
        return switch (status) {
            case null -> "no longer on the timetable";
            case CANCELLED -> "cancelled";
            case POSTPONED -> "postponed, no new date yet";
            case DELAYED -> "delayed, no new time yet";
            case SCHEDULED, TENTATIVE -> "goes ahead";
        };
    }

    private static String days(Round round) {
        LocalDate first = round.firstDay();
        LocalDate last = round.lastDay();
        if (first.equals(last)) {
            return DAY.format(first);
        }
        boolean sameMonth = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
        return (sameMonth ? String.valueOf(first.getDayOfMonth()) : DAY.format(first))
                + (sameMonth ? "–" : " – ")
                + DAY.format(last);
    }

    /** All that a notice says of it. */
    private static String says(@Nullable Round round) {
        return round == null || !round.status().goesAhead()
                ? status(round)
                : days(round) + ", " + round.circuit().name();
    }

    @Override
    public List<Block.Fact> facts() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("Now", Line.of(says(today))));
        facts.add(new Block.Fact("Before", Line.of(says(before))));
        if (!says(after).equals(says(today))) {
            facts.add(new Block.Fact("In between", Line.of(says(after))));
        }
        if (today != null) {
            today.notes().forEach(n -> facts.add(new Block.Fact("Note", Line.of(n))));
        }
        return facts;
    }

    @Override
    public Block.Row row() {
        News news = news();
        List<Line> details = new ArrayList<>();
        details.add(Line.of("before: " + says(before)));
        if (!says(after).equals(says(today))) {
            details.add(Line.of("changed again since: was to be " + says(after)));
        }
        return new Block.Row(Line.of(says(today)), Line.strongly(news.name()).text(" · " + series), details);
    }
}
