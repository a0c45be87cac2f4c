package dev.pitboard.reading;

import java.util.List;

/**
 * What was read from one text or file. Nothing in it is on the timetable yet.
 *
 * @param sessions in the order of the text
 * @param questions what the text leaves open or contradicts itself in; a gap is never filled without one
 */
public record Draft(List<DraftSession> sessions, List<Question> questions) {
    public Draft {
        sessions = List.copyOf(sessions);
        questions = List.copyOf(questions);
    }
}
