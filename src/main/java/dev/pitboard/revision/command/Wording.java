package dev.pitboard.revision.command;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import dev.pitboard.command.Suggestions;
import dev.pitboard.command.UserError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words and arguments that these commands share. */
final class Wording {
    static final String CONFIRM = "confirm";
    static final String REASON = "reason";

    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_TEXT = 200;

    private Wording() {}

    /** Privately answered, from the database, for stewards. */
    static Signature signature(String path, String description, Parameter... parameters) {
        return new Signature(
                List.of(path.split(" ", -1)),
                description,
                List.of(parameters),
                Access.STEWARDS,
                Audience.PRIVATE,
                Work.SLOW);
    }

    static Parameter confirm() {
        return text(CONFIRM, "The button fills this in: for which revision the consequences were shown");
    }

    static Parameter reason() {
        return text(REASON, "Why, for the history");
    }

    /** Free text that has to be named in typed lines. */
    static Parameter text(String name, String description) {
        return new Parameter(
                name, description, Parameter.Type.TEXT, Set.of(Platform.values()), _ -> false, false, false);
    }

    /** One line, as it is kept. @throws UserError when it is too long */
    static String line(String typed) {
        String line = typed.replaceAll("\\s+", " ").strip();
        if (line.length() > LONGEST_TEXT) {
            throw new UserError("“" + Suggestions.shortened(line) + "” is too long: at most " + LONGEST_TEXT
                    + " characters are possible.");
        }
        return line;
    }

    /** A command line; arguments in the order of their names. */
    static String commandLine(List<String> path, Map<String, String> arguments) {
        return String.join(" ", path)
                + arguments.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> " " + e.getKey() + "=" + CommandLine.quoted(e.getValue()))
                        .collect(Collectors.joining());
    }

    /** The line of a request with one argument replaced, and asking again. */
    static String again(Request request, String argument, String value) {
        Map<String, String> arguments = new java.util.HashMap<>(request.arguments());
        arguments.put(argument, value);
        arguments.remove(CONFIRM);
        return commandLine(request.path(), arguments);
    }

    /** Who made a change, for people. */
    static String who(String who) {
        return switch (who) {
            case "terminal" -> "the host";
            case "file" -> "the season file";
            default -> who;
        };
    }

    static String counted(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** The text cut to what a button may hold. */
    static String label(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
