package dev.pitboard.revision;

import java.time.Instant;
import java.util.Map;

/**
 * Something that waits to be approved or dropped. What it would change is worked out anew whenever somebody looks, from the
 * input, the answers and the timetable as it is then.
 *
 * @param source where it comes from, for people: a file's name, "pasted text"
 * @param input what was given, as it was
 * @param answers to what was asked, by the question's key
 * @param at when it came, on timetable time
 */
@SuppressWarnings("ArrayRecordComponent") // Two proposals are the same when their ids are; nobody compares inputs.
public record Proposal(
        long id,
        Kind kind,
        String source,
        byte[] input,
        Map<String, String> answers,
        String who,
        Instant at,
        State state) {
    /** What the input is. */
    public enum Kind {
        /** Somebody else's timetable, in any format that is read. */
        IMPORT,
        /** What a season file said before and says now, of a season whose file asks for what nobody may do unasked. */
        FILE
    }

    /** What became of it. */
    public enum State {
        OPEN,
        APPROVED,
        DROPPED
    }

    public Proposal {
        answers = Map.copyOf(answers);
    }
}
