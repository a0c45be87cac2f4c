package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The parameters of one request, from its query, form or JSON body, and the mistakes found in it. */
final class Parameters {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** Fills in what the request carries; what was read before a refusal stays. */
    void read(RecordedRequest request) {
        addQuery(request.getUrl());
        var body = request.getBody();
        String type = String.valueOf(request.getHeaders().get("Content-Type"));
        if (body == null || body.size() == 0) {
            return;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            addQuery(new HttpUrl.Builder()
                    .scheme("http")
                    .host("localhost")
                    .encodedQuery(body.utf8().replace("+", "%20"))
                    .build());
        } else if (type.startsWith("application/json")) {
            addJson(Wire.parse(body.string(StandardCharsets.UTF_8)));
        } else {
            mistake("a body of type " + type + ", which is not read here");
        }
    }

    private void addQuery(HttpUrl url) {
        for (int i = 0; i < url.querySize(); i++) {
            String value = url.queryParameterValue(i);
            values.put(url.queryParameterName(i), value == null ? "" : value);
        }
    }

    private void addJson(JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.badRequest("can't parse JSON object");
        }
        body.properties().forEach(field -> {
            JsonNode value = field.getValue();
            values.put(field.getKey(), value.isContainerNode() ? value.toString() : value.asText());
        });
    }

    /** Notes what the real service ignores without a word. */
    void expectOnly(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                mistake("unknown parameter " + name);
            }
        }
    }

    void mistake(String what) {
        mistakes.add(what);
    }

    List<String> mistakes() {
        return mistakes;
    }

    Map<String, String> all() {
        return values;
    }

    /** Empty when it was not sent, as with the real service. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean flag(String name) {
        String value = text(name);
        if (!Set.of("", "true", "false", "True", "False", "1", "0").contains(value)) {
            mistake(name + " is not a boolean: " + value);
        }
        return Set.of("true", "True", "1").contains(value);
    }

    /** Null when it is missing or no number. */
    @Nullable
    Long number(String name) {
        String value = text(name);
        if (value.matches("-?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        if (!value.isEmpty()) {
            mistake(name + " is not a number: " + value);
        }
        return null;
    }

    /** A number brought into its range, as the real service does in silence. */
    int number(String name, int byDefault, int atLeast, int atMost) {
        Long value = number(name);
        if (value == null) {
            return byDefault;
        }
        if (value < atLeast || value > atMost) {
            mistake(name + " is out of range: " + value);
        }
        return Math.clamp(value, atLeast, atMost);
    }

    /** Null when it was not sent. */
    @Nullable
    JsonNode json(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return null;
        }
        JsonNode node = Wire.parse(value);
        if (!node.isContainerNode()) {
            throw Refusal.badRequest("can't parse " + name.replace('_', ' ') + " JSON object");
        }
        return node;
    }
}
