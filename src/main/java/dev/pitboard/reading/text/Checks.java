package dev.pitboard.reading.text;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.DraftStatus;
import dev.pitboard.reading.Folding;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is odd about the sessions together: a missing series, overlaps within one, the same name twice. */
public final class Checks {
    private Checks() {}

    /** What has to be asked about sessions of one round. */
    public static List<Question> of(List<DraftSession> sessions, Known known) {
        List<Question> questions = new ArrayList<>();
        List<DraftSession> track =
                sessions.stream().filter(s -> s.kind() != SessionKind.OTHER).toList();
        track.stream()
                .filter(s -> s.series() == null)
                .findFirst()
                .ifPresent(s -> questions.add(new Question(
                        s.line(),
                        Subject.SERIES,
                        "The text names no series for \"" + s.name() + "\". Which one is it?")));
        track.stream()
                .filter(s -> s.round() == null)
                .findFirst()
                .ifPresent(s -> questions.add(new Question(
                        s.line(),
                        Subject.ROUND,
                        "The text names no round and no circuit that is known. Which round is it?")));
        for (DraftSession session : track) {
            if (session.clock() == null && session.status() == DraftStatus.TBC) {
                questions.add(
                        new Question(session.line(), Subject.TIME, "\"" + session.name() + "\" has no time yet."));
            }
        }
        twice(track, questions);
        overlaps(track, questions);
        return questions;
    }

    private static void twice(List<DraftSession> track, List<Question> questions) {
        Map<String, DraftSession> byName = new HashMap<>();
        for (DraftSession session : track) {
            String key = session.series() + "/" + Folding.fold(session.name());
            DraftSession before = byName.putIfAbsent(key, session);
            if (before != null) {
                questions.add(new Question(
                        session.line(),
                        Subject.NAME,
                        "\"" + session.name() + "\" also stands on line " + before.line()
                                + ". Are they two sessions?"));
            }
        }
    }

    private static void overlaps(List<DraftSession> track, List<Question> questions) {
        List<DraftSession> timed = track.stream()
                .filter(s -> s.startUtc() != null && s.status() != DraftStatus.CANCELLED)
                .sorted(java.util.Comparator.comparing(s -> Objects.requireNonNull(s.startUtc())))
                .toList();
        Map<String, DraftSession> lastOf = new HashMap<>();
        for (DraftSession session : timed) {
            DraftSession before = lastOf.get(String.valueOf(session.series()));
            if (before != null && overlap(before, session)) {
                questions.add(new Question(
                        session.line(),
                        Subject.OVERLAP,
                        "\"" + session.name() + "\" starts before \"" + before.name() + "\" (line " + before.line()
                                + ") is over. Is that right?"));
            }
            lastOf.put(String.valueOf(session.series()), session);
        }
    }

    private static boolean overlap(DraftSession before, DraftSession session) {
        Instant start = Objects.requireNonNull(before.startUtc());
        Instant next = Objects.requireNonNull(session.startUtc());
        @Nullable Integer minutes = before.minutes();
        return next.equals(start) || (minutes != null && next.isBefore(start.plusSeconds(60L * minutes)));
    }
}
