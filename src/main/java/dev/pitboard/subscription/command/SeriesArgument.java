package dev.pitboard.subscription.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The series a command is about, as people write it. */
final class SeriesArgument {
    static final String NAME = "series";

    private static final int MOST_SUGGESTED = 5;

    private SeriesArgument() {}

    static Parameter parameter(String description) {
        return Parameter.search(NAME, description);
    }

    /**
     * The only series there is.
     *
     * @param again from a series' id to the command line that says it, for the buttons
     * @throws UserError when there are several, or none
     */
    static Series only(Timetable today, UnaryOperator<String> again) {
        List<Series> all = today.series();
        if (all.isEmpty()) {
            throw new UserError("There are no season files yet, so there is nothing to be reminded of.");
        }
        if (all.size() > 1) {
            throw new UserError(Line.of("Say which series: " + names(all) + "."), buttons(all, again));
        }
        return all.getFirst();
    }

    /** The series that was meant. @throws UserError when none or several fit */
    static Series find(Timetable today, String typed, UnaryOperator<String> again) {
        String wanted = Suggestions.folded(typed);
        List<Series> all = today.series();
        List<Series> exact = all.stream()
                .filter(s ->
                        called(s).stream().anyMatch(n -> Suggestions.folded(n).equals(wanted)))
                .toList();
        List<Series> found =
                exact.isEmpty() ? all.stream().filter(s -> fits(s, wanted)).toList() : exact;
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (!found.isEmpty()) {
            throw new UserError(
                    Line.of("“" + Suggestions.shortened(typed) + "” could be " + names(found) + ". Say which."),
                    buttons(found, again));
        }
        List<Series> near = Suggestions.like(typed, all, SeriesArgument::called, MOST_SUGGESTED);
        String hint = all.isEmpty()
                ? "There are no season files yet."
                : near.isEmpty()
                        ? "There is " + names(all) + "."
                        : "Did you mean " + near.getFirst().name() + "?";
        throw new UserError(
                Line.of("There is no series “" + Suggestions.shortened(typed) + "”. " + hint), buttons(near, again));
    }

    static List<Choice> complete(Timetable today, String typed) {
        String wanted = Suggestions.folded(typed);
        return today.series().stream()
                .filter(s -> wanted.isEmpty() || fits(s, wanted))
                .map(s -> new Choice(s.name().length() <= 100 ? s.name() : s.id(), s.id()))
                .toList();
    }

    /** Whether each typed word begins a word of one of the names. */
    private static boolean fits(Series series, String wanted) {
        return !wanted.isEmpty()
                && called(series).stream().anyMatch(name -> {
                    List<String> words = List.of(Suggestions.folded(name).split(" ", -1));
                    return Arrays.stream(wanted.split(" ", -1))
                            .allMatch(typed -> words.stream().anyMatch(w -> w.startsWith(typed)));
                });
    }

    private static List<String> called(Series series) {
        return Stream.concat(Stream.of(series.id(), series.name()), series.aliases().stream())
                .toList();
    }

    private static String names(List<Series> series) {
        List<String> shown =
                series.stream().limit(MOST_SUGGESTED).map(Series::name).toList();
        return String.join(" or ", shown) + (series.size() > shown.size() ? " or another" : "");
    }

    private static List<Action> buttons(List<Series> series, UnaryOperator<String> again) {
        return series.stream()
                .limit(MOST_SUGGESTED)
                .<Action>map(s -> new Action.Run(Wording.label(s.name()), again.apply(s.id())))
                .toList();
    }
}
