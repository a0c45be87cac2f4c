package dev.pitboard.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command is called and who may call it.
 *
 * @param path one or two words in Discord's spelling, such as {@code next-session} or {@code reminders on}; Telegram's
 *     spelling has {@code _} for {@code -}
 * @param description 1 to 100 characters
 * @param access who may run it
 * @param audience who sees the answer, where the platform can choose
 * @param work whether it answers from memory or needs the database or the network first
 */
public record Signature(
        List<String> path,
        String description,
        List<Parameter> parameters,
        Access access,
        Audience audience,
        Work work) {
    /** Who may run a command. */
    public enum Access {
        EVERYONE,
        /** Manage Server on Discord, admins of a Telegram group, anyone in private. */
        MANAGERS,
        /** Whom the host named for the series, which the command checks itself; shown to everyone. */
        STEWARDS
    }

    /** Who sees an answer. Mistakes are always private. */
    public enum Audience {
        PUBLIC,
        PRIVATE
    }

    /** What an answer costs. */
    public enum Work {
        MEMORY,
        /** Takes the database or the network: platforms with a deadline defer first. */
        SLOW
    }

    public Signature {
        path = List.copyOf(path);
        parameters = List.copyOf(parameters);
    }

    /** A command for everyone that answers publicly from memory. */
    public static Signature guide(String path, String description, Parameter... parameters) {
        return new Signature(
                List.of(path.split(" ", -1)),
                description,
                List.of(parameters),
                Access.EVERYONE,
                Audience.PUBLIC,
                Work.MEMORY);
    }

    /** The parameter that takes all that follows the command, line by line as it was typed; null where there is none. */
    @Nullable
    Parameter lines() {
        return parameters.stream()
                .filter(p -> p.type() == Parameter.Type.LINES)
                .findFirst()
                .orElse(null);
    }

    /** Whether a file may come along. */
    public boolean takesAttachment() {
        return parameters.stream().anyMatch(p -> p.type() == Parameter.Type.ATTACHMENT);
    }

    /** The path as one types it on Discord, without slash. */
    public String name() {
        return String.join(" ", path);
    }
}
