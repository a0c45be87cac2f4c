package dev.pitboard;

import dev.pitboard.chat.Platform;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A chat as it stands in the log and is typed on the command line: {@code discord:123}, {@code telegram:-100/5} for a topic, or
 * the id alone.
 *
 * @param platform null for any
 * @param topic null for the chat with all its topics
 */
record ChatNotation(
        @Nullable Platform platform, String id, @Nullable String topic) {
    private static final Pattern CHAT = Pattern.compile("(?:([a-zA-Z]+):)?(-?[^:/\\s]+)(?:/(\\S+))?");

    /** Reads it. @throws IllegalArgumentException with a sentence for people */
    static ChatNotation parse(String typed) {
        Matcher parts = CHAT.matcher(typed);
        if (!parts.matches()) {
            throw new IllegalArgumentException("--chat is written like discord:123 or telegram:-100/5.");
        }
        @Nullable String platform = parts.group(1);
        return new ChatNotation(platform == null ? null : platform(platform), parts.group(2), parts.group(3));
    }

    private static Platform platform(String word) {
        return Arrays.stream(Platform.values())
                .filter(p -> p.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--chat begins with discord:, telegram: or terminal:."));
    }
}
