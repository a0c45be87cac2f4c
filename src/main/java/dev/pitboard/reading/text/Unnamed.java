package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Pairing.Group;
import dev.pitboard.reading.text.Pairing.Pair;
import dev.pitboard.reading.text.Times.Placed;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Word;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Races that no word for a race names: by their length, or by a bare "start". */
final class Unnamed {
    /** Words for the start of a race. */
    static final Pattern START = Pattern.compile("(?iu)start|starten|partenza|salida|sortida|d[ée]part");

    private static final Pattern EVENT = Pattern.compile(
            "\\s(?:of|du|de|di|van|von|der|del|at)\\s(?:\\p{L}{2,3}\\s)?\\p{Lu}[\\p{L}-]*(?:\\s\\p{Lu}[\\p{L}-]*)*");
    private static final Pattern LAPS = Pattern.compile(
            "(?<![\\d.,])(\\d{1,3})[\\s-]?(?:laps?|runden|rdn|tours|giri|vueltas|ronden|rondes|varv|voltes)(?!\\p{L})");
    private static final int FEWEST_LAPS = 5;
    private static final int SHORTEST_RACE = 60;

    private final Reading reading;
    private final Cells cells;

    Unnamed(Reading reading, Cells cells) {
        this.reading = reading;
        this.cells = cells;
    }

    /** "16:00 Start" and nothing else, with no name of a session above that it may be the start of. */
    @Nullable
    Label bareStart(Clause clause, List<Placed> starts) {
        Cue last = clause.all(Cue.class)
                .filter(c -> c.is("from"))
                .reduce((_, c) -> c)
                .orElse(null);
        boolean alone = last != null
                && starts.size() == 1
                && starts.getFirst().time().to() <= last.from()
                && !clause.hasLabels()
                && clause.words() == 0
                && !clause.has(SeriesName.class)
                && cells.section() == null
                && START.matcher(clause.written(last)).matches();
        return alone && last != null ? new Label(last.from(), last.to(), SessionKind.RACE, List.of(), true) : null;
    }

    /** "IMSA WeatherTech 240 at Daytona (2 hours, 40 minutes)": what has a series and a length and no name of another item may be its race. */
    Pair named(int number, Clause clause, Pair pair, @Nullable Length length) {
        Label overLaps = pair.group() == null ? overLaps(clause) : null;
        if (overLaps != null) {
            reading.ask(number, Subject.KIND, "\"" + Naming.rest(clause) + "\" is read as race, by its laps. Is it?");
            return new Pair(pair.start(), Group.of(overLaps));
        }
        boolean race = pair.group() == null
                && length != null
                && length.minutes() >= SHORTEST_RACE
                && (clause.has(SeriesName.class) || endOfEvent(clause, length) > length.to())
                && clause.words() <= Reading.PROSE
                && !OnAir.isBroadcast(clause);
        if (!race || length == null) {
            return pair;
        }
        String name = Naming.rest(clause);
        reading.ask(number, Subject.KIND, "\"" + name + "\" is read as race, by its length. Is it?");
        int end = endOfEvent(clause, length);
        Label label = clause.all(SeriesName.class)
                .findFirst()
                .filter(_ -> end == length.to())
                .map(s -> new Label(s.from(), s.to(), SessionKind.RACE, List.of(), true))
                .orElse(new Label(length.from(), end, SessionKind.RACE, List.of(), true));
        return new Pair(pair.start(), Group.of(label));
    }

    /** "Drive for the Cure 200; 55 laps": what has a name and goes over laps is a race. */
    private static @Nullable Label overLaps(Clause clause) {
        Matcher laps = LAPS.matcher(clause.text().folded());
        int from = clause.tokens().getFirst().from();
        int start = clause.all(Token.Time.class).mapToInt(Token::to).max().orElse(from);
        boolean over = laps.region(from, clause.text().length()).find()
                && Integer.parseInt(laps.group(1)) >= FEWEST_LAPS
                && clause.words() <= Reading.PROSE
                && !OnAir.isBroadcast(clause);
        List<Token> name = over
                ? clause.between(start, laps.start()).stream()
                        .filter(t -> t instanceof Word || t instanceof SeriesName || t instanceof Numeral)
                        .toList()
                : List.of();
        return name.isEmpty()
                ? null
                : new Label(name.getFirst().from(), name.getLast().to(), SessionKind.RACE, List.of(), true);
    }

    /** The end of a name such as "Six Hours of The Glen", or that of the length where it is none. */
    private static int endOfEvent(Clause clause, Length length) {
        Matcher m = EVENT.matcher(clause.text().original())
                .region(length.to(), clause.text().length());
        boolean named = length.to() > length.from()
                && Character.isUpperCase(clause.text().original().charAt(length.from()))
                && m.lookingAt();
        return named ? m.end() : length.to();
    }
}
