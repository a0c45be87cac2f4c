package dev.pitboard.command;

import dev.pitboard.chat.Platform;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One named value that a command takes.
 *
 * @param name lowercase, 1 to 32 letters, as on Discord and before {@code =} in typed lines
 * @param description 1 to 100 characters
 * @param type what kind of value it is
 * @param platforms where it exists
 * @param claims of words typed without a name, those that belong to this parameter; a command's first parameter also
 *     takes the words that nobody claims if {@code takesRest}
 */
public record Parameter(
        String name,
        String description,
        Type type,
        Set<Platform> platforms,
        Predicate<String> claims,
        boolean takesRest,
        boolean completes) {
    /** What kind of value a parameter has. */
    public enum Type {
        TEXT,
        /** Free text of many lines: all that follows the command, as it was typed. Only as a command's last parameter. */
        LINES,
        /** A Discord role, as its id. */
        ROLE,
        /** A file that comes along, see {@link Request#attachment}. */
        ATTACHMENT
    }

    public Parameter {
        platforms = Set.copyOf(platforms);
    }

    /** Free text with suggestions while typing; takes all words that no other parameter claims. */
    public static Parameter search(String name, String description) {
        return new Parameter(name, description, Type.TEXT, Set.of(Platform.values()), _ -> false, true, true);
    }

    /** A value recognised by its look, so that its words may stand anywhere in a typed line. */
    public static Parameter words(String name, String description, Predicate<String> claims, boolean completes) {
        return new Parameter(name, description, Type.TEXT, Set.of(Platform.values()), claims, false, completes);
    }

    /** Free text of many lines, up to what a message holds. */
    public static Parameter lines(String name, String description) {
        return new Parameter(name, description, Type.LINES, Set.of(Platform.values()), _ -> false, true, false);
    }

    /** A file: on Discord attached to the command, on Telegram what the command answers to or is the caption of. */
    public static Parameter attachment(String name, String description) {
        return new Parameter(
                name,
                description,
                Type.ATTACHMENT,
                Set.of(Platform.DISCORD, Platform.TELEGRAM),
                _ -> false,
                false,
                false);
    }

    /** A role to ping; Discord only. */
    public static Parameter role(String name, String description) {
        return new Parameter(name, description, Type.ROLE, Set.of(Platform.DISCORD), _ -> false, false, false);
    }
}
