package dev.pitboard.reading.text;

import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Found.DayAt;
import dev.pitboard.reading.text.Token.Day;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times without a day, in a text that prints only one date, are on that day; it is asked. */
final class OnlyDay {
    private OnlyDay() {}

    static List<Found> given(List<Found> found, List<Scanned> lines, List<Question> questions) {
        boolean open = !found.isEmpty() && found.stream().allMatch(f -> f.day() == null);
        DayAt only = open ? only(lines) : null;
        if (only == null) {
            return found;
        }
        questions.add(new Question(
                found.getFirst().line(),
                Subject.DATE,
                "The only day that is printed stands on line " + only.line() + ". Are the times of that day?"));
        return found.stream().map(f -> f.withDay(only, true)).toList();
    }

    private static @Nullable DayAt only(List<Scanned> lines) {
        Map<String, DayAt> days = new LinkedHashMap<>();
        for (Scanned line : lines) {
            if (line.tokens().stream().anyMatch(Token.Days.class::isInstance)) {
                return null;
            }
            line.clause()
                    .all(Day.class)
                    .filter(d -> d.day() != null && d.month() != null)
                    .forEach(d -> days.putIfAbsent(d.day() + "." + d.month(), new DayAt(d, line.number(), 0, false)));
        }
        return days.size() == 1 ? days.values().iterator().next() : null;
    }
}
