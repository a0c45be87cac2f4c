package dev.pitboard.importing;

import dev.pitboard.command.Suggestions;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Timetable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which series a session belongs to: the one it names, else the only one there is, else asked; a new one when the answer says so. */
final class SeriesChoice {
    static final String NEW = "new";

    private final Timetable timetable;
    private final Answers answers;
    private final Source source;
    private final List<Piece> pieces;
    private final Map<String, Choice> made = new LinkedHashMap<>();

    /**
     * What came of it.
     *
     * @param series null where that is open or the session is to be left out
     * @param question what is asked, or was, or null
     */
    record Choice(
            @Nullable Series series,
            boolean skipped,
            @Nullable Asked question) {}

    SeriesChoice(Timetable timetable, Answers answers, Source source, List<Piece> pieces) {
        this.timetable = timetable;
        this.answers = answers;
        this.source = source;
        this.pieces = pieces;
    }

    /** @param name as the input has it, or null where it names none */
    Choice of(@Nullable String name) {
        return made.computeIfAbsent(name == null ? "" : Suggestions.folded(name), _ -> choose(name));
    }

    private Choice choose(@Nullable String name) {
        if (name == null) {
            return unnamed();
        }
        Optional<Series> known = find(name);
        if (known.isPresent()) {
            return new Choice(known.get(), false, null);
        }
        String key = "series-" + Answers.word(name, "unnamed");
        String value = answers.of(key);
        String text = "“" + name + "” is not on the timetable yet. Is it a new series, or which one is it?";
        if (value == null) {
            return new Choice(null, false, asked(key, name, text, null));
        }
        if (value.equals(Answers.SKIP)) {
            return new Choice(null, true, asked(key, name, text, value));
        }
        if (value.equals(Answers.OK) || value.equalsIgnoreCase(NEW)) {
            return new Choice(newSeries(name), false, asked(key, name, text, value));
        }
        Optional<Series> named = find(value);
        return new Choice(named.orElse(null), false, asked(key, name, text, named.isPresent() ? value : null));
    }

    private Choice unnamed() {
        String value = answers.of(Answers.SERIES);
        Series only = timetable.series().size() == 1 ? timetable.series().getFirst() : null;
        String text = only == null
                ? "No series is named. Which one is it?"
                : "No series is named. Is it " + only.name() + "?";
        List<String> suggestions = new ArrayList<>(only == null ? List.of() : List.of(Answers.OK));
        timetable.series().stream().limit(8).map(Series::name).forEach(suggestions::add);
        boolean taken = Answers.OK.equals(value) && only != null;
        Asked asked =
                new Asked(Answers.SERIES, 0, text, "the series' name, or skip", suggestions, taken ? value : null);
        return new Choice(taken ? only : null, Answers.SKIP.equals(value), asked);
    }

    private Asked asked(String key, String name, String text, @Nullable String answer) {
        List<String> suggestions = new ArrayList<>(List.of(NEW));
        List<Series> like = Suggestions.like(name, timetable.series(), SeriesChoice::names, 3);
        (like.isEmpty() ? timetable.series() : like)
                .stream().limit(3).map(Series::name).forEach(suggestions::add);
        suggestions.add(Answers.SKIP);
        int line = pieces.stream()
                .filter(p -> name.equals(p.read().series()))
                .mapToInt(p -> p.read().line())
                .min()
                .orElse(0);
        return new Asked(key, line, text, "new, skip, or the name of a series on the timetable", suggestions, answer);
    }

    private Optional<Series> find(String name) {
        String folded = Suggestions.folded(name);
        return timetable.series().stream()
                .filter(s ->
                        names(s).stream().anyMatch(n -> Suggestions.folded(n).equals(folded)))
                .findFirst();
    }

    private static List<String> names(Series series) {
        return Stream.concat(Stream.of(series.id(), series.name()), series.aliases().stream())
                .toList();
    }

    private Series newSeries(String name) {
        String word = Answers.word(name, "series");
        String id = word;
        for (int i = 2; timetable.findSeries(id).isPresent(); i++) {
            id = word.substring(0, Math.min(word.length(), 21)) + "-" + i;
        }
        TreeSet<SessionKind> kinds = new TreeSet<>();
        pieces.stream()
                .filter(p -> Suggestions.folded(name)
                        .equals(Suggestions.folded(String.valueOf(p.read().series()))))
                .map(p -> p.read().kind())
                .filter(k -> k != SessionKind.OTHER)
                .forEach(kinds::add);
        return new Series(id, name, List.of(), List.copyOf(kinds), List.of(), null, null, source, List.of());
    }
}
