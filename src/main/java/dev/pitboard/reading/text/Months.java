package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Vocabulary.Match;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months that stand alone with their year, as in "April 2022", for days below that are printed without a month. */
final class Months {
    private Months() {}

    static Set<YearMonth> named(List<Scanned> lines, Vocabulary words) {
        Pattern month = Pattern.compile("(?<![\\p{L}\\d])" + words.alternatives("month")
                + "\\.?\\s+(?:de\\s+|del\\s+|of\\s+)?((?:19|20)\\d{2})(?![\\d:.])");
        Set<YearMonth> named = new TreeSet<>();
        for (Scanned line : lines) {
            Matcher m = month.matcher(line.text().folded());
            while (m.find()) {
                Match match = words.at(line.text(), m.start(), meaning -> meaning.is("month"));
                Meaning meaning = match == null ? null : match.of("month");
                if (meaning != null) {
                    named.add(YearMonth.of(Integer.parseInt(Objects.requireNonNull(m.group(1))), meaning.number()));
                }
            }
        }
        return named;
    }
}
