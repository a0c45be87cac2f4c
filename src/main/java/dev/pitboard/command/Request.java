package dev.pitboard.command;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command as somebody called it.
 *
 * @param space the server or group the chat is part of, as the platform's id: Discord's guild id, elsewhere the chat's own
 * @param path the words of {@link Signature#path}
 * @param arguments values by parameter name, never blank
 * @param now the instant it was called, on timetable time
 */
public record Request(
        Caller caller, ChatRef chat, String space, List<String> path, Map<String, String> arguments, Instant now) {
    public Request {
        path = List.copyOf(path);
        arguments = Map.copyOf(arguments);
    }

    /** The value of a parameter, if one was given. */
    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    public Platform platform() {
        return chat.platform();
    }
}
