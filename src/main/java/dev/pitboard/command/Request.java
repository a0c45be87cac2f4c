package dev.pitboard.command;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command as somebody called it.
 *
 * @param space the server or group the chat is part of, as the platform's id: Discord's guild id, elsewhere the chat's own
 * @param path the words of {@link Signature#path}
 * @param arguments values by parameter name, never blank
 * @param attachment a file that came along, for a command that takes one
 * @param now the instant it was called, on timetable time
 */
public record Request(
        Caller caller,
        ChatRef chat,
        String space,
        List<String> path,
        Map<String, String> arguments,
        @Nullable Attachment attachment,
        Instant now) {
    /** One without a file. */
    public Request(
            Caller caller, ChatRef chat, String space, List<String> path, Map<String, String> arguments, Instant now) {
        this(caller, chat, space, path, arguments, null, now);
    }

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
