package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Time;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number is: a date, a length, a time, or a trap. */
final class Numbers {
    private final Clocks clocks;
    private final Dates dates;
    private final Lengths lengths;
    private final Traps traps;

    Numbers(Vocabulary words, Style style) {
        clocks = new Clocks(words, style);
        dates = new Dates(words, style);
        lengths = new Lengths(words);
        traps = new Traps(words);
    }

    private static final Pattern BARE_RANGE = Pattern.compile("\\d{1,2}[^\\d:.h]+\\d{1,2}");

    /** A date, length or time; none of them where it is a lap time or a distance. */
    @Nullable
    Token at(Text text, int at, List<Token> tokens) {
        Token before = last(tokens);
        Clocks.Before context = before(tokens, at);
        Token date = dates.at(text, at, before instanceof Day day && day.day() == null, context.at() || context.from());
        if (date != null) {
            return date;
        }
        if (traps.end(text, at) > at && !Clocks.isComma(text, at, context)) {
            return null;
        }
        Token length = lengths.minutesAt(text, at);
        if (length != null) {
            return length;
        }
        Time time = clocks.at(text, at, context);
        if (time != null && isCounted(text, time)) {
            return null;
        }
        return time != null ? time : lengths.hoursAt(text, at);
    }

    /** "At 10 to 15 mph". */
    private boolean isCounted(Text text, Time time) {
        int last = time.to();
        while (last > time.from() && Character.isDigit(text.folded().charAt(last - 1))) {
            last--;
        }
        return time.end() != null
                && BARE_RANGE
                        .matcher(text.folded().substring(time.from(), time.to()))
                        .matches()
                && traps.end(text, last) > time.to();
    }

    /** A date, also one that begins with its month, or null. */
    @Nullable
    Token date(Text text, int at, List<Token> tokens) {
        return dates.at(text, at, last(tokens) instanceof Day, false);
    }

    /** The date behind a weekday, or null. */
    @Nullable
    Token dateAfterWeekday(Text text, int at) {
        return dates.at(text, at, true, false);
    }

    /** The end of a number that means nothing here, or {@code at}. */
    int trap(Text text, int at) {
        return traps.end(text, at);
    }

    @Nullable
    Label event(Text text, int at) {
        return lengths.event(text, at);
    }

    /** Whether a number behind a weekday is more than the day of the month. */
    boolean isMoreThanADay(Text text, int at) {
        return dates.at(text, at, true, false) != null
                || clocks.at(text, at, new Clocks.Before(false, false, false, false)) != null
                || lengths.minutesAt(text, at) != null;
    }

    /** Whether a number behind a label is a time, date or length, and not that of the session. */
    boolean isNumberOfItsOwn(Text text, int at) {
        return clocks.at(text, at, new Clocks.Before(false, false, false, true)) != null
                || dates.at(text, at, false, false) != null
                || lengths.minutesAt(text, at) != null
                || lengths.hoursAt(text, at) != null
                || traps.end(text, at) > at;
    }

    private static Clocks.Before before(List<Token> tokens, int place) {
        boolean between = tokens.reversed().stream().limit(3).anyMatch(t -> t instanceof Cue cue && cue.is("between"));
        Token last = last(tokens);
        return new Clocks.Before(
                last instanceof Cue at && at.is("at") && at.to() < place,
                last instanceof Cue from && (from.is("from") || from.is("between")) && from.to() < place,
                between,
                last instanceof Label);
    }

    /** The last token that is more than a comma. */
    static @Nullable Token last(List<Token> tokens) {
        for (Token token : tokens.reversed()) {
            if (!(token instanceof Mark mark) || ".,:".indexOf(mark.sign()) < 0) {
                return token;
            }
        }
        return null;
    }
}
