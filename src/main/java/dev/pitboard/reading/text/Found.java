package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Length;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as its line has it, before its day and zone are worked out.
 *
 * @param day null where nothing says which
 * @param moment null where no time is printed
 * @param broadcast whether it is from a list of television times
 * @param heading whether the day stands in a heading above and not beside the time
 */
record Found(
        int line,
        String text,
        String name,
        SessionKind kind,
        List<Integer> numbers,
        @Nullable String series,
        @Nullable DayAt day,
        boolean heading,
        @Nullable Moment moment,
        @Nullable Length length,
        DraftStatus status,
        boolean broadcast) {

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

    Found withLength(Length other) {
        return new Found(line, text, name, kind, numbers, series, day, heading, moment, other, status, broadcast);
    }

    Found withMoment(@Nullable Moment other) {
        return new Found(line, text, name, kind, numbers, series, day, heading, other, length, status, broadcast);
    }

    Found withSeries(@Nullable String other) {
        return new Found(line, text, name, kind, numbers, other, day, heading, moment, length, status, broadcast);
    }
}
