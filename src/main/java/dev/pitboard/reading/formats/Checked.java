package dev.pitboard.reading.formats;

import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import dev.pitboard.reading.text.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds the questions that arise from all sessions of a round together, but for those whose times are to be confirmed anyway, and keeps the number of questions within what somebody can
 * answer.
 */
final class Checked {
    private static final int MOST_QUESTIONS = 500;

    private Checked() {}

    static Draft of(Draft draft, Known known) {
        Map<String, List<DraftSession>> rounds = new LinkedHashMap<>();
        for (DraftSession session : draft.sessions()) {
            if (session.status() == DraftStatus.TBC && session.startUtc() != null) {
                continue;
            }
            rounds.computeIfAbsent(
                            session.series() + "/" + session.round() + "/" + year(session), _ -> new ArrayList<>())
                    .add(session);
        }
        List<Question> all = new ArrayList<>(draft.questions());
        Set<Subject> asked = new HashSet<>();
        for (List<DraftSession> round : rounds.values()) {
            for (Question question : Checks.of(round, known)) {
                boolean ofAll = question.about() == Subject.SERIES || question.about() == Subject.ROUND;
                if (!ofAll || asked.add(question.about())) {
                    all.add(question);
                }
            }
        }
        List<Question> sorted = all.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Question::line))
                .toList();
        return new Draft(draft.sessions(), sorted.size() <= MOST_QUESTIONS ? sorted : shortened(sorted));
    }

    private static String year(DraftSession session) {
        return session.startUtc() != null
                ? session.startUtc().toString().substring(0, 4)
                : session.date() == null ? "" : String.valueOf(session.date().getYear());
    }

    private static List<Question> shortened(List<Question> questions) {
        List<Question> first = new ArrayList<>(questions.subList(0, MOST_QUESTIONS));
        first.add(new Question(
                0,
                Subject.NAME,
                (questions.size() - MOST_QUESTIONS)
                        + " more questions are left out here. Import fewer sessions at a time."));
        return first;
    }
}
