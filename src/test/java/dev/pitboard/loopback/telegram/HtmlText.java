package dev.pitboard.loopback.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parse_mode HTML as strictly as the service: only its tags, all closed, in order. */
final class HtmlText {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("a", "text_link"),
            Map.entry("tg-emoji", "custom_emoji"),
            Map.entry("tg-time", "date_time"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"));
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
    private static final Set<String> BARE_ATTRIBUTES = Set.of("expandable");
    private static final Pattern TIME_FORMAT = Pattern.compile("r|w?[dD]?[tT]?");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));?");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s+([^\\s=>/\"']+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.-]+)))?");

    private record Open(String tag, int offset, Map<String, String> attributes) {}

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int position;

    HtmlText(String source) {
        this.source = source;
    }

    Formatted read() {
        while (position < source.length()) {
            char c = source.charAt(position);
            if (c == '<') {
                readTag();
            } else if (c == '&') {
                readReference();
            } else {
                text.append(c);
                position++;
            }
        }
        if (!open.isEmpty()) {
            throw unreadable("Can't find end tag corresponding to start tag \""
                    + open.peek().tag() + "\"");
        }
        entities.sort(Comparator.comparingInt(Entity::offset)
                .thenComparing(Comparator.comparingInt(Entity::length).reversed()));
        return new Formatted(text.toString(), entities);
    }

    private void readReference() {
        var reference = REFERENCE.matcher(source).region(position, source.length());
        String read = reference.lookingAt() ? decode(reference.group(1), reference.group(2), reference.group(3)) : "";
        if (read.isEmpty()) {
            text.append('&');
            position++;
        } else {
            text.append(read);
            position = reference.end();
        }
    }

    private static String decode(@Nullable String decimal, @Nullable String hex, @Nullable String name) {
        if (name != null) {
            return NAMED.getOrDefault(name, "");
        }
        int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(String.valueOf(hex), 16);
        return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    private void readTag() {
        int start = position;
        if (source.startsWith("</", start)) {
            readEnd(start);
        } else {
            readStart(start);
        }
    }

    private void readStart(int start) {
        int end = start + 1;
        while (end < source.length() && !Character.isWhitespace(source.charAt(end)) && source.charAt(end) != '>') {
            end++;
        }
        if (end == source.length()) {
            throw unreadable("Unclosed start tag at byte offset " + bytes(start));
        }
        String tag = source.substring(start + 1, end).toLowerCase(Locale.ROOT);
        if (!TYPES.containsKey(tag)) {
            throw unreadable("Unsupported start tag \"" + tag + "\" at byte offset " + bytes(start));
        }
        var attributes = new HashMap<String, String>();
        var attribute = ATTRIBUTE.matcher(source);
        while (attribute.region(end, source.length()).lookingAt()) {
            String name = attribute.group(1).toLowerCase(Locale.ROOT);
            String value = firstOf(attribute.group(2), attribute.group(3), attribute.group(4));
            boolean valueUnreadable = attribute.end() < source.length() && source.charAt(attribute.end()) == '=';
            if (valueUnreadable) {
                throw unreadable("Unclosed start tag at byte offset " + bytes(start));
            }
            if (attribute.group().indexOf('=') < 0 && !BARE_ATTRIBUTES.contains(name)) {
                throw unreadable("Expected equal sign in declaration of an attribute of the tag \"" + tag
                        + "\" at byte offset " + bytes(start));
            }
            attributes.put(name, new HtmlText(value.replace("<", "&lt;")).read().text());
            end = attribute.end();
        }
        while (end < source.length() && Character.isWhitespace(source.charAt(end))) {
            end++;
        }
        if (end == source.length() || source.charAt(end) != '>') {
            throw unreadable("Unclosed start tag at byte offset " + bytes(start));
        }
        check(tag, attributes, start);
        open.push(new Open(tag, text.length(), attributes));
        position = end + 1;
    }

    private void check(String tag, Map<String, String> attributes, int start) {
        if (tag.equals("span") && !"tg-spoiler".equals(attributes.get("class"))) {
            throw unreadable("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytes(start));
        }
        if (tag.equals("tg-emoji") && !attributes.getOrDefault("emoji-id", "").matches("\\d+")) {
            throw unreadable("Invalid custom emoji identifier specified");
        }
        if (tag.equals("tg-time")) {
            if (!attributes.getOrDefault("unix", "").matches("\\d{1,10}")) {
                throw unreadable("Invalid Unix time specified at byte offset " + bytes(start));
            }
            if (!TIME_FORMAT.matcher(attributes.getOrDefault("format", "")).matches()) {
                throw unreadable("Invalid date-time format specified at byte offset " + bytes(start));
            }
        }
    }

    private void readEnd(int start) {
        if (open.isEmpty()) {
            throw unreadable("Unexpected end tag at byte offset " + bytes(start));
        }
        int end = source.indexOf('>', start);
        if (end < 0) {
            throw unreadable("Unclosed end tag at byte offset " + bytes(start));
        }
        String tag = source.substring(start + 2, end).strip().toLowerCase(Locale.ROOT);
        var opened = open.pop();
        if (!tag.isEmpty() && !tag.equals(opened.tag())) {
            throw unreadable("Unmatched end tag at byte offset " + bytes(start) + ", expected \"</" + opened.tag()
                    + ">\", found \"</" + tag + ">\"");
        }
        int length = text.length() - opened.offset();
        if (length > 0) {
            add(opened, length);
        }
        position = end + 1;
    }

    private void add(Open opened, int length) {
        var attributes = opened.attributes();
        var details = new HashMap<String, String>();
        String type = String.valueOf(TYPES.get(opened.tag()));
        switch (opened.tag()) {
            case "a" -> {
                String url = attributes.getOrDefault("href", text.substring(opened.offset()));
                if (!url.matches("(?i)(https?://|tg://|mailto:|tel:)\\S+|[^\\s/]+\\.\\S+")) {
                    // The service shows the text of a link it cannot read, without a link.
                    return;
                }
                details.put("url", url);
            }
            case "tg-emoji" -> details.put("custom_emoji_id", String.valueOf(attributes.get("emoji-id")));
            case "tg-time" -> {
                details.put("unix_time", String.valueOf(attributes.get("unix")));
                details.put("date_time_format", attributes.getOrDefault("format", ""));
            }
            case "code" -> {
                if (attributes.getOrDefault("class", "").startsWith("language-")) {
                    details.put(
                            "language", String.valueOf(attributes.get("class")).substring("language-".length()));
                }
            }
            case "blockquote" -> {
                if (attributes.containsKey("expandable")) {
                    type = "expandable_blockquote";
                }
            }
            default -> {}
        }
        entities.add(new Entity(type, opened.offset(), length, details));
    }

    private static String firstOf(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private int bytes(int index) {
        return source.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal unreadable(String why) {
        return Refusal.badRequest("can't parse entities: " + why);
    }
}
