package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The text of a message with its tags taken out, checked and trimmed as the service does it. */
record Formatted(String text, List<Entity> entities) {
    private static final int LONGEST = 4096;
    private static final int MOST_ENTITIES = 100;
    private static final Set<String> DETAILS =
            Set.of("url", "language", "custom_emoji_id", "unix_time", "date_time_format");

    static Formatted read(Parameters parameters) {
        String text = parameters.text("text");
        String mode = parameters.text("parse_mode").toLowerCase(Locale.ROOT);
        var formatted = switch (mode) {
            case "html" -> new HtmlText(text).read();
            case "" -> new Formatted(text, entities(parameters, text));
            case "markdown", "markdownv2" -> {
                parameters.mistake("parse_mode " + mode + " is not read here");
                yield new Formatted(text, List.of());
            }
            default -> throw Refusal.badRequest("unsupported parse_mode");
        };
        var trimmed = formatted.trimmed();
        if (trimmed.text.isEmpty()) {
            throw Refusal.badRequest("text must be non-empty");
        }
        if (trimmed.text.length() > LONGEST) {
            throw Refusal.badRequest("message is too long");
        }
        if (trimmed.entities.size() > MOST_ENTITIES) {
            parameters.mistake("more than " + MOST_ENTITIES + " entities; the rest is dropped");
            return new Formatted(trimmed.text, trimmed.entities.subList(0, MOST_ENTITIES));
        }
        return trimmed;
    }

    private static List<Entity> entities(Parameters parameters, String text) {
        JsonNode given = parameters.json("entities");
        var entities = new ArrayList<Entity>();
        if (given == null) {
            return entities;
        }
        for (JsonNode node : given) {
            int offset = node.path("offset").asInt(-1);
            int length = node.path("length").asInt(-1);
            if (offset < 0 || length <= 0 || offset + length > text.length()) {
                throw Refusal.badRequest("entity beyond the end of the text");
            }
            var details = new HashMap<String, String>();
            node.properties().forEach(field -> {
                if (DETAILS.contains(field.getKey())) {
                    details.put(field.getKey(), field.getValue().asText());
                }
            });
            entities.add(new Entity(node.path("type").asText(), offset, length, details));
        }
        return entities;
    }

    private Formatted trimmed() {
        int start = text.length() - text.stripLeading().length();
        int end = start + text.strip().length();
        if (start == 0 && end == text.length()) {
            return this;
        }
        var kept = new ArrayList<Entity>();
        for (Entity entity : entities) {
            int from = Math.max(entity.offset(), start);
            int to = Math.min(entity.offset() + entity.length(), end);
            if (from < to) {
                kept.add(new Entity(entity.type(), from - start, to - from, entity.details()));
            }
        }
        return new Formatted(text.substring(start, end), kept);
    }
}
