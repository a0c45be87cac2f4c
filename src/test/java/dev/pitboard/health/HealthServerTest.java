package dev.pitboard.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HealthServerTest {
    private final Map<String, Condition> parts = new LinkedHashMap<>();

    @Test
    void isWellWhenEverythingThatIsOnIsUp() throws Exception {
        parts.put("discord", Condition.up());
        parts.put("telegram", Condition.off("TELEGRAM_TOKEN is not set"));
        try (HealthServer server = server()) {
            HttpResponse<String> answer = get(server, "/healthz");
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "{\"status\":\"up\",\"discord\":\"up\",\"telegram\":\"off\",\"reasons\":{\"telegram\":\"TELEGRAM_TOKEN is not set\"}}",
                    answer.body());
        }
    }

    @Test
    void isNotWellWhileSomethingConnectsOrIsDown() throws Exception {
        parts.put("discord", Condition.connecting("no answer yet"));
        try (HealthServer server = server()) {
            assertEquals(503, get(server, "/healthz").statusCode());
            parts.put("database", Condition.down("the disk is full"));
            assertEquals(
                    "{\"status\":\"down\",\"discord\":\"connecting\",\"database\":\"down\",\"reasons\":{\"discord\":\"no answer yet\",\"database\":\"the disk is full\"}}",
                    get(server, "/healthz").body());
        }
    }

    @Test
    void knowsNoOtherPage() throws Exception {
        try (HealthServer server = server()) {
            assertEquals(404, get(server, "/healthz/more").statusCode());
            assertEquals(404, get(server, "/").statusCode());
        }
    }

    @Test
    void aPortInUseIsAnError() throws Exception {
        try (HealthServer server = server()) {
            assertThrows(BindException.class, () -> new HealthServer("127.0.0.1", server.port(), () -> parts));
        }
    }

    private HealthServer server() throws IOException {
        return new HealthServer("127.0.0.1", 0, () -> parts);
    }

    private static HttpResponse<String> get(HealthServer server, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
