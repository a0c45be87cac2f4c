package dev.pitboard.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to answer before what it decides about is imported.
 *
 * @param key names it in an answer; the same for the same input
 * @param line where in the input the doubt arises, counted from 1; 0 where it has no line
 * @param text one sentence or two
 * @param takes what can be answered, for people
 * @param suggestions answers to choose from, likeliest first
 * @param answer the one that was given and makes sense, or null while it is open
 */
public record Asked(
        String key,
        int line,
        String text,
        String takes,
        List<String> suggestions,
        @Nullable String answer) {
    public Asked {
        suggestions = List.copyOf(suggestions);
    }

    /** Whether it still decides about something. */
    public boolean open() {
        return answer == null;
    }
}
