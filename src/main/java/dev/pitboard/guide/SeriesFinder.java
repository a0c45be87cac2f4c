package dev.pitboard.guide;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Which series a command is about. */
public final class SeriesFinder {
    public static final String SERIES = "series";

    private static final String DESCRIPTION = "Which series; otherwise the only one, or the one that is on next";

    private SeriesFinder() {}

    /** The optional parameter of commands whose other words are about something else. */
    static Parameter parameter(Supplier<Timetable> timetable) {
        return Parameter.words(
                SERIES,
                DESCRIPTION,
                word -> timetable.get().series().stream().anyMatch(s -> Names.equal(word, names(s))),
                true);
    }

    /** The optional parameter of commands that take nothing else but words for it. */
    public static Parameter searchParameter() {
        return Parameter.search(SERIES, DESCRIPTION);
    }

    /** The series asked for, or else the only one or the one that is on now or next. */
    public static Series find(Timetable timetable, Request request) {
        return request.argument(SERIES)
                .map(typed -> find(timetable, typed, String.join(" ", request.path())))
                .orElseGet(() -> nearest(timetable, request.now()));
    }

    /** All series, or the one asked for; where the order matters, the nearest one first. */
    public static List<Series> candidates(Timetable timetable, Request request) {
        if (request.argument(SERIES).isPresent()) {
            return List.of(find(timetable, request));
        }
        Series first = nearest(timetable, request.now());
        List<Series> all = new ArrayList<>(timetable.series());
        all.remove(first);
        all.addFirst(first);
        return all;
    }

    private static Series find(Timetable timetable, String typed, String command) {
        List<Series> found = Names.best(typed, timetable.series(), SeriesFinder::names);
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        List<Series> near = Suggestions.like(typed, timetable.series(), SeriesFinder::names, 3);
        List<Series> shown =
                near.isEmpty() ? timetable.series().stream().limit(5).toList() : near;
        throw new UserError(
                Line.of("I don't know a series called “" + Suggestions.shortened(typed) + "”. I know "
                        + Words.list(shown.stream().map(s -> "the " + s.name()).toList()) + "."),
                shown.stream()
                        .<Action>map(
                                s -> new Action.Run(Buttons.label(s.name()), command + " " + SERIES + "=" + s.id()))
                        .toList());
    }

    public static List<Choice> complete(Timetable timetable, String typed) {
        return Names.ranked(typed, timetable.series(), SeriesFinder::names).stream()
                .map(s -> new Choice(s.name(), s.id()))
                .toList();
    }

    /** {@code series=id} for a command line, with a space before it, where it isn't the only one. */
    public static String suffix(Timetable timetable, Series series) {
        return timetable.series().size() < 2 ? "" : " " + SERIES + "=" + series.id();
    }

    private static Series nearest(Timetable timetable, Instant now) {
        return timetable.series().stream()
                .min(Comparator.comparing((Series s) ->
                                Agenda.of(List.of(s), now).nearest().orElse(Instant.MAX))
                        .thenComparing(SeriesFinder::lastDay, Comparator.reverseOrder()))
                .orElseThrow(() -> new UserError("There is no season data here yet, so there is nothing to tell."));
    }

    private static Instant lastDay(Series series) {
        List<Weekend> all = Weekend.of(List.of(series));
        return all.isEmpty() ? Instant.MIN : all.getLast().begins();
    }

    public static List<String> names(Series series) {
        List<String> names = new ArrayList<>(series.aliases());
        names.add(series.id());
        names.add(series.name());
        return names;
    }
}
