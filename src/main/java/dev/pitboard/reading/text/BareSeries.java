package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.Title;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** "Moto3: 11:00" on the last day, where Moto3 has practice and qualifying above and no race, is the race. */
final class BareSeries {
    private final Set<Integer> lines = new HashSet<>();

    /** Notes a line that has a series and times, and nothing that says what is then. */
    void line(int number, Clause clause, boolean ofOther) {
        boolean bare = !ofOther
                && clause.has(SeriesName.class)
                && clause.tokens().stream()
                        .noneMatch(t -> t instanceof Label
                                || t instanceof Word
                                || t instanceof Numeral
                                || (t instanceof Cue cue && !cue.is("at") && !cue.is("from")));
        if (bare) {
            lines.add(number);
        }
    }

    /** Makes races of those lines, and asks. */
    void resolve(Reading reading) {
        for (int i = 0; i < reading.found.size(); i++) {
            Found one = reading.found.get(i);
            if (one.kind() == SessionKind.OTHER && lines.contains(one.line()) && isRace(one, reading.found)) {
                String name = one.name().isEmpty() ? String.valueOf(one.series()) : one.name();
                reading.found.set(i, one.withLabel(new Title(name, SessionKind.RACE, List.of())));
                reading.ask(
                        one.line(),
                        Subject.KIND,
                        "\"" + name + "\" is read as race, as its other sessions are named and no race is. Is it?");
            }
        }
    }

    private static boolean isRace(Found bare, List<Found> found) {
        List<Found> alike = found.stream()
                .filter(f -> f.kind() != SessionKind.OTHER && Objects.equals(f.series(), bare.series()))
                .toList();
        return bare.series() != null
                && alike.stream().anyMatch(f -> f.kind() == SessionKind.QUALIFYING || f.kind() == SessionKind.PRACTICE)
                && alike.stream()
                        .allMatch(f -> f.kind() != SessionKind.RACE
                                && f.line() < bare.line()
                                && !Objects.equals(f.day(), bare.day()));
    }
}
