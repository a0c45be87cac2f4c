package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** A bare websocket to the gateway, to send what JDA would not. */
final class RawGateway extends WebSocketListener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OkHttpClient client = new OkHttpClient();
    private final Monitor monitor = new Monitor();
    private final List<JsonNode> received = new ArrayList<>();
    private final WebSocket socket;
    private int closed;

    RawGateway(String url) {
        socket = client.newWebSocket(
                new Request.Builder().url(url + "?v=10&encoding=json").build(), this);
        await(message -> message.path("op").asInt() == 10);
    }

    /** Sends JSON, in which single quotes may stand for double ones. */
    void send(String json) {
        socket.send(json.replace('\'', '"'));
    }

    void identify(String token, int intents) {
        send("{'op':2,'d':{'token':'" + token + "','intents':" + intents + ",'properties':{}}}");
    }

    JsonNode awaitDispatch(String type) {
        return await(message -> message.path("t").asText().equals(type)).path("d");
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        monitor.await("a payload", Monitor.PATIENCE, () -> received.stream().anyMatch(wanted));
        return monitor.with(() -> received.stream().filter(wanted).findFirst().orElseThrow());
    }

    /** Whether such a dispatch came up to now. */
    boolean has(String type) {
        return monitor.with(() ->
                received.stream().anyMatch(message -> message.path("t").asText().equals(type)));
    }

    int awaitClose() {
        monitor.await("closed", Monitor.PATIENCE, () -> closed != 0);
        return closed;
    }

    void leave(int code) {
        socket.close(code, null);
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        try {
            JsonNode message = JSON.readTree(text);
            monitor.run(() -> received.add(message));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
        closing.close(1000, null);
    }

    @Override
    public void onClosed(WebSocket gone, int code, String reason) {
        monitor.run(() -> closed = code);
    }

    @Override
    public void onFailure(WebSocket failed, Throwable cause, @Nullable Response response) {
        monitor.run(() -> closed = 1006);
    }

    @Override
    public void close() {
        socket.cancel();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
