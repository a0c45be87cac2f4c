package dev.pitboard.seasons;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes YAML line by line. Whatever could be read as something else than the text it is stands in quotes. */
final class YamlLines {
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\d ._/()'+-]*");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean item;

    /** Goes on one level deeper, as items of a list under that key. */
    void list(String key, Runnable items) {
        line(key + ":");
        depth++;
        items.run();
        depth--;
    }

    /** An item of a list, made of the keys that are written next. */
    void item(Runnable keys) {
        item = true;
        depth++;
        keys.run();
        depth--;
        item = false;
    }

    /** A key whose value is made of keys. */
    void keys(String key, Runnable keys) {
        list(key, keys);
    }

    void comment(String comment) {
        text.append(comment.isEmpty() ? "#" : "# " + comment).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    /** A value, unless it is null. */
    void text(String key, @Nullable String value) {
        if (value != null) {
            line(key + ": " + scalar(value));
        }
    }

    /** A number or a day or time, which needs no quotes. */
    void plain(String key, @Nullable Object value) {
        if (value != null) {
            line(key + ": " + value);
        }
    }

    /** A list of texts, unless it is empty. */
    void texts(String key, List<String> values) {
        if (!values.isEmpty()) {
            line(key + ":");
            depth++;
            values.forEach(value -> line("- " + scalar(value)));
            depth--;
        }
    }

    private void line(String line) {
        int indent = item ? depth - 1 : depth;
        text.append("  ".repeat(indent)).append(item ? "- " : "").append(line).append('\n');
        item = false;
    }

    static String scalar(String value) {
        if (PLAIN.matcher(value).matches() && !value.endsWith(" ") && !WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(printed(c));
            }
        });
        return quoted.append('"').toString();
    }

    /** What YAML does not take as it is, or an editor might change, is escaped. */
    private static String printed(int c) {
        boolean odd = Character.isISOControl(c)
                || c == 0xFEFF
                || c == 0x2028
                || c == 0x2029
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.UNASSIGNED
                || Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.SURROGATE;
        return odd ? String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c) : Character.toString(c);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
