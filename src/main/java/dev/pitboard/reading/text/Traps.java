package dev.pitboard.reading.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that are neither times nor dates: lap times, distances, prices, telephone numbers, addresses. */
final class Traps {
    private static final int LONGEST_ADDRESS = 300;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)\\S+|/?\\w[\\w.-]*@[\\w-]+\\.[\\w.]+|[a-z0-9-]{2,}(?:\\.[a-z0-9-]+)*\\.(?:com|net|org|info|de|fr|it|es|nl|se|be|eu|tv|uk)(?![\\p{L}\\d])\\S*|/[\\w.-]+/\\S*");

    private final List<Pattern> numbers;

    Traps(Vocabulary words) {
        numbers = List.of(
                Pattern.compile("\\d{1,2}[:']\\d{2}[.,]\\d{1,4}(?!\\d|[:.]\\d)"),
                Pattern.compile("\\d{1,2}\\.\\d{2}\\.\\d{3}(?!\\d)"),
                Pattern.compile("\\d{1,3}(?:[.,' ]\\d{3})*(?:[.,]\\d+)?[\\s-]?(?:" + words.alternatives("unit.trap")
                        + "|m|%|°c?|\\u20AC|\\$|\\u00A3|kr|,-)(?![\\p{L}\\d])"),
                Pattern.compile(
                        "\\d{1,3}(?:[.,' ]\\d{3})*[\\s-]?(?:" + words.alternatives("unit.count") + ")(?![\\p{L}\\d])"),
                Pattern.compile("[\\u20AC$\\u00A3]\\s?\\d[\\d.,]*"),
                Pattern.compile("(?:eur|usd|chf|gbp|sek)\\s\\d[\\d.,]*"),
                Pattern.compile("#\\s?\\d{1,3}(?!\\d)"),
                Pattern.compile("\\+\\d{1,3}[ ()/-]*\\d[\\d ()/-]{5,}\\d"),
                Pattern.compile("[+]\\d{1,3}[.,:]\\d+(?:[.,]\\d+)?"),
                Pattern.compile("0\\d{2,5}[ /-]\\d{5,}(?:[ -]?\\d+)*"),
                Pattern.compile("0\\d{4,5}[ /-]\\d{2,}(?:[ -]\\d+)*"),
                Pattern.compile("\\d{1,3}[.,]\\d{3}(?!\\d)"),
                Pattern.compile("\\d{5,}"),
                Pattern.compile("\\d+,\\d{1,3}(?![\\d-])"));
    }

    /** The end of something that begins at {@code from} and looks like a time but is none; {@code from} where there is nothing. */
    int end(Text text, int from) {
        for (Pattern pattern : numbers) {
            Matcher m = pattern.matcher(text.folded()).region(from, text.length());
            if (m.lookingAt()) {
                return m.end();
            }
        }
        return from;
    }

    /** The end of a web or mail address, or {@code from}. */
    static int address(Text text, int from) {
        int end = from;
        boolean possible = false;
        while (end < text.length()
                && end - from <= LONGEST_ADDRESS
                && !Character.isWhitespace(text.folded().charAt(end))) {
            possible |= "./@".indexOf(text.folded().charAt(end)) >= 0;
            end++;
        }
        if (!possible || end - from > LONGEST_ADDRESS) {
            return from;
        }
        Matcher m = ADDRESS.matcher(text.folded()).region(from, text.length());
        return m.lookingAt() ? m.end() : from;
    }
}
