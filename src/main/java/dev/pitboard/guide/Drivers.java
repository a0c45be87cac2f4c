package dev.pitboard.guide;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Driver;
import dev.pitboard.motorsport.Entry;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.sources.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who drives what, in a season. */
public final class Drivers implements ChatCommand {
    private static final String SEARCH = "search";

    private final Supplier<Timetable> timetables;
    private final Signature signature;

    public Drivers(Supplier<Timetable> timetables) {
        this.timetables = timetables;
        this.signature = Signature.guide(
                "drivers",
                "Cars and their crews: by driver, team, number or car",
                Parameter.search(SEARCH, "A driver, a team, a car or a number such as #19; otherwise all"),
                SeasonFinder.parameter(),
                SeriesFinder.parameter(timetables));
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        Timetable timetable = timetables.get();
        return switch (parameter.name()) {
            case SEARCH ->
                Names.ranked(typed, entries(season(series(soFar), soFar)), Drivers::names).stream()
                        .map(e -> new Choice(choice(e), "#" + e.number()))
                        .distinct()
                        .toList();
            case SeasonFinder.SEASON -> SeasonFinder.complete(SeriesFinder.find(timetable, soFar), typed);
            default -> SeriesFinder.complete(timetable, typed);
        };
    }

    @Override
    public Card run(Request request) {
        Series series = series(request);
        Season season = season(series, request);
        List<Entry> all = entries(season);
        if (all.isEmpty()) {
            throw new UserError("I have no entries of the " + series.name() + " " + season.year() + " yet.");
        }
        String search = request.argument(SEARCH).orElse("");
        List<Entry> found = search.isBlank() ? all : find(search, all);
        if (found.isEmpty()) {
            throw unknown(search, all, season, SeriesFinder.suffix(timetables.get(), series));
        }
        int asked = SeasonFinder.find(series, request, "drivers").year();
        String where = series.name() + " " + season.year();
        String fallback =
                asked == season.year() ? "" : " · the newest entries known here; of " + asked + " there are none yet";
        Card.Builder card;
        if (found.size() == 1) {
            Entry entry = found.getFirst();
            card = one(entry, season, Results.of(entry, Weekend.of(series, season), request.now()), where + fallback);
        } else {
            String title = search.isBlank() ? "Drivers" : "“" + Suggestions.shortened(search) + "”";
            card = many(found, title + " · " + where, found.size() + " cars" + fallback);
        }
        card.quiet(Sources.line(sources(found, season)));
        if (found.size() < all.size()) {
            card.run("All drivers", "drivers season=" + season.year() + SeriesFinder.suffix(timetables.get(), series));
        }
        return card.build();
    }

    private static Card.Builder many(List<Entry> entries, String title, String summary) {
        return Card.titled(Tone.INFO, title)
                .paragraph(summary)
                .rows(entries.stream()
                        .map(e -> new Block.Row(
                                Line.of("#" + e.number()),
                                Line.strongly(crew(e)),
                                about(e).isEmpty() ? List.of() : List.of(Line.of(about(e)))))
                        .toList());
    }

    private static Card.Builder one(Entry entry, Season season, List<Block.Row> results, String where) {
        Card.Builder card = Card.titled(Tone.INFO, "#" + entry.number() + " · " + crew(entry))
                .paragraph(where);
        for (Driver driver : entry.drivers()) {
            String country = driver.country();
            card.fact("Driver", driver.name() + (country == null ? "" : ", " + Names.country(country)));
        }
        addKnown(card, "Team", entry.team());
        addKnown(card, "Car", entry.car());
        addKnown(card, "Class", entry.category());
        if (!entry.rounds().isEmpty()) {
            card.fact(
                    "Rounds",
                    season.rounds().stream()
                            .filter(r -> entry.rounds().contains(r.id().round()))
                            .map(Round::name)
                            .collect(Collectors.joining(", ")));
        }
        if (!entry.links().isEmpty()) {
            card.fact("Links", Facts.links(entry.links()));
        }
        entry.notes().forEach(card::paragraph);
        card.heading("Results " + season.year());
        return results.isEmpty() ? card.paragraph("No results of this car are known here.") : card.rows(results);
    }

