package dev.pitboard.reading.text;

import dev.pitboard.reading.Known;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Relative;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day a text that says "tomorrow" came out, where its first lines print it: "Posted by Johan, 18 May 2011", "ELKHART LAKE (August 17, 2023) -". */
final class Dateline {
    private static final int FIRST_LINES = 8;
    private static final int MOST_WORDS = 6;
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?:posted|published|updated|publie|mis a jour|veroffentlicht|erstellt|aktualisiert|pubblicato|aggiornato|publicado|"
                    + "actualizado|gepubliceerd|geplaatst|publicerad|uppdaterad|publicat).*");
    private static final Pattern BEHIND = Pattern.compile("\\)?\\s*[.:]?\\s*(?:-{1,2}|\\u2013|\\u2014)\\s.*");

    private Dateline() {}

    /** The same answers, with the day the text itself gives for when it came out, if it is needed. */
    static Known of(List<Scanned> lines, Known known) {
        boolean needed = known.published() == null
                && lines.stream().flatMap(l -> l.tokens().stream()).anyMatch(Relative.class::isInstance);
        LocalDate published = needed ? printed(lines) : null;
        return published == null ? known : new Known(known.series(), known.zone(), known.year(), published);
    }

    private static @Nullable LocalDate printed(List<Scanned> lines) {
        return lines.stream()
                .filter(l -> !l.tokens().isEmpty())
                .limit(FIRST_LINES)
                .map(Dateline::printed)
                .filter(date -> date != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate printed(Scanned line) {
        Clause clause = line.clause();
        Day day = clause.all(Day.class).findFirst().orElse(null);
        Integer year = day == null ? null : day.year();
        if (day == null || year == null || day.month() == null || day.day() == null) {
            return null;
        }
        String folded = line.text().folded();
        boolean alone = clause.words() <= MOST_WORDS
                && clause.all(Day.class).count() == 1
                && !clause.has(Token.Days.class)
                && !clause.hasLabels()
                && !clause.hasTimes();
        boolean said = PUBLISHED.matcher(folded.strip()).matches();
        long inFront = clause.between(0, day.from()).stream()
                .filter(Token.Word.class::isInstance)
                .count();
        boolean dateline = inFront <= MOST_WORDS
                && BEHIND.matcher(folded.substring(day.to())).lookingAt();
        return alone || said || dateline ? Years.date(day, year) : null;
    }
}
