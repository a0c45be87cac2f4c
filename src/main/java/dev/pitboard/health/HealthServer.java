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
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers {@code GET /healthz}: 200 when everything that is on is up, else 503; {@code /readyz}: 200 when reminders can be kept
 * and sent; each with all parts' states and reasons; and {@code /metrics} for Prometheus.
 */
public final class HealthServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * What there is to see.
     *
     * @param parts name and condition of each part, in the order to show them
     * @param ready the same, but with a database that is up only when it can be written
     * @param platforms the names of the parts of which one is enough to be ready
     * @param metrics the page for Prometheus
     * @param metricsType its media type
     */
    public record Pages(
            Supplier<Map<String, Condition>> parts,
            Supplier<Map<String, Condition>> ready,
            Set<String> platforms,
            Supplier<String> metrics,
            String metricsType) {
        public Pages {
            platforms = Set.copyOf(platforms);
        }
    }

    /**
     * Starts to listen.
     *
     * @throws IOException when the address can't be used, such as a port in use
     */
    public HealthServer(String host, int port, Pages pages) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        server.setExecutor(threads);
        page("/healthz", () -> health(pages));
        page("/readyz", () -> readiness(pages));
        page(
                "/metrics",
                () -> new Page(200, pages.metricsType(), pages.metrics().get()));
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

    private record Page(int code, String type, String body) {}

    private static Page health(Pages pages) {
        Map<String, Condition> parts = pages.parts().get();
        State status = overall(parts);
        return new Page(status == State.UP ? 200 : 503, "application/json", json(status.word(), parts));
    }

    private static Page readiness(Pages pages) {
        Map<String, Condition> parts = pages.ready().get();
        boolean ready = isReady(parts, pages.platforms());
        return new Page(ready ? 200 : 503, "application/json", json(ready ? "ready" : "not ready", parts));
    }

    private void page(String path, Supplier<Page> page) {
        server.createContext(path, exchange -> answer(exchange, path, page));
    }

    private static void answer(HttpExchange exchange, String path, Supplier<Page> supplier) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(path)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (!exchange.getRequestMethod().equals("GET")
                    && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Page page = supplier.get();
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(page.code(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Everything that is no platform is up, and so is one of the platforms. */
    private static boolean isReady(Map<String, Condition> parts, Set<String> platforms) {
        boolean others = parts.entrySet().stream()
                .filter(part -> !platforms.contains(part.getKey()))
                .allMatch(part -> part.getValue().state() == State.UP);
        return others
                && parts.entrySet().stream()
                        .filter(part -> platforms.contains(part.getKey()))
                        .anyMatch(part -> part.getValue().state() == State.UP);
    }

    private static State overall(Map<String, Condition> parts) {
        if (parts.values().stream().anyMatch(c -> c.state() == State.DOWN)) {
            return State.DOWN;
        }
        return parts.values().stream().anyMatch(c -> c.state() == State.CONNECTING) ? State.CONNECTING : State.UP;
    }

    private static String json(String status, Map<String, Condition> parts) {
        ObjectNode root = JSON.createObjectNode().put("status", status);
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
