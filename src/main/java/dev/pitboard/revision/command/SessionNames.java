package dev.pitboard.revision.command;

import dev.pitboard.command.Suggestions;
import dev.pitboard.guide.SeriesFinder;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people call a session, besides its name. */
final class SessionNames {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");

    private SessionNames() {}

    /** How well a text names a session, best first. */
    enum Fit {
        ID,
        NAME,
        /** Its name, with words that name its series, round or year. */
        WITH_ROUND,
        /** The beginning of its name, perhaps with such words. */
        BEGINNING,
        NOT
    }

    static Fit fit(String typed, Fixture fixture) {
        String id = fixture.session().id().toString();
        if (typed.strip().equalsIgnoreCase(id)) {
            return Fit.ID;
        }
        if (typed.contains("/") && typed.strip().split("/", -1).length == 4) {
            return Fit.NOT;
        }
        List<String> names = of(fixture).stream().map(SessionNames::tight).toList();
        if (names.contains(tight(typed))) {
            return Fit.NAME;
        }
        String rest = withoutContext(typed, fixture);
        if (rest.isEmpty()) {
            return Fit.NOT;
        }
        if (names.contains(rest)) {
            return Fit.WITH_ROUND;
        }
        return rest.length() > 1 && names.stream().anyMatch(n -> n.startsWith(rest)) ? Fit.BEGINNING : Fit.NOT;
    }

    /** The names by which a session is found. */
    static List<String> of(Fixture fixture) {
        Session session = fixture.session();
        List<String> names = new ArrayList<>();
        names.add(session.name());
        names.add(session.id().session());
        session.parts().forEach(p -> names.add(p.name()));
        Matcher number = NUMBER.matcher(session.name());
        boolean only = fixture.round().sessions().stream()
                        .filter(s -> s.kind() == session.kind())
                        .count()
                == 1;
        String which = number.find() && session.parts().isEmpty() ? number.group(1) : "";
        for (String word : words(session.kind())) {
            if (!which.isEmpty()) {
                names.add(word + which);
            }
            if (only) {
                names.add(word);
            }
        }
        return names;
    }

    private static List<String> words(SessionKind kind) {
        return switch (kind) {
            case PRACTICE -> List.of("fp", "p", "practice", "free practice", "training");
            case QUALIFYING -> List.of("q", "quali", "qualy", "qualifying");
            case RACE -> List.of("r", "race");
            case SPRINT -> List.of("s", "sprint", "sprint race");
            case WARMUP -> List.of("wu", "warm-up", "warmup");
            case TEST -> List.of("t", "test");
            case OTHER -> List.of();
        };
    }

    /** What is left of the text without the words of the series, the round, the circuit and the year. */
    private static String withoutContext(String typed, Fixture fixture) {
        Round round = fixture.round();
        List<String> context = Stream.concat(
                        SeriesFinder.names(fixture.series()).stream(),
                        Stream.of(
                                round.name(),
                                round.id().round(),
                                round.circuit().name(),
                                round.circuit().place(),
                                String.valueOf(fixture.season().year())))
                .flatMap(n -> Arrays.stream(Suggestions.folded(n).split(" ", -1)))
                .toList();
        return String.join(
                "",
                Arrays.stream(Suggestions.folded(typed).split(" ", -1))
                        .filter(w -> !context.contains(w))
                        .toList());
    }

    private static String tight(String text) {
        return Suggestions.folded(text).replace(" ", "");
    }
}
