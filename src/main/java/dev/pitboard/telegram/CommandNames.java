package dev.pitboard.telegram;

import dev.pitboard.command.Signature;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as Telegram spells them: {@code next_session} for {@code next-session}, which would end at the hyphen. */
final class CommandNames {
    private static final Pattern MENTION = Pattern.compile("(?<![\\w/:.])/([a-z0-9]+(?:-[a-z0-9]+)+)");

    private final Set<String> hyphenated;

    CommandNames(List<Signature> signatures) {
        hyphenated = signatures.stream()
                .map(signature -> signature.path().getFirst())
                .filter(word -> word.contains("-"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The text with every command in it spelled so that it can be tapped. */
    String spelled(String text) {
        return text.indexOf('/') < 0 ? text : MENTION.matcher(text).replaceAll(this::spelled);
    }

    private String spelled(MatchResult mention) {
        String name = mention.group(1);
        return hyphenated.contains(name) ? "/" + inMenu(name) : mention.group();
    }

    /** The word as it is registered. */
    static String inMenu(String word) {
        return word.replace('-', '_');
    }
}