    private static void addKnown(Card.Builder card, String label, @Nullable String value) {
        if (value != null) {
            card.fact(label, value);
        }
    }

    private static List<Entry> find(String search, List<Entry> all) {
        String number = search.strip().replaceFirst("^#\\s*", "");
        if (number.matches("\\d{1,3}")) {
            return all.stream().filter(e -> e.number().equals(number)).toList();
        }
        return Names.best(search, all, Drivers::names);
    }

    private static UserError unknown(String search, List<Entry> all, Season season, String series) {
        List<Entry> near = Suggestions.like(search, all, Drivers::names, 3);
        List<Action> buttons = near.stream()
                .<Action>map(e -> new Action.Run(
                        Buttons.label("#" + e.number() + " " + crew(e)),
                        "drivers search=#" + e.number() + " season=" + season.year() + series))
                .toList();
        String said = "Nobody of the " + season.year() + " entries known here is called “"
                + Suggestions.shortened(search) + "”.";
        return near.isEmpty()
                ? new UserError(
                        Line.of(said + " Try a family name, a team, or a number such as #"
                                + all.getFirst().number() + "."),
                        List.of(new Action.Run("All drivers", "drivers season=" + season.year() + series)))
                : new UserError(Line.of(said + " Did you mean " + crew(near.getFirst()) + "?"), buttons);
    }

    /** The series asked for, or the nearest in which the search finds somebody, or else the nearest with entries. */
    private Series series(Request request) {
        List<Series> candidates = SeriesFinder.candidates(timetables.get(), request);
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        String search = request.argument(SEARCH).orElse("");
        List<Series> withEntries = candidates.stream()
                .filter(s -> hasSeason(s, request))
                .filter(s -> !season(s, request).entries().isEmpty())
                .toList();
        return withEntries.stream()
                .filter(s -> search.isBlank()
                        || !find(search, season(s, request).entries()).isEmpty())
                .findFirst()
                .or(() -> withEntries.stream().findFirst())
                .orElse(candidates.getFirst());
    }

    private static boolean hasSeason(Series series, Request request) {
        return series.seasons().stream()
                .anyMatch(s -> request.argument(SeasonFinder.SEASON)
                        .filter(y -> !y.strip().equals(String.valueOf(s.year())))
                        .isEmpty());
    }

    private static Season season(Series series, Request request) {
        return SeasonFinder.withData(
                series, request, "drivers", s -> !s.entries().isEmpty());
    }

    private static List<Entry> entries(Season season) {
        return season.entries().stream()
                .sorted(Comparator.comparingInt((Entry e) -> e.number().length())
                        .thenComparing(Entry::number))
                .toList();
    }

    private static Source[] sources(List<Entry> found, Season season) {
        List<Source> sources = new ArrayList<>();
        Source own = found.size() == 1 ? found.getFirst().source() : null;
        Source all = season.entriesSource() == null ? season.source() : season.entriesSource();
        sources.add(own == null ? all : own);
        return sources.toArray(Source[]::new);
    }

    private static List<String> names(Entry entry) {
        List<String> names =
                new ArrayList<>(entry.drivers().stream().map(Driver::name).toList());
        names.add(entry.number());
        Stream.of(entry.team(), entry.car(), entry.category())
                .filter(Objects::nonNull)
                .forEach(names::add);
        names.addAll(entry.drivers().stream()
                .map(d -> d.name().substring(d.name().lastIndexOf(' ') + 1))
                .toList());
        return names;
    }

    private static String crew(Entry entry) {
        String crew = entry.drivers().stream().map(Driver::name).collect(Collectors.joining(" / "));
        return !crew.isEmpty() ? crew : entry.team() != null ? entry.team() : "crew not known here";
    }

    private static String about(Entry entry) {
        return Stream.of(entry.team(), entry.car(), entry.category())
                .filter(Objects::nonNull)
                .filter(s -> !s.equals(crew(entry)))
                .collect(Collectors.joining(" · "));
    }

    private static String choice(Entry entry) {
        String text = "#" + entry.number() + " " + crew(entry);
        return text.length() <= 100 ? text : text.substring(0, 99) + "…";
    }
}
