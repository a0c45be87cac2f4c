package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a line that means something, from {@code from} up to {@code to}. */
sealed interface Token {
    int from();

    int to();

    /**
     * A start, or a start with an end.
     *
     * @param start minutes after midnight, up to 1440
     * @param notation how it was written
     */
    record Time(int from, int to, int start, @Nullable Integer end, Notation notation) implements Token {}

    /** How a time is written, as far as it matters for what it can be mistaken for. */
    enum Notation {
        /** 11:20, 2 pm, 14 Uhr */
        CLEAR,
        /** noon */
        WORD,
        /** 11h20, which may also be a length. */
        HOURS
    }

    /** How long something takes: minutes of each part, and of the whole where there are no parts. */
    record Length(int from, int to, List<Integer> parts) implements Token {
        int minutes() {
            return parts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * A day, as far as it is written.
     *
     * @param swappable whether day and month may also be the other way round, as in 5/6
     */
    record Day(
            int from,
            int to,
            @Nullable DayOfWeek weekday,
            @Nullable Integer day,
            @Nullable Integer month,
            @Nullable Integer year,
            boolean swappable)
            implements Token {
        Day withWeekday(DayOfWeek other, int newFrom, int newTo) {
            return new Day(newFrom, newTo, other, day, month, year, swappable);
        }
    }

    /** From one day to another; never the day of a session. */
    record Days(int from, int to, Day first, Day last) implements Token {}

    /** Today is 0, tomorrow 1. */
    record Relative(int from, int to, int days) implements Token {}

    record Zone(int from, int to, ZoneLabel label) implements Token {}

    /** What a session is called: its kind, and which of several. */
    record Label(int from, int to, SessionKind kind, List<Integer> numbers, boolean weak) implements Token {}

    record SeriesName(int from, int to, String name) implements Token {}

    /** A word of the lists that says how to read the others, such as "cancelled" or "from". */
    record Cue(int from, int to, String key) implements Token {
        boolean is(String other) {
            return key.equals(other) || key.startsWith(other + ".");
        }
    }

    /** Which of several "first", "1st" and "1." say, or null for what is no ordinal. */
    static @Nullable Integer ordinal(Token token) {
        if (token instanceof Cue cue && cue.is("ordinal")) {
            return Integer.valueOf(cue.key().substring(cue.key().lastIndexOf('.') + 1));
        }
        return token instanceof Numeral number && number.ordinal() ? Integer.valueOf(number.value()) : null;
    }

    record Numeral(int from, int to, int value, boolean ordinal) implements Token {}

    record Word(int from, int to) implements Token {}

    /** Punctuation; a tab stands for every gap between cells. */
    record Mark(int from, int to, char sign) implements Token {}
}
