package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over HTTP; {@code drop} closes the connection instead. */
record Answer(int status, String contentType, String body, Map<String, String> headers, boolean drop) {

    static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json", body.toString(), Map.of(), false);
    }

    static Answer ok(JsonNode body) {
        return json(200, body);
    }

    static Answer empty() {
        return new Answer(204, "", "", Map.of(), false);
    }

    /** As the proxy in front of Discord answers when Discord itself does not. */
    static Answer html(int status) {
        return new Answer(status, "text/html", "<html><body>error " + status + "</body></html>", Map.of(), false);
    }

    Answer dropped() {
        return new Answer(status, contentType, body, headers, true);
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, contentType, body, all, drop);
    }
}
