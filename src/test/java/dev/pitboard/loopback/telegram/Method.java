package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A method of the Bot API.
 *
 * @param known its parameters, as the description of the Bot API 10.1 lists them
 */
record Method(String name, Set<String> known, Action action) {
    /** Carries a request out and returns its result, or throws a {@link Refusal}. */
    interface Action {
        JsonNode answer(Parameters parameters);
    }

    static Method of(String name, Action action, String... known) {
        return new Method(name, Set.of(known), action);
    }
}
