package dev.pitboard.seasons;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Fits YAML nodes to a file record: reports unknown, repeated and missing keys and values of the wrong type, notes each value's
 * line, and leaves out what does not fit, so that the rest can still be bound and checked.
 */
final class Shape {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_TEXT = 1000;

    private Shape() {}

    /** The record in {@code root}, as far as it fits; components that are missing or don't fit are null. */
    static <T> @Nullable T bind(Node root, Class<T> type, Report report) {
        JsonNode tree = fit(root, type, report.root());
        if (tree == null) {
            return null;
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cut to the shape of " + type.getSimpleName() + " must bind", e);
        }
    }

    private static @Nullable JsonNode fit(Node node, Type type, At at) {
        node.getStartMark().ifPresent(mark -> at.report().mark(at.path(), YamlText.line(mark)));
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (!node.getTag().getValue().startsWith(Tag.PREFIX)) {
            at.error("tags such as " + node.getTag().getValue() + " are not read");
            return null;
        }
        if (type instanceof ParameterizedType list) {
            return list(node, list.getActualTypeArguments()[0], at);
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord() ? mapping(node, plain, at) : scalar(node, plain, at);
    }

    private static @Nullable JsonNode list(Node node, Type of, At at) {
        if (!(node instanceof SequenceNode sequence)) {
            at.error("must be a list, such as [one, two]");
            return null;
        }
        ArrayNode array = JSON.arrayNode();
        int index = 0;
        for (Node item : sequence.getValue()) {
            At place = at.index(index++);
            JsonNode value = fit(item, of, place);
            if (item.getTag().equals(Tag.NULL)) {
                place.error("is empty");
            }
            array.add(value);
        }
        return array;
    }

    private static @Nullable JsonNode mapping(Node node, Class<?> type, At at) {
        if (!(node instanceof MappingNode mapping)) {
            at.error("must be made of keys and values, such as { name: ... }");
            return null;
        }
        Map<String, RecordComponent> known = components(type);
        Map<String, Integer> seen = new HashMap<>();
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().map(YamlText::line).orElse(0);
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                at.report().error(line, at.path(), "a key must be a single word", null);
                continue;
            }
            String key = scalar.getValue();
            Integer first = seen.putIfAbsent(key, line);
            if (first != null) {
                at.report().error(line, at.key(key).path(), "this key was already given on line " + first, null);
                continue;
            }
            RecordComponent component = known.get(key);
            if (component == null) {
                unknownKey(key, line, known, at);
                continue;
            }
            at.report().mark(at.key(key).path(), line);
            JsonNode value = fit(tuple.getValueNode(), component.getGenericType(), at.key(key));
            if (value != null) {
                object.set(key, value);
            } else if (tuple.getValueNode().getTag().equals(Tag.NULL)) {
                seen.remove(key);
            }
        }
        known.forEach((key, component) -> {
            if (isRequired(component) && !seen.containsKey(key)) {
                at.error("the key \"" + key + "\" is missing");
            }
        });
        return object;
    }

    private static void unknownKey(String key, int line, Map<String, RecordComponent> known, At at) {
        String guess = Guess.of(key, known.keySet());
        String message = "there is no key \"" + key + "\" here"
                + (guess == null ? "; the keys are " + String.join(", ", known.keySet()) : "");
        at.report().error(line, at.key(key).path(), message, guess);
    }

    private static @Nullable JsonNode scalar(Node node, Class<?> type, At at) {
        if (!(node instanceof ScalarNode scalar)) {
            at.error("must be a single value, not a list or keys and values");
            return null;
        }
        String raw = scalar.getValue();
        if (type == String.class) {
            return text(raw.strip(), at);
        }
        if (type == Integer.class) {
            return whole(scalar, at);
        }
        if (type == Double.class) {
            return number(scalar, at);
        }
        if (type == Boolean.class && scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(raw));
        }
        at.error("must be true or false, not \"" + abridged(raw) + "\"");
        return null;
    }

    /** Text is taken as written, so a country {@code NO} and a number {@code 007} stay what they are. */
    private static @Nullable JsonNode text(String text, At at) {
        if (text.isEmpty()) {
            at.error("is empty");
        } else if (text.length() > LONGEST_TEXT) {
            at.error("is " + text.length() + " characters long; at most " + LONGEST_TEXT + " are read");
        } else if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            at.error("has a control character in it");
        } else {
            return JSON.textNode(text);
        }
        return null;
    }

    private static @Nullable JsonNode whole(ScalarNode scalar, At at) {
        String raw = scalar.getValue();
        if (scalar.getTag().equals(Tag.INT) && raw.matches("[-+]?[0-9]{1,9}")) {
            return JSON.numberNode(Integer.parseInt(raw));
        }
        at.error("must be a whole number, not \"" + abridged(raw) + "\"");
        return null;
    }

    private static @Nullable JsonNode number(ScalarNode scalar, At at) {
        String raw = scalar.getValue();
        if (scalar.isPlain() && raw.matches("[-+]?[0-9]{1,9}(\\.[0-9]{1,12})?")) {
            return JSON.numberNode(Double.parseDouble(raw));
        }
        at.error("must be a number, not \"" + abridged(raw) + "\"");
        return null;
    }

    /** Enough of what somebody wrote to recognise it in a message. */
    static String abridged(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 40)) + "...";
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        Map<String, RecordComponent> byKey = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
            boolean named = property != null && !property.value().isEmpty();
            byKey.put(named ? property.value() : component.getName(), component);
        }
        return byKey;
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(Required.class);
    }
}
