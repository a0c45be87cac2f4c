package dev.pitboard.reading.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of JSON with the line it begins on. */
sealed interface Json {
    int line();

    /** @param keys in the order of the file, each with its value and the line of the key */
    record Fields(int line, Map<String, Json> keys, Map<String, Integer> lines) implements Json {}

    /** An array. */
    record Items(int line, List<Json> items) implements Json {}

    /** Text, a number, a boolean or null, as written. */
    record Value(int line, JsonToken type, String text) implements Json {}

    int DEEPEST = 50;

    /**
     * Reads one value.
     *
     * @throws IOException when it is no JSON, breaks off, says a key twice or is nested too deeply; the message has the line
     */
    static Json read(String text) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            Json root = value(parser);
            parser.nextToken();
            return root;
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        int line = parser.currentTokenLocation().getLineNr();
        if (token == null) {
            throw new IOException("there is nothing in it");
        }
        return switch (token) {
            case START_OBJECT -> fields(parser, line);
            case START_ARRAY -> items(parser, line);
            default -> new Value(line, token, parser.getText());
        };
    }

    private static Json fields(JsonParser parser, int line) throws IOException {
        Map<String, Json> keys = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            lines.put(key, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            keys.put(key, value(parser));
        }
        return new Fields(line, keys, lines);
    }

    private static Json items(JsonParser parser, int line) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Items(line, items);
    }

    /** The value of a key, or null where this is no object or has no such key. */
    default @Nullable Json get(String key) {
        return this instanceof Fields fields ? fields.keys().get(key) : null;
    }

    /** The text of a key whose value is text; empty otherwise. */
    default String text(String key) {
        return get(key) instanceof Value value && value.type() == JsonToken.VALUE_STRING
                ? value.text().strip()
                : "";
    }

    /** The number of a key, or null where it has none. */
    default @Nullable Double number(String key) {
        if (!(get(key) instanceof Value value)) {
            return null;
        }
        try {
            double number = Double.parseDouble(value.text());
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** Whether a key is true. */
    default boolean isTrue(String key) {
        return get(key) instanceof Value value && value.type() == JsonToken.VALUE_TRUE;
    }
}
