package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Plain HTTP, to send what JDA would not. */
final class RawClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer; the code is Discord's own, 0 when there is none. */
    record Reply(int status, JsonNode body, HttpHeaders headers) {
        int code() {
            return body.path("code").asInt(0);
        }

        String refusal() {
            return status + " " + code();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final LoopbackDiscord discord;
    private String agent = "DiscordBot (https://pitboard.dev, 0)";
    private String authorization;

    RawClient(LoopbackDiscord discord) {
        this.discord = discord;
        this.authorization = "Bot " + discord.token();
    }

    RawClient withAgent(String newAgent) {
        agent = newAgent;
        return this;
    }

    RawClient withAuthorization(String newAuthorization) {
        authorization = newAuthorization;
        return this;
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    /** Sends JSON, in which single quotes may stand for double ones. */
    Reply send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .header("Authorization", authorization)
                .header("User-Agent", agent)
                .header("Content-Type", "application/json")
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter("application/json"::equals)
                    .isPresent();
            return new Reply(
                    response.statusCode(), isJson ? JSON.readTree(response.body()) : Wire.object(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
