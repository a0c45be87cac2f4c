package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Length;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session as its line has it, before its day and zone are worked out.
 *
 * @param label what it is called and of which kind
 * @param day null where nothing says which
 * @param heading whether the day stands in a heading above and not beside the time
 * @param moment null where no time is printed
 * @param broadcast whether it is from a list of television times
 */
record Found(
        int line,
        String text,
        Title label,
        @Nullable String series,
        @Nullable DayAt day,
        boolean heading,
        @Nullable Moment moment,
        @Nullable Length length,
        DraftStatus status,
        boolean broadcast) {

    private static final Pattern SMALL_WORD = Pattern.compile("(?<![\\p{L}\\d'])\\p{Ll}{2,}(?![\\p{L}\\d])");
    private static final int SENTENCE = 6;
    private static final Pattern CLOCK = Pattern.compile("(?<!\\d)\\d{1,2}[:.h]\\d{2}(?!\\d)");

    /** @param numbers which of several, such as 1 and 2 for "Q1/Q2" */
    record Title(String name, SessionKind kind, List<Integer> numbers) {}

    /**
     * A day and where it is written.
     *
     * @param later days after it: 1 for "tomorrow"
     * @param relative whether it is counted from the day of publication where that is known
     */
    record DayAt(@Nullable Day day, int line, int later, boolean relative) {}

    /**
     * The start as printed, and the same start in other zones.
     *
     * @param start minutes after midnight
     */
    record Moment(
            int start, @Nullable Integer end, @Nullable ZoneLabel zone, List<Moment> elsewhere) {
        Moment withoutElsewhere() {
            return new Moment(start, end, zone, List.of());
        }
    }

    /** Whether it is from a sentence and not from a line of a table. */
    boolean isSentence() {
        return SMALL_WORD.matcher(text).results().limit(SENTENCE).count() == SENTENCE;
    }

    /** Whether its line has this one time and no other. */
    boolean isAlone() {
        return CLOCK.matcher(text).results().limit(2).count() < 2;
    }

    String name() {
        return label.name();
    }

    SessionKind kind() {
        return label.kind();
    }

    List<Integer> numbers() {
        return label.numbers();
    }

    Found withLength(@Nullable Length other) {
        return new Found(line, text, label, series, day, heading, moment, other, status, broadcast);
    }

    Found withMoment(@Nullable Moment other) {
        return new Found(line, text, label, series, day, heading, other, length, status, broadcast);
    }

    Found withLabel(Title other) {
        return new Found(line, text, other, series, day, heading, moment, length, status, broadcast);
    }

    Found withDay(@Nullable DayAt other, boolean above) {
        return new Found(line, text, label, series, other, above, moment, length, status, broadcast);
    }

    Found withStatus(DraftStatus other) {
        return new Found(line, text, label, series, day, heading, moment, length, other, broadcast);
    }

    Found withText(String other) {
        return new Found(line, other, label, series, day, heading, moment, length, status, broadcast);
    }

    Found withoutSeries() {
        return new Found(line, text, label, null, day, heading, moment, length, status, broadcast);
    }

    Found onAir() {
        return new Found(line, text, label, series, day, heading, moment, length, status, true);
    }
}
