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
import java.util.Set;
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
            assertThrows(BindException.class, () -> new HealthServer("127.0.0.1", server.port(), pages()));
        }
    }

    @Test
    void isReadyWhenRemindersCanBeKeptAndAPlatformIsUp() throws Exception {
        parts.put("discord", Condition.connecting("no answer yet"));
        parts.put("telegram", Condition.up());
        parts.put("scheduler", Condition.up());
        parts.put("database", Condition.up());
        try (HealthServer server = server()) {
            assertEquals(200, get(server, "/readyz").statusCode());
            assertEquals(503, get(server, "/healthz").statusCode());
            parts.put("telegram", Condition.off("TELEGRAM_TOKEN is not set"));
            assertEquals(503, get(server, "/readyz").statusCode());
            parts.put("discord", Condition.up());
            assertEquals(200, get(server, "/readyz").statusCode());
            parts.put("database", Condition.down("the disk is full"));
            HttpResponse<String> full = get(server, "/readyz");
            assertEquals(503, full.statusCode());
            assertEquals(
                    "{\"status\":\"not ready\",\"discord\":\"up\",\"telegram\":\"off\",\"scheduler\":\"up\",\"database\":\"down\","
                            + "\"reasons\":{\"telegram\":\"TELEGRAM_TOKEN is not set\",\"database\":\"the disk is full\"}}",
                    full.body());
            parts.put("database", Condition.up());
            parts.put("scheduler", Condition.connecting("not started"));
            assertEquals(503, get(server, "/readyz").statusCode());
        }
    }

    @Test
    void showsTheNumbersAsTheyAre() throws Exception {
        try (HealthServer server = server()) {
            HttpResponse<String> answer = get(server, "/metrics");
            assertEquals(200, answer.statusCode());
            assertEquals("some 1\n", answer.body());
            assertEquals(
                    "text/plain; version=0.0.4",
                    answer.headers().firstValue("Content-Type").orElse(""));
        }
    }

    private HealthServer.Pages pages() {
        return pages(parts);
    }

    static HealthServer.Pages pages(Map<String, Condition> parts) {
        return new HealthServer.Pages(
                () -> parts, () -> parts, Set.of("discord", "telegram"), () -> "some 1\n", "text/plain; version=0.0.4");
    }

    private HealthServer server() throws IOException {
        return new HealthServer("127.0.0.1", 0, pages());
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
