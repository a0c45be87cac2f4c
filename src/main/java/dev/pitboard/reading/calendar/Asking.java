package dev.pitboard.reading.calendar;

import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The questions about one calendar. */
final class Asking {
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    List<Question> questions() {
        return List.copyOf(questions);
    }

    void ask(int line, Subject about, String text) {
        questions.add(new Question(line, about, text));
    }

    /** Asks the first time only. */
    void once(int line, Subject about, String key, String text) {
        if (asked.add(key)) {
            ask(line, about, text);
        }
    }
}
