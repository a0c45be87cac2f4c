package dev.pitboard.loopback.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request as it came in and how it was answered.
 *
 * @param method with the spelling of the documentation, or as called when there is no such method
 * @param parameters as sent; objects and lists as JSON text
 * @param status the HTTP status of the answer; 0 when the connection was dropped without one
 * @param description the refusal's text, empty when it succeeded
 * @param mistakes what the real service lets pass in silence but is surely not meant, e.g. unknown parameters
 */
public record Call(
        String method,
        Map<String, String> parameters,
        int status,
        String description,
        List<String> mistakes,
        Instant at) {
    public Call {
        parameters = Map.copyOf(parameters);
        mistakes = List.copyOf(mistakes);
    }
}
