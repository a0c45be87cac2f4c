package dev.pitboard.revision.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.card.MomentText;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import dev.pitboard.guide.Weekend;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which session a command is about, as people write it: {@code race-1}, {@code R1}, {@code gt4 q1}; what is on or next first. */
final class SessionFinder {
    private static final int SUGGESTED = 5;
    private static final int LONGEST = 100;

    private final List<Series> series;
    private final Instant now;

    /** @param series where to look */
    SessionFinder(List<Series> series, Instant now) {
        this.series = List.copyOf(series);
        this.now = now;
    }

    /**
     * The session that is meant.
     *
     * @param again from a session's id to the command line that says it, for the buttons
     * @throws UserError when none or several fit
     */
    Fixture find(String typed, UnaryOperator<String> again) {
        List<Fixture> found = fitting(typed);
        if (found.size() == 1) {
            return found.getFirst();
        }
        String shown = "“" + Suggestions.shortened(typed) + "”";
        if (found.isEmpty()) {
            List<Fixture> near = Suggestions.like(typed, nearFirst(), SessionNames::of, SUGGESTED);
            throw new UserError(
                    Line.of("I don't know a session called " + shown + ". "
                            + (near.isEmpty() ? "Say it like race-1, q1 or fp2." : "Which one do you mean?")),
                    buttons(near.isEmpty() ? nearFirst() : near, again));
        }
        throw new UserError(
                Line.of("Several sessions fit " + shown + ". Which one do you mean?"), buttons(found, again));
    }

    /** The one session that the text names fully, for telling it from what is typed after it. */
    Optional<Fixture> exactly(String typed) {
        List<Fixture> found = fitting(typed, SessionNames.Fit.WITH_ROUND);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Suggestions while typing, what is ahead at the weekend that is on or next first. */
    List<Choice> complete(String typed) {
        List<Fixture> fitting = typed.isBlank()
                ? nearFirst()
                : nearFirst().stream()
                        .filter(f -> SessionNames.fit(typed, f) != SessionNames.Fit.NOT || begins(typed, label(f)))
                        .toList();
        return fitting.stream()
                .map(f -> new Choice(label(f), f.session().id().toString()))
                .filter(c -> c.value().length() <= LONGEST)
                .toList();
    }

    /** Whether each typed word begins a word of the label. */
    private static boolean begins(String typed, String label) {
        List<String> words = List.of(Suggestions.folded(label).split(" ", -1));
        return Arrays.stream(Suggestions.folded(typed).split(" ", -1))
                .allMatch(t -> words.stream().anyMatch(w -> w.startsWith(t)));
    }

    private List<Fixture> fitting(String typed) {
        List<Fixture> exact = fitting(typed, SessionNames.Fit.WITH_ROUND);
        return exact.isEmpty() ? fitting(typed, SessionNames.Fit.BEGINNING) : exact;
    }

    /** Those of the nearest weekends where anything fits at least so well, and of them those that fit best. */
    private List<Fixture> fitting(String typed, SessionNames.Fit atLeast) {
        for (List<Fixture> tier : tiers()) {
            Optional<SessionNames.Fit> best = tier.stream()
                    .map(f -> SessionNames.fit(typed, f))
                    .filter(f -> f.compareTo(atLeast) <= 0)
                    .min(Comparator.naturalOrder());
            if (best.isPresent()) {
                return tier.stream()
                        .filter(f -> SessionNames.fit(typed, f) == best.get())
                        .toList();
            }
        }
        return List.of();
    }

    /** The weekends that are on; of each series the one that is on or next; all others. */
    private List<List<Fixture>> tiers() {
        List<Weekend> all = Weekend.of(series);
        List<Weekend> on = all.stream()
                .filter(w -> w.scheduled() && w.begunBy(now) && !w.overBy(now))
                .toList();
        Set<Weekend> next = new LinkedHashSet<>();
        for (Series one : series) {
            all.stream()
                    .filter(w -> w.series().equals(one) && !w.overBy(now))
                    .findFirst()
                    .ifPresent(next::add);
        }
        List<Weekend> others = all.stream()
                .filter(w -> !next.contains(w))
                .sorted(Comparator.comparing(w -> w.overBy(now)))
                .toList();
        return List.of(fixtures(on), fixtures(List.copyOf(next)), fixtures(others));
    }

    private static List<Fixture> fixtures(List<Weekend> weekends) {
        return weekends.stream().flatMap(w -> w.fixtures().stream()).toList();
    }

    /** All sessions: nearest weekends first, in them what is ahead before what is past. */
    private List<Fixture> nearFirst() {
        Set<Fixture> ordered = new LinkedHashSet<>();
        for (List<Fixture> tier : tiers()) {
            tier.stream().filter(f -> !isPast(f)).forEach(ordered::add);
            tier.stream().filter(this::isPast).forEach(ordered::add);
        }
        return new ArrayList<>(ordered);
    }

    private boolean isPast(Fixture fixture) {
        Instant start = fixture.session().start();
        return start != null && start.isBefore(now);
    }

    private List<Action> buttons(List<Fixture> fixtures, UnaryOperator<String> again) {
        return fixtures.stream()
                .limit(SUGGESTED)
                .<Action>map(f -> new Action.Run(
                        Wording.label(f.session().name() + " · " + where(f)),
                        again.apply(f.session().id().toString())))
                .toList();
    }

    /** Such as "Race 1 · Barcelona, Sat 30 Sep 2023 16:50", at the track. */
    private String label(Fixture fixture) {
        Instant start = fixture.session().start();
        String when = start == null
                ? ""
                : ", "
                        + MomentText.of(
                                start,
                                MomentStyle.WEEKDAY_DATE_TIME,
                                fixture.round().circuit().zone(),
                                now);
        String label = fixture.session().name() + " · " + where(fixture) + when;
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }

    private String where(Fixture fixture) {
        return series.size() > 1
                ? fixture.round().name() + ", " + fixture.series().name()
                : fixture.round().name() + " " + fixture.season().year();
    }

    /** All series of a timetable. */
    static SessionFinder of(Timetable timetable, Instant now) {
        return new SessionFinder(timetable.series(), now);
    }
}
