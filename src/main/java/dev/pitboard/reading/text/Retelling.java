package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import java.util.List;
import java.util.Objects;

/** What a text tells twice: one session, whatever it is called, and the list is believed where a sentence has another time. */
final class Retelling {
    private Retelling() {}

    /** The place of a session that is the same as this one, told twice, or -1. */
    static int same(Found one, DraftSession session, List<Found> kept, List<DraftSession> sessions) {
        for (int i = 0; i < kept.size() && session.clock() != null; i++) {
            DraftSession other = sessions.get(i);
            boolean printed = session.clock().equals(other.clock())
                    && session.date() != null
                    && session.date().equals(other.date());
            boolean when =
                    printed || (session.startUtc() != null && session.startUtc().equals(other.startUtc()));
            boolean heard = one.isSentence()
                    && one.heading()
                    && !kept.get(i).isSentence()
                    && session.clock().equals(other.clock())
                    && session.kind() == other.kind();
            boolean told = one.isSentence() != kept.get(i).isSentence() && other.kind() == session.kind();
            boolean series = told || Tidying.compatible(kept.get(i).series(), one.series());
            boolean same = other.kind() == session.kind() && Tidying.sameName(one, kept.get(i));
            if ((when || heard) && series && (same || isRetold(one, kept.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** A sentence that has another time for a session of a list is not believed, and asked about. */
    static void contradicted(List<DraftSession> sessions, List<Found> kept, List<Question> questions) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            DraftSession said = sessions.get(i);
            int listed = kept.get(i).isSentence() && kept.get(i).isAlone() && said.date() != null
                    ? listed(i, sessions, kept)
                    : -1;
            if (listed >= 0) {
                DraftSession other = sessions.get(listed);
                questions.add(new Question(
                        said.line(),
                        Subject.TIME,
                        "\"" + said.name() + "\" is at " + said.clock() + " here and at " + other.clock() + " on line "
                                + other.line() + ". It is read as " + other.clock() + ". Is that right?"));
                sessions.remove(i);
                kept.remove(i);
            }
        }
    }

    /** The only session of a list on that day that a sentence can be about, or -1. */
    private static int listed(int said, List<DraftSession> sessions, List<Found> kept) {
        int found = -1;
        for (int i = 0; i < sessions.size(); i++) {
            boolean same = !kept.get(i).isSentence()
                    && sessions.get(i).kind() == sessions.get(said).kind()
                    && sessions.get(i).kind() != SessionKind.OTHER
                    && Objects.equals(sessions.get(i).date(), sessions.get(said).date())
                    && Tidying.compatible(kept.get(i).series(), kept.get(said).series())
                    && Tidying.sameName(kept.get(i), kept.get(said));
            if (same && found >= 0) {
                return -1;
            }
            found = same ? i : found;
        }
        return found;
    }

    /** What a sentence says of the moment that a line of a list is about is said of the same session, whatever it is called there. */
    private static boolean isRetold(Found one, Found other) {
        return one.isSentence() != other.isSentence()
                && one.kind() != SessionKind.OTHER
                && other.kind() != SessionKind.OTHER;
    }

    /** @param listed whether the second is from a list and the first from a sentence */
    static DraftSession merge(DraftSession first, DraftSession second, boolean listed) {
        DraftSession more = listed || (first.minutes() == null && second.minutes() != null) ? second : first;
        Integer minutes = more.minutes() != null ? more.minutes() : first.minutes();
        DraftStatus status = first.status() == DraftStatus.SCHEDULED ? second.status() : first.status();
        return new DraftSession(
                first.series() == null ? second.series() : first.series(),
                first.round(),
                first.venue(),
                more.name(),
                more.kind(),
                more.date(),
                more.clock(),
                more.zone(),
                more.startUtc(),
                minutes,
                status,
                first.parts().isEmpty() ? second.parts() : first.parts(),
                more.line(),
                more.text());
    }
}
