package dev.pitboard.command;

import dev.pitboard.card.Line;
import dev.pitboard.chat.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A command as text: what people type on Telegram and in the terminal, and what a button has saved.
 * Values are given as words in any order where their look tells what they are, or as {@code name=value};
 * a value with spaces stands in double quotes.
 */
public record CommandLine(List<String> path, Map<String, String> arguments, int page) {
    /** The reserved name that says which page of a long answer to show, counted from 1. */
    static final String PAGE = "page";

    private static final Pattern WORD =
            Pattern.compile("([a-z]+)=(?:\"([^\"]*)\"|(\\S*))|\"([^\"]*)\"|(\\S+)", Pattern.CASE_INSENSITIVE);

    public CommandLine {
        path = List.copyOf(path);
        arguments = Map.copyOf(arguments);
    }

    /** Reads a line without its slash against the commands there are. @throws UserError when it can't be understood */
    static CommandLine parse(String typed, List<Signature> signatures, Platform platform) {
        String line = apart(typed.strip(), signatures);
        Signature signature = match(line, signatures, platform);
        Parameter lines = signature.lines();
        if (lines != null) {
            return withLines(line, signature, lines);
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        int page = 1;
        Matcher words = WORD.matcher(rest(line, signature.path().size()));
        while (words.find()) {
            String name = words.group(1) == null ? null : words.group(1).toLowerCase(Locale.ROOT);
            String value = IntStream.rangeClosed(2, 5)
                    .mapToObj(words::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            if (PAGE.equals(name) && value.matches("[0-9]{1,3}")) {
                page = Math.max(1, Integer.parseInt(value));
                continue;
            }
            Parameter parameter =
                    name == null ? claimant(value, signature, platform) : named(name, signature, platform);
            if (parameter == null && name != null) {
                value = name + "=" + value;
                parameter = claimant(value, signature, platform);
            }
            if (parameter == null) {
                throw notUnderstood(value, signature, platform);
            }
            if (!value.isBlank()) {
                arguments.merge(parameter.name(), value.strip(), (a, b) -> a + " " + b);
            }
        }
        return new CommandLine(signature.path(), arguments, page);
    }

    /** All that follows the command, whose second word may be left out, is the value, with its lines as they are. */
    private static CommandLine withLines(String line, Signature signature, Parameter lines) {
        String[] words = line.split("\\s+", 3);
        boolean whole = words.length > 1
                && signature.path().size() == 2
                && signature.path().getLast().equals(spelling(words[1]));
        String value = rest(line, whole ? 2 : 1).strip();
        return new CommandLine(signature.path(), value.isEmpty() ? Map.of() : Map.of(lines.name(), value), 1);
    }

    /** The line that leads to a page of the same answer, for a button. */
    public String withPage(int other) {
        StringBuilder line = new StringBuilder(String.join(" ", path));
        arguments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> line.append(' ').append(e.getKey()).append('=').append(quoted(e.getValue())));
        return other == 1 ? line.toString() : line + " " + PAGE + "=" + other;
    }

    /** The value as it can stand after {@code =}. */
    public static String quoted(String value) {
        return value.matches("[^\\s\"]+") ? value : '"' + value.replace('"', '\'') + '"';
    }

    /** {@code /reminders_on} is how one writes a command of two words where names can't have spaces. */
    private static String apart(String line, List<Signature> signatures) {
        String first = line.split("\\s+", 2)[0];
        return signatures.stream()
                .filter(s -> s.path().size() == 2 && String.join("-", s.path()).equals(spelling(first)))
                .findFirst()
                .map(s -> s.name() + line.substring(first.length()))
                .orElse(line);
    }

    private static Signature match(String line, List<Signature> signatures, Platform platform) {
        String[] words = line.strip().split("\\s+", 3);
        String first = spelling(words[0]);
        String second = words.length > 1 ? spelling(words[1]) : "";
        Signature found = null;
        for (Signature signature : signatures) {
            boolean fits = signature.path().getFirst().equals(first)
                    && (signature.path().size() == 1
                            || signature.path().getLast().equals(second));
            if (fits && (found == null || signature.path().size() > found.path().size())) {
                found = signature;
            }
        }
        if (first.isEmpty()) {
            throw new UserError(
                    Line.of("Nothing to do. ")
                            .then(Spelling.line("help", platform))
                            .text(" lists all commands."),
                    List.of());
        }
        if (found == null) {
            found = signatures.stream()
                    .filter(s -> s.lines() != null && s.path().getFirst().equals(first))
                    .findFirst()
                    .orElse(null);
        }
        if (found == null) {
            throw Suggestions.unknownCommand(first, second, signatures, platform);
        }
        return found;
    }

    private static String spelling(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String rest(String line, int words) {
        String rest = line.strip();
        for (int i = 0; i < words; i++) {
            rest = rest.replaceFirst("^\\S+\\s*", "");
        }
        return rest;
    }

    private static @Nullable Parameter named(String name, Signature signature, Platform platform) {
        return signature.parameters().stream()
                .filter(p -> p.name().equals(name) && p.platforms().contains(platform))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Parameter claimant(String word, Signature signature, Platform platform) {
        List<Parameter> here = signature.parameters().stream()
                .filter(p -> p.platforms().contains(platform))
                .toList();
        return here.stream()
                .filter(p -> p.claims().test(word))
                .findFirst()
                .or(() -> here.stream().filter(Parameter::takesRest).findFirst())
                .orElse(null);
    }

    private static UserError notUnderstood(String word, Signature signature, Platform platform) {
        String takes = String.join(
                ", ",
                signature.parameters().stream()
                        .filter(p -> p.platforms().contains(platform))
                        .map(p -> p.name() + "=…")
                        .toList());
        return new UserError("I can't make sense of “" + Suggestions.shortened(word) + "” in "
                + Spelling.of(signature.name(), platform) + ". "
                + (takes.isEmpty() ? "It takes nothing more." : "It takes: " + takes + "."));
    }
}
