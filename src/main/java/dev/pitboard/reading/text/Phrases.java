package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.Relative;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Word;
import dev.pitboard.reading.text.Vocabulary.Match;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a phrase of the word lists means where it stands. */
final class Phrases {

    /** "17:30 Fri". */
    private static final Pattern AFTER_TIME = Pattern.compile(".*\\d[:.h]\\d\\d(?:\\s?[ap]m)?\\s+");

    private static final Set<String> CUES = Set.of(
            "and",
            "to",
            "between",
            "at",
            "until",
            "each",
            "respectively",
            "tv",
            "repeat",
            "instead",
            "cancelled",
            "postponed",
            "tbc",
            "header",
            "local",
            "round",
            "phone",
            "ordinal",
            "count",
            "grid",
            "daypart",
            "from",
            "past",
            "after",
            "original",
            "later",
            "show",
            "sponsor",
            "revised",
            "session",
            "same",
            "negation",
            "than",
            "moved");

    private final Pattern alone;
    private final Pattern beforeTime;
    private final Style style;
    private final Numbers numbers;
    private final Numbering numbering;

    Phrases(Vocabulary words, Style style, Numbers numbers) {
        alone = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|e|ª|º|°|\\.)?(?=\\s*(?:$|[:,)|/\\t-]|\\s(?:"
                + words.alternatives("at") + ")\\s*\\d))");
        beforeTime = Pattern.compile("[.,]?\\s*(?:" + words.alternatives("at") + "|" + words.alternatives("from")
                + ")\\s*\\d{1,2}(?:[:.h]\\d{2}|\\s?" + words.alternatives("unit.clock") + "(?!\\p{L})).*");
        this.style = style;
        this.numbers = numbers;
        numbering = new Numbering(words, numbers::isNumberOfItsOwn);
    }

    /** Whether a meaning counts in this text: those of its languages, and names of series, months and days in all. */
    boolean inUse(Meaning meaning) {
        return style.languages().contains(meaning.language())
                || meaning.language().equals("series")
                || meaning.language().equals(Meaning.ANY)
                || meaning.is("month")
                || (meaning.is("weekday") && !meaning.is("weekday.short"));
    }

    /** The token for a phrase, or null where it is just a word. */
    @Nullable
    Token meaning(Text text, Match match, List<Token> tokens) {
        Meaning series = match.of("series");
        if (series != null && !Character.isLowerCase(text.original().charAt(match.from()))) {
            return new SeriesName(match.from(), match.to(), series.key().substring("series.".length()));
        }
        Meaning head = match.of("header");
        if (head != null && isWholeLine(text, match)) {
            return new Cue(match.from(), match.to(), head.key());
        }
        Meaning kind = kind(match);
        if (kind != null && !isPlace(text, match)) {
            return numbering.label(text, match, kind, tokens);
        }
        Meaning weekday = match.of("weekday");
        if (weekday != null) {
            Day day = weekday(text, match, weekday);
            if (day != null) {
                return day;
            }
        }
        return cue(text, match);
    }

    /** What names a session; "Q1" surely, and "Q" only where nothing else does. */
    private static @Nullable Meaning kind(Match match) {
        return match.meanings().stream()
                .filter(m -> m.is("kind"))
                .min(Comparator.comparing(m -> m.key().endsWith(".weak")))
                .orElse(null);
    }

    /** A cell of the head of a table, on a line of its own. */
    private static boolean isWholeLine(Text text, Match match) {
        String rest = text.folded().substring(0, match.from()) + text.folded().substring(match.to());
        return rest.chars().noneMatch(Character::isLetterOrDigit);
    }

    private @Nullable Token cue(Text text, Match match) {
        Meaning head = match.of("header");
        if (head != null && text.folded().chars().noneMatch(Character::isDigit)) {
            return new Cue(match.from(), match.to(), head.key());
        }
        if (match.of("at") != null) {
            return new Cue(match.from(), match.to(), "at");
        }
        if (match.of("until") != null) {
            return new Cue(match.from(), match.to(), "until");
        }
        for (Meaning meaning : mainLanguageFirst(match)) {
            if (meaning.is("relative")) {
                return new Relative(match.from(), match.to(), meaning.number());
            }
            if (meaning.is("clock")) {
                return new Time(match.from(), match.to(), meaning.number(), null, Token.Notation.WORD);
            }
            if (meaning.is("length")) {
                return new Length(match.from(), match.to(), List.of(meaning.number()));
            }
            if (meaning.is("class")) {
                return new Word(match.from(), match.to());
            }
            if (CUES.stream().anyMatch(meaning::is) && (!meaning.is("tv") || isChannel(text, match))) {
                return new Cue(match.from(), match.to(), meaning.key());
            }
        }
        return null;
    }

    /** Names of channels are written with a capital; "ran" is a word. */
    private static boolean isChannel(Text text, Match match) {
        int length = match.to() - match.from();
        return !Character.isLowerCase(text.original().charAt(match.from())) || length > 7 || length == 2;
    }

    /** "P5" is where somebody finished. */
    private static boolean isPlace(Text text, Match match) {
        return match.to() - match.from() == 1
                && match.to() < text.length()
                && "056789".indexOf(text.folded().charAt(match.to())) >= 0;
    }

    /** "Première" is a channel in Germany and an ordinal in France. */
    private List<Meaning> mainLanguageFirst(Match match) {
        return match.meanings().stream()
                .sorted(Comparator.comparingInt(m -> style.languages().contains(m.language())
                        ? style.languages().indexOf(m.language())
                        : 99))
                .toList();
    }

    /** A weekday, with the day of the month that may stand behind it; a short one only where a number or a mark follows. */
    private @Nullable Day weekday(Text text, Match match, Meaning meaning) {
        int to = match.to();
        if (meaning.is("weekday.short")) {
            if (!isSure(text, match)) {
                return null;
            }
            to += to < text.length() && text.folded().charAt(to) == '.' ? 1 : 0;
        }
        Matcher m = alone.matcher(text.folded());
        int from = to;
        while (from < text.length() && " ,".indexOf(text.folded().charAt(from)) >= 0) {
            from++;
        }
        boolean day = m.region(from, text.length()).lookingAt()
                && !numbers.isMoreThanADay(text, from)
                && Integer.parseInt(m.group(1)) <= 31;
        DayOfWeek weekday = DayOfWeek.of(meaning.number());
        return day
                ? new Day(match.from(), m.end(), weekday, Integer.valueOf(m.group(1)), null, null, false)
                : new Day(match.from(), to, weekday, null, null, null, false);
    }

    /** "Sat" before a number or mark; "so" is a word and "So 12." a day. */
    private boolean isSure(Text text, Match match) {
        String rest = text.folded().substring(match.to());
        int next = match.to();
        while (next < text.length() && " .,".indexOf(text.folded().charAt(next)) >= 0) {
            next++;
        }
        boolean number = numbers.dateAfterWeekday(text, next) != null || rest.matches("[.,]*\\s*[(]?\\d.*");
        boolean marked = rest.matches("[.,]?\\s*(?:$|[:|/\\t)-].*)");
        boolean capital = Character.isUpperCase(text.original().charAt(match.from()));
        if (capital
                && AFTER_TIME.matcher(text.folded().substring(0, match.from())).matches()) {
            return true;
        }
        boolean first = text.folded().substring(0, match.from()).chars().noneMatch(Character::isLetterOrDigit);
        return (capital && beforeTime.matcher(rest).matches())
                || (number && (capital || first || match.to() - match.from() > 2))
                || (marked && capital);
    }
}
