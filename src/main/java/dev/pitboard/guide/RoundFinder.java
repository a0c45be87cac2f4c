package dev.pitboard.guide;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which round a command is about. */
final class RoundFinder {
    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?:round|rd|r|no|number|race weekend)\\.?\\s*)?#?\\s*(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final int SUGGESTED = 3;

    private final List<Series> series;
    private final Instant now;
    private final String command;

    /**
     * @param series where to look, the most likely first
     * @param command the command that suggestions lead to, with the name of its parameter: {@code timetable round=}
     */
    RoundFinder(List<Series> series, Instant now, String command) {
        this.series = List.copyOf(series);
        this.now = now;
        this.command = command;
    }

    /** The round that is on, else the next, else the last, of the first series. */
    Weekend standard() {
        Season season = SeasonFinder.inForce(series.getFirst(), now);
        return standard(series.getFirst(), season)
                .orElseThrow(() -> new UserError("The " + season.year() + " season of the "
                        + series.getFirst().name() + " has no rounds yet."));
    }

    /** The round that is meant. @throws UserError with what was probably meant */
    Weekend find(String typed) {
        String text = typed.strip();
        Optional<Weekend> byId = all().stream().filter(w -> w.id().equals(text)).findFirst();
        if (byId.isPresent()) {
            return byId.get();
        }
        Matcher year = YEAR.matcher(text);
        boolean ofYear = year.find();
        List<Weekend> candidates = ofYear
                ? inOrder().stream()
                        .filter(w -> String.valueOf(w.season().year()).equals(year.group(1)))
                        .toList()
                : inOrder();
        String rest = (ofYear ? year.replaceFirst("") : text).replace('/', ' ').strip();
        return find(rest, candidates, typed);
    }

    private Weekend find(String text, List<Weekend> candidates, String typed) {
        if (candidates.isEmpty()) {
            throw unknown(typed, "");
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return candidates.stream()
                    .filter(w -> w.season().equals(candidates.getFirst().season()))
                    .filter(w ->
                            Integer.valueOf(number.group(1)).equals(w.round().number()))
                    .findFirst()
                    .orElseThrow(() -> noSuchNumber(candidates.getFirst(), number.group(1)));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" ->
                standard(candidates.getFirst().series(), candidates.getFirst().season())
                        .orElseThrow();
            case "next", "now", "current" -> standard();
            case "last", "previous" ->
                all().stream()
                        .filter(w -> w.overBy(now))
                        .reduce((_, last) -> last)
                        .orElseThrow(() -> unknown(typed, ""));
            default -> {
                List<Weekend> found = Names.best(text, candidates, RoundFinder::names);
                if (found.isEmpty()) {
                    throw unknown(typed, text);
                }
                yield found.getFirst();
            }
        };
    }

    /** Suggestions while typing: the season in force first, in it what is on or next. */
    List<Choice> complete(String typed) {
        List<Weekend> fitting;
        Matcher number = NUMBER.matcher(typed.strip());
        if (number.matches()) {
            fitting = inOrder().stream()
                    .filter(w -> String.valueOf(w.round().number()).startsWith(number.group(1)))
                    .toList();
        } else {
            fitting = Names.ranked(typed, inOrder(), RoundFinder::names);
        }
        return fitting.stream().map(w -> new Choice(label(w), w.id())).toList();
    }

    private String label(Weekend weekend) {
        String number = weekend.round().number() == null
                ? ""
                : "Round " + weekend.round().number() + ": ";
        String name = number + weekend.round().name() + ", "
                + Words.dates(weekend.round().firstDay(), weekend.round().lastDay());
        String whole = series.size() > 1 ? name + " · " + weekend.series().name() : name;
        return whole.length() <= 100 ? whole : whole.substring(0, 99) + "…";
    }

    /** The names by which a round is found. */
    static List<String> names(Weekend weekend) {
        List<String> names = new ArrayList<>();
        names.add(weekend.round().name());
        names.add(weekend.round().id().round());
        names.addAll(names(weekend.round().circuit()));
        names.add(String.valueOf(weekend.season().year()));
        return names;
    }

    /** The names by which a circuit is found. */
    static List<String> names(Circuit circuit) {
        List<String> names = new ArrayList<>(circuit.aliases());
        names.add(circuit.id());
        names.add(circuit.name());
        names.add(circuit.place());
        names.add(Names.country(circuit.country()));
        return names;
    }

    private List<Weekend> all() {
        return Weekend.of(series);
    }

    /** All rounds, likeliest first: series as given; in each the season in force, later ones, earlier ones; what is over last. */
    private List<Weekend> inOrder() {
        List<Weekend> ordered = new ArrayList<>();
        for (Series one : series) {
            if (one.seasons().stream().allMatch(s -> s.rounds().isEmpty())) {
                continue;
            }
            int inForce = SeasonFinder.inForce(one, now).year();
            one.seasons().stream()
                    .sorted(Comparator.comparingInt(s -> s.year() >= inForce ? s.year() - inForce : 10_000 - s.year()))
                    .forEach(s -> Weekend.of(one, s).stream()
                            .sorted(Comparator.comparing(w -> w.overBy(now)))
                            .forEach(ordered::add));
        }
        return ordered;
    }

    private Optional<Weekend> standard(Series one, Season season) {
        List<Weekend> weekends = Weekend.of(one, season);
        return weekends.stream()
                .filter(w -> w.scheduled() && !w.overBy(now))
                .findFirst()
                .or(() -> weekends.stream().filter(Weekend::scheduled).reduce((_, last) -> last))
                .or(() -> weekends.stream().findFirst());
    }

    private UserError noSuchNumber(Weekend one, String number) {
        List<Weekend> numbered = Weekend.of(one.series(), one.season()).stream()
                .filter(w -> w.round().number() != null)
                .toList();
        return new UserError(
                Line.of("There is no round " + number + ": the " + one.season().year() + " season of the "
                        + one.series().name() + " has " + numbered.size() + "."),
                buttons(numbered.reversed()));
    }

    private UserError unknown(String typed, String name) {
        List<Weekend> near = Suggestions.like(name, inOrder(), RoundFinder::names, 10);
        List<Weekend> shown =
                near.isEmpty() ? Weekend.of(series.getFirst(), SeasonFinder.inForce(series.getFirst(), now)) : near;
        String question = near.isEmpty()
                ? " This season goes to "
                        + Words.list(shown.stream()
                                .map(w -> w.round().name())
                                .distinct()
                                .toList()) + "."
                : " Did you mean " + near.getFirst().round().name() + "?";
        return new UserError(
                Line.of("I don't know a round or circuit called “" + Suggestions.shortened(typed) + "”." + question),
                buttons(shown));
    }

    private List<Action> buttons(List<Weekend> weekends) {
        List<Action> buttons = new ArrayList<>();
        List<String> circuits = new ArrayList<>();
        for (Weekend weekend : weekends) {
            if (buttons.size() < SUGGESTED
                    && !circuits.contains(weekend.round().circuit().id())) {
                circuits.add(weekend.round().circuit().id());
                buttons.add(new Action.Run(
                        Buttons.label(
                                weekend.round().name() + " " + weekend.season().year()),
                        command + weekend.id()));
            }
        }
        return buttons;
    }
}
