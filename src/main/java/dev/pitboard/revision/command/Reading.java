package dev.pitboard.revision.command;

import java.time.Instant;
import java.util.List;

/** What a text means that somebody typed as a time. */
sealed interface Reading {
    /** One instant. */
    record Read(Instant at) implements Reading {}

    /** Several things, or something that can't be: a question with its answers. */
    record Asks(String question, List<Answer> answers) implements Reading {
        public Asks {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer to choose.
     *
     * @param label for a button
     * @param text what to read instead, which asks nothing more
     */
    record Answer(String label, String text) {}
}
