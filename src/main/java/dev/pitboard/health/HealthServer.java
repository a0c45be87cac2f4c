package dev.pitboard.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pitboard.health.Condition.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers {@code GET /healthz}: 200 when everything that is on is up, else 503; each part's state, and reasons. */
public final class HealthServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts to listen.
     *
     * @param parts name and condition of each part, in the order to show them
     * @throws IOException when the address can't be used, such as a port in use
     */
    public HealthServer(String host, int port, Supplier<Map<String, Condition>> parts) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        server.setExecutor(threads);
        server.createContext("/healthz", exchange -> answer(exchange, parts.get()));
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Map<String, Condition> parts) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/healthz")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (!exchange.getRequestMethod().equals("GET")
                    && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            State status = overall(parts);
            byte[] body = json(status, parts).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status == State.UP ? 200 : 503, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static State overall(Map<String, Condition> parts) {
        if (parts.values().stream().anyMatch(c -> c.state() == State.DOWN)) {
            return State.DOWN;
        }
        return parts.values().stream().anyMatch(c -> c.state() == State.CONNECTING) ? State.CONNECTING : State.UP;
    }

    private static String json(State status, Map<String, Condition> parts) {
        ObjectNode root = JSON.createObjectNode().put("status", status.word());
        parts.forEach((name, condition) -> root.put(name, condition.state().word()));
        ObjectNode reasons = root.putObject("reasons");
        parts.forEach((name, condition) -> {
            if (!condition.reason().isEmpty()) {
                reasons.put(name, condition.reason());
            }
        });
        return root.toString();
    }
}
