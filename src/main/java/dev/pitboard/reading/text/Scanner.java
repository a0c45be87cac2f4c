package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Length;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.Relative;
import dev.pitboard.reading.text.Token.SeriesName;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Word;
import dev.pitboard.reading.text.Token.Zone;
import dev.pitboard.reading.text.Vocabulary.Match;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes tokens of a line, from left to right, each as long as it can be. */
final class Scanner {
    private static final Pattern ORDINAL = Pattern.compile(
            "(\\d{1,2})(?:\\.(?=\\s?\\p{L})|(?:st|nd|rd|th|er|ere|re|eme|e|ste|de|ª|º|°|:a|:e)(?![\\p{L}\\d]))");
    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern ALONE =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|e|ª|º|°|\\.)?(?=\\s*(?:$|[:,)|/\\t-]))");

    private final Vocabulary words;
    private final Style style;
    private final Clocks clocks;
    private final Dates dates;
    private final Lengths lengths;
    private final Traps traps;
    private final Zones zones;
    private final Numbering numbering;

    Scanner(Vocabulary words, Style style, Zones zones) {
        this.words = words;
        this.style = style;
        this.zones = zones;
        clocks = new Clocks(words, style);
        dates = new Dates(words, style);
        lengths = new Lengths(words);
        traps = new Traps(words);
        numbering = new Numbering(words, this::isNumberOfItsOwn);
    }

    List<Token> scan(Text text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int next = step(text, at, tokens);
            at = next > at ? next : at + 1;
        }
        return Joining.join(text, tokens);
    }

    private int step(Text text, int at, List<Token> tokens) {
        char c = text.folded().charAt(at);
        if (c == ' ') {
            int end = at;
            while (end < text.length() && text.folded().charAt(end) == ' ') {
                end++;
            }
            return end - at >= 3 ? mark(tokens, at, end, '\t') : end;
        }
        int address = Character.isLetterOrDigit(c) && text.wordBegins(at) || c == '/' ? Traps.address(text, at) : at;
        if (address > at) {
            return address;
        }
        if (Character.isDigit(c)) {
            return digits(text, at, tokens);
        }
        if (Character.isLetter(c)) {
            return letters(text, at, tokens);
        }
        int trap = traps.end(text, at);
        boolean cell = c == ';' && at + 1 < text.length() && text.folded().charAt(at + 1) != ' ';
        return trap > at ? trap : mark(tokens, at, at + 1, cell ? '\t' : c);
    }

    private static int mark(List<Token> tokens, int from, int to, char sign) {
        tokens.add(new Mark(from, to, sign));
        return to;
    }

    private int digits(Text text, int at, List<Token> tokens) {
        Token found = number(text, at, tokens);
        if (found != null) {
            tokens.add(found);
            return found instanceof Time time ? offset(text, time, tokens) : found.to();
        }
        int trap = traps.end(text, at);
        if (trap > at) {
            return trap;
        }
        Label event = lengths.event(text, at);
        if (event != null) {
            tokens.add(event);
            return event.to();
        }
        Matcher ordinal = ORDINAL.matcher(text.folded()).region(at, text.length());
        if (ordinal.lookingAt()) {
            tokens.add(new Numeral(at, ordinal.end(), Integer.parseInt(ordinal.group(1)), true));
            return ordinal.end();
        }
        Matcher plain = PLAIN.matcher(text.folded()).region(at, text.length());
        if (!plain.lookingAt()) {
            throw new IllegalStateException("a digit that is none");
        }
        int end = plain.end();
        if (end < text.length()
                && Character.isLetter(text.folded().charAt(end))
                && words.at(text, end, m -> m.is("weekday")) == null) {
            return word(text, at, tokens);
        }
        tokens.add(new Numeral(at, end, end - at > 8 ? -1 : Integer.parseInt(plain.group()), false));
        return end;
    }

    /** A date, length or time; none of them where it is a lap time or a distance. */
    private @Nullable Token number(Text text, int at, List<Token> tokens) {
        Token before = last(tokens);
        Clocks.Before context = before(tokens);
        Token date = dates.at(text, at, before instanceof Day day && day.day() == null, context.at() || context.from());
        if (date != null) {
            return date;
        }
        if (traps.end(text, at) > at) {
            return null;
        }
        Token length = lengths.minutesAt(text, at);
        if (length != null) {
            return length;
        }
        Time time = clocks.at(text, at, context);
        return time != null ? time : lengths.hoursAt(text, at);
    }

    /** An ISO time has its offset glued to it. */
    private static int offset(Text text, Time time, List<Token> tokens) {
        boolean iso = time.from() > 0 && text.folded().charAt(time.from() - 1) == 't';
        Matcher m = Pattern.compile("(z|[+-]\\d{2}:?\\d{2})(?![\\d\\p{L}])")
                .matcher(text.folded())
                .region(time.to(), text.length());
        if (!iso || !m.lookingAt()) {
            return time.to();
        }
        tokens.add(new Zone(time.to(), m.end(), Zones.offset(m.group().toUpperCase(Locale.ROOT))));
        return m.end();
    }

    private Clocks.Before before(List<Token> tokens) {
        boolean between = tokens.reversed().stream().limit(3).anyMatch(t -> t instanceof Cue cue && cue.is("between"));
        Token last = last(tokens);
        return new Clocks.Before(
                last instanceof Cue at && at.is("at"),
                last instanceof Cue from && (from.is("from") || from.is("between")),
                between,
                last instanceof Label);
    }

    private static @Nullable Token last(List<Token> tokens) {
        for (Token token : tokens.reversed()) {
            if (!(token instanceof Mark mark) || ".,:".indexOf(mark.sign()) < 0) {
                return token;
            }
        }
        return null;
    }

    private boolean isNumberOfItsOwn(Text text, int at) {
        return clocks.at(text, at, new Clocks.Before(false, false, false, true)) != null
                || dates.at(text, at, false, false) != null
                || lengths.minutesAt(text, at) != null
                || lengths.hoursAt(text, at) != null
                || traps.end(text, at) > at;
    }

    private int letters(Text text, int at, List<Token> tokens) {
        if (text.folded().charAt(at) == 't'
                && at > 0
                && last(tokens) instanceof Day day
                && day.to() == at
                && at + 1 < text.length()
                && Character.isDigit(text.folded().charAt(at + 1))) {
            return at + 1;
        }
        Zone zone = zones.at(text, at);
        if (zone != null) {
            tokens.add(zone);
            return zone.to();
        }
        Match match = words.at(text, at, this::inUse);
        Token monthFirst = match != null && match.of("month") != null
                ? dates.at(text, at, last(tokens) instanceof Day, false)
                : null;
        if (monthFirst != null) {
            tokens.add(monthFirst);
            return monthFirst.to();
        }
        Token token = match == null ? null : meaning(text, match, tokens);
        if (token == null) {
            return word(text, at, tokens);
        }
        tokens.add(token);
        return token.to();
    }

    private boolean inUse(Meaning meaning) {
        return style.languages().contains(meaning.language())
                || meaning.language().equals("series")
                || meaning.is("month")
                || meaning.is("weekday") && !meaning.is("weekday.short");
    }

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
            "sponsor");

    private @Nullable Token meaning(Text text, Match match, List<Token> tokens) {
        Meaning series = match.of("series");
        if (series != null && !Character.isLowerCase(text.original().charAt(match.from()))) {
            return new SeriesName(match.from(), match.to(), series.key().substring("series.".length()));
        }
        Meaning kind = match.of("kind");
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
        Meaning head = match.of("header");
        if (head != null && text.folded().chars().noneMatch(Character::isDigit)) {
            return new Cue(match.from(), match.to(), head.key());
        }
        if (match.of("at") != null) {
            return new Cue(match.from(), match.to(), "at");
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
            if (CUES.stream().anyMatch(meaning::is)
                    && (!meaning.is("tv")
                            || !Character.isLowerCase(text.original().charAt(match.from()))
                            || match.to() - match.from() > 7
                            || match.to() - match.from() == 2)) {
                return new Cue(match.from(), match.to(), meaning.key());
            }
        }
        return null;
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
            String rest = text.folded().substring(to);
            if (to < text.length() && text.folded().charAt(to) == '.') {
                to++;
            }
            int next = to;
            while (next < text.length() && " .,".indexOf(text.folded().charAt(next)) >= 0) {
                next++;
            }
            boolean number = dates.at(text, next, true, false) != null || rest.matches("[.,]*\\s*[(]?\\d.*");
            boolean marked = rest.matches("[.,]?\\s*(?:$|[:|/\\t)-].*)");
            boolean capital = Character.isUpperCase(text.original().charAt(match.from()));
            if (!number && !marked || !capital && !number || match.to() - match.from() == 2 && !capital) {
                return null;
            }
        }
        Matcher m = ALONE.matcher(text.folded());
        int from = to;
        while (from < text.length() && " ,".indexOf(text.folded().charAt(from)) >= 0) {
            from++;
        }
        boolean day = m.region(from, text.length()).lookingAt()
                && dates.at(text, from, true, false) == null
                && clocks.at(text, from, new Clocks.Before(false, false, false, false)) == null
                && lengths.minutesAt(text, from) == null
                && Integer.parseInt(m.group(1)) <= 31;
        DayOfWeek weekday = DayOfWeek.of(meaning.number());
        return day
                ? new Day(match.from(), m.end(), weekday, Integer.valueOf(m.group(1)), null, null, false)
                : new Day(match.from(), to, weekday, null, null, null, false);
    }

    private static int word(Text text, int at, List<Token> tokens) {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.folded().charAt(end))
                        || text.folded().charAt(end) == '\'')) {
            end++;
        }
        tokens.add(new Word(at, Math.max(end, at + 1)));
        return Math.max(end, at + 1);
    }

    static SessionKind kind(Meaning meaning) {
        return SessionKind.valueOf(meaning.key().split("\\.")[1].toUpperCase(Locale.ROOT));
    }
}
