package dev.pitboard.guide;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which season a command is about. */
final class SeasonFinder {
    static final String SEASON = "season";

    private SeasonFinder() {}

    static Parameter parameter() {
        return Parameter.words(SEASON, "The year; otherwise the season in progress", SeasonFinder::isYear, true);
    }

    static boolean isYear(String word) {
        return word.matches("(19|20)\\d\\d");
    }

    /** The season asked for, or else the one in progress, else the next, else the last. */
    static Season find(Series series, Request request, String command) {
        Optional<String> asked = request.argument(SEASON);
        return asked.isPresent() ? of(series, asked.get(), command) : inForce(series, request.now());
    }

    /** The season of that year. @throws UserError listing the years there are */
    static Season of(Series series, String year, String command) {
        return series.seasons().stream()
                .filter(s -> String.valueOf(s.year()).equals(year.strip()))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        Line.of("I have no " + Suggestions.shortened(year) + " season of the " + series.name()
                                + ". I know " + years(series) + "."),
                        newestFirst(series).stream()
                                .limit(3)
                                .<Action>map(s -> new Action.Run(
                                        String.valueOf(s.year()),
                                        command + " " + SEASON + "=" + s.year() + " series=" + series.id()))
                                .toList()));
    }

    /** The season in progress, else the next, else the last. */
    static Season inForce(Series series, Instant now) {
        List<Season> withRounds = series.seasons().stream()
                .filter(s -> !s.rounds().isEmpty())
                .sorted(Comparator.comparingInt(Season::year))
                .toList();
        return withRounds.stream()
                .filter(s -> !overBy(series, s, now))
                .findFirst()
                .or(() -> withRounds.stream().reduce((_, last) -> last))
                .or(() -> newestFirst(series).stream().findFirst())
                .orElseThrow(() -> new UserError("There is no season of the " + series.name() + " here yet."));
    }

    /** The season asked for, or the one in force if it has what is wanted, or else the newest before or after that has. */
    static Season withData(Series series, Request request, String command, Predicate<Season> wanted) {
        Season chosen = find(series, request, command);
        if (request.argument(SEASON).isPresent() || wanted.test(chosen)) {
            return chosen;
        }
        return newestFirst(series).stream().filter(wanted).findFirst().orElse(chosen);
    }

    /** Whether every round of it that is not cancelled is over, or was to be before it was postponed. */
    static boolean overBy(Series series, Season season, Instant now) {
        return Weekend.of(series, season).stream().filter(Weekend::scheduled).allMatch(w -> w.overBy(now));
    }

    static List<Choice> complete(Series series, String typed) {
        return newestFirst(series).stream()
                .map(s -> String.valueOf(s.year()))
                .filter(y -> y.startsWith(typed.strip()))
                .map(y -> new Choice(series.name() + " " + y, y))
                .toList();
    }

    static List<Season> newestFirst(Series series) {
        return series.seasons().stream()
                .sorted(Comparator.comparingInt(Season::year).reversed())
                .toList();
    }

    private static String years(Series series) {
        return Words.list(
                series.seasons().stream().map(s -> String.valueOf(s.year())).toList());
    }
}
