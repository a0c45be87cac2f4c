package dev.pitboard.reading.text;

import dev.pitboard.reading.Known;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.Relative;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day a text that says "tomorrow" came out, where its first lines print it: "Posted by Johan, 18 May 2011", "ELKHART LAKE (August 17, 2023) -". */
final class Dateline {
    private static final int FIRST_LINES = 8;
    private static final int MOST_WORDS = 6;
    private static final int FEW = 4;
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?<!\\p{L})(?:posted|published|updated|publie|mis a jour|veroffentlicht|erstellt|aktualisiert|pubblicato|aggiornato|publicado|"
                    + "actualizado|gepubliceerd|geplaatst|publicerad|uppdaterad|publicat|aggiornata|mise a jour)(?!\\p{L})");
    private static final Pattern BEHIND = Pattern.compile("\\)?\\s*[.:]?\\s*(?:-{1,2}|\\u2013|\\u2014)\\s.*");

    private Dateline() {}

    /**
     * Takes the day and time of publication out of the lines, which is the day of no session, and keeps its year.
     *
     * @param lines to be read
     */
    static List<Scanned> without(List<Scanned> lines) {
        List<Scanned> left = new ArrayList<>();
        int seen = 0;
        for (Scanned line : lines) {
            seen += line.tokens().isEmpty() ? 0 : 1;
            left.add(seen <= FIRST_LINES ? without(line) : line);
        }
        return left;
    }

    private static Scanned without(Scanned line) {
        Clause clause = line.clause();
        boolean stamp = isStamp(clause);
        Day day = stamp ? clause.all(Day.class).findFirst().orElse(null) : said(clause);
        if (day == null) {
            return line;
        }
        List<Token> tokens = new ArrayList<>();
        boolean gone = true;
        for (Token token : line.tokens()) {
            boolean part = token.from() >= (stamp ? 0 : day.from()) && gone;
            boolean small = token instanceof Mark || token instanceof Cue || token instanceof Word;
            if (part && (token instanceof Day || token instanceof Time)) {
                Integer year = token instanceof Day of ? of.year() : null;
                if (year != null) {
                    tokens.add(new Numeral(token.from(), token.to(), year, false));
                }
            } else {
                gone = gone && (!part || small) && (stamp || !(token instanceof Mark mark && mark.sign() == ']'));
                tokens.add(token);
            }
        }
        return new Scanned(line.number(), line.text(), List.copyOf(tokens));
    }

    /** The day right behind a word such as "published", with a name or a small word between; or null. */
    private static @Nullable Day said(Clause clause) {
        Matcher said = PUBLISHED.matcher(clause.text().folded());
        if (!said.find()) {
            return null;
        }
        return clause.all(Day.class)
                .filter(d -> d.from() >= said.end() && d.year() != null)
                .findFirst()
                .filter(d -> {
                    List<Token> between = clause.between(said.end(), d.from());
                    return between.size() <= FEW
                            && between.stream()
                                    .allMatch(t -> t instanceof Word
                                            || t instanceof Mark
                                            || (t instanceof Cue cue && cue.is("at")));
                })
                .orElse(null);
    }

    /** "Wednesday 6th October, 2021 - 9:30am" and nothing else. */
    private static boolean isStamp(Clause clause) {
        return clause.has(Time.class)
                && clause.all(Day.class).anyMatch(d -> d.year() != null)
                && clause.tokens().stream()
                        .allMatch(t -> t instanceof Day
                                || t instanceof Mark
                                || (t instanceof Time time && time.end() == null)
                                || (t instanceof Cue cue && cue.is("at")));
    }

    /** The same answers, with the day the text itself gives for when it came out. */
    static Known of(List<Scanned> lines, Known known) {
        boolean counted = lines.stream().flatMap(l -> l.tokens().stream()).anyMatch(Relative.class::isInstance);
        LocalDate published = known.published() == null ? printed(lines, counted) : null;
        return published == null ? known : new Known(known.series(), known.zone(), known.year(), published);
    }

    private static @Nullable LocalDate printed(List<Scanned> lines, boolean counted) {
        return lines.stream()
                .filter(l -> !l.tokens().isEmpty())
                .limit(FIRST_LINES)
                .map(line -> printed(line, counted))
                .filter(date -> date != null)
                .findFirst()
                .orElse(null);
    }

    /** @param counted whether the text counts days from it, so that less is needed to know it */
    private static @Nullable LocalDate printed(Scanned line, boolean counted) {
        Clause clause = line.clause();
        Day said = said(clause);
        Day day = said != null ? said : clause.all(Day.class).findFirst().orElse(null);
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
        long inFront = clause.between(0, day.from()).stream()
                .filter(Token.Word.class::isInstance)
                .count();
        boolean dateline = inFront <= MOST_WORDS
                && BEHIND.matcher(folded.substring(day.to())).lookingAt();
        return said != null || isStamp(clause) || (counted && (alone || dateline)) ? Years.date(day, year) : null;
    }
}
