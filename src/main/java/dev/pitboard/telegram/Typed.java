package dev.pitboard.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as somebody typed it.
 *
 * @param word its first word, lower case, without slash and bot name
 * @param line the whole line without slash and bot name
 */
record Typed(String word, String line) {
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_-]{1,64})(?:@(\\w{1,64}))?(?=\\s|$)(.*)", Pattern.DOTALL);

    /** The command in a message, or empty when there is none or it is for another bot. */
    static Optional<Typed> in(String text, String botName) {
        Matcher command = COMMAND.matcher(text.strip());
        if (!command.matches() || (command.group(2) != null && !command.group(2).equalsIgnoreCase(botName))) {
            return Optional.empty();
        }
        String word = command.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(new Typed(word, word + command.group(3)));
    }
}
