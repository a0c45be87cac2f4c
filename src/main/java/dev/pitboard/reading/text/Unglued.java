package dev.pitboard.reading.text;

import dev.pitboard.reading.Folding;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts a space between cells that were glued: "16 de julioCarrera", "Libres 115:30". */
final class Unglued {
    /** The number of a session and a time right behind it. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<=\\p{L}{2}\\s{0,2}[1-9])(?=(?:[01]\\d|2[0-3])[:h][0-5]\\d)");

    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");

    private final Pattern date;

    Unglued(Vocabulary words) {
        date = Pattern.compile("\\d{1,2}\\s(?:de\\s)?" + words.alternatives("month") + "(?=\\p{L})");
    }

    Line apart(Line line) {
        String folded = Folding.fold(line.text());
        StringBuilder text = new StringBuilder(line.text());
        date.matcher(folded)
                .results()
                .map(MatchResult::end)
                .filter(end ->
                        CAPITAL.matcher(line.text().substring(end, end + 1)).matches())
                .findFirst()
                .ifPresent(end -> text.insert((int) end, " "));
        return new Line(line.number(), NUMBERED.matcher(text).replaceAll(" "));
    }
}
