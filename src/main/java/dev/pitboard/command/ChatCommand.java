package dev.pitboard.command;

import dev.pitboard.card.Card;
import java.util.List;

/** A command, written once and rendered on every platform. */
public interface ChatCommand {
    /** How it is called. */
    Signature signature();

    /** Answers. @throws UserError when the person has to do something differently */
    Card run(Request request);

    /** Suggestions for what is being typed into a parameter that completes; best first, as many as there are. */
    default List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return List.of();
    }

    /** A suggestion: what is shown and what is then sent. Both 1 to 100 characters. */
    record Choice(String label, String value) {}
}
