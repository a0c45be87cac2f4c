package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The front door: outages, faults, tokens and limits first, then the route. */
final class Rest extends Dispatcher {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "/api/v10/";
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Connections connections;
    private final Monitor monitor;
    private final Gateway gateway;
    private final Faults faults;
    private final Recorder recorder;
    private final InstantSource clock;
    private final List<Route> routes;
    private final Attachments attachments;
    private final ChannelBuckets buckets = new ChannelBuckets();
    private final Deque<Long> lastSecond = new ArrayDeque<>();

    Rest(
            Connections connections,
            Monitor monitor,
            Gateway gateway,
            Faults faults,
            Recorder recorder,
            InstantSource clock,
            List<Route> routes,
            Attachments attachments) {
        this.connections = connections;
        this.monitor = monitor;
        this.gateway = gateway;
        this.faults = faults;
        this.recorder = recorder;
        this.clock = clock;
        this.routes = routes;
        this.attachments = attachments;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        if ("websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))) {
            return upgrade(request);
        }
        String path = Objects.requireNonNull(request.getUrl()).encodedPath();
        if (path.startsWith(Attachments.PATH)) {
            return attachments.serve(path);
        }
        Answer answer = monitor.with(() -> {
            Answer given = faults.inBucket(request.getMethod(), path, answer(request, path));
            recorder.record(
                    new Recorder.Request(request.getMethod(), path, given.status(), text(request), clock.instant()));
            return given;
        });
        faults.awaitRelease(request.getMethod(), path);
        return response(answer);
    }

    private MockResponse upgrade(RecordedRequest request) {
        boolean fits = "10".equals(request.getUrl().queryParameter("v"))
                && "json".equals(request.getUrl().queryParameter("encoding"));
        int status = monitor.with(faults::isOutage) ? 503 : fits ? 101 : 400;
        String path = request.getUrl().encodedPath();
        recorder.record(new Recorder.Request(request.getMethod(), path, status, "", clock.instant()));
        if (status != 101) {
            return new MockResponse.Builder().code(status).build();
        }
        boolean compressed = "zlib-stream".equals(request.getUrl().queryParameter("compress"));
        return new MockResponse.Builder()
                .webSocketUpgrade(
                        new GatewaySocket(gateway, compressed, () -> connections.cut(request.getConnectionIndex())))
                .build();
    }

    private Answer answer(RecordedRequest request, String path) {
        if (faults.isOutage()) {
            return Answer.html(503);
        }
        if (!path.startsWith(PREFIX)) {
            return Answer.html(404);
        }
        Answer fault = faults.takeFor(request.getMethod(), path);
        if (fault != null) {
            return fault;
        }
        List<String> parts = List.of(path.substring(PREFIX.length()).split("/", -1));
        for (Route route : routes) {
            List<String> names = route.match(request.getMethod(), parts);
            if (names != null) {
                return answer(request, route, names);
            }
        }
        return new Refusal(404, 0, "404: Not Found").answer();
    }

    private Answer answer(RecordedRequest request, Route route, List<String> names) {
        try {
            String agent = Objects.requireNonNullElse(request.getHeaders().get("User-Agent"), "");
            if (!agent.startsWith("DiscordBot (")) {
                throw new Refusal(403, 40333, "internal network error");
            }
            if (!route.byToken()) {
                authorise(request.getHeaders().get("Authorization"));
                Answer limited = limited();
                if (limited != null) {
                    return limited;
                }
            }
            Answer bucket = bucket(route, names);
            if (bucket.status() == 429) {
                return bucket;
            }
            Answer answer = route.handler().apply(new Call(names, request.getUrl(), body(request)));
            return answer.with(Map.of(
                            "X-RateLimit-Bucket", route.bucket(),
                            "X-RateLimit-Limit", "5",
                            "X-RateLimit-Remaining", "4",
                            "X-RateLimit-Reset-After", "1.000",
                            "X-RateLimit-Reset", (clock.millis() / 1000 + 1) + ".000"))
                    .with(bucket.headers());
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    /** One of the channel's own, when that limit is on. */
    private Answer bucket(Route route, List<String> names) {
        boolean limited = faults.perChannel() > 0 && route.isNewMessage();
        return limited ? buckets.take(names.getFirst(), faults.perChannel()) : Answer.empty();
    }

    private void authorise(@Nullable String header) {
        if (header == null || !header.startsWith("Bot ") || !gateway.accepts(header.substring(4))) {
            throw new Refusal(401, 0, "401: Unauthorized");
        }
    }

    /** A sliding second, on the machine's own time. */
    private @Nullable Answer limited() {
        if (faults.perSecond() == 0) {
            return null;
        }
        long now = System.nanoTime();
        while (!lastSecond.isEmpty() && now - lastSecond.getFirst() >= SECOND) {
            lastSecond.removeFirst();
        }
        if (lastSecond.size() >= faults.perSecond()) {
            return Faults.limited((SECOND - (now - lastSecond.getFirst())) / (double) SECOND, true);
        }
        lastSecond.addLast(now);
        return null;
    }

    private static String text(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    /** JSON, alone or as the {@code payload_json} part beside files; anything else is as good as nothing. */
    private static JsonNode body(RecordedRequest request) {
        String type = Objects.requireNonNullElse(request.getHeaders().get("Content-Type"), "");
        try {
            if (type.startsWith("application/json")) {
                return JSON.readTree(text(request));
            }
            return type.startsWith("multipart/form-data") ? payload(request, type) : Wire.object();
        } catch (JsonProcessingException _) {
            throw new Refusal(400, 50109, "The request body contains invalid JSON.");
        } catch (IOException e) {
            throw Refusal.form("body", String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode payload(RecordedRequest request, String type) throws IOException {
        String boundary = Objects.requireNonNull(MediaType.get(type).parameter("boundary"));
        try (MultipartReader parts =
                new MultipartReader(new Buffer().write(Objects.requireNonNull(request.getBody())), boundary)) {
            MultipartReader.Part part;
            while ((part = parts.nextPart()) != null) {
                String name = Objects.requireNonNullElse(part.headers().get("Content-Disposition"), "");
                if (name.contains("name=\"payload_json\"")) {
                    return JSON.readTree(part.body().readUtf8());
                }
            }
        }
        return Wire.object();
    }

    private MockResponse response(Answer answer) {
        MockResponse.Builder builder = new MockResponse.Builder().code(answer.status());
        if (answer.drop()) {
            builder.onResponseStart(new SocketEffect.CloseSocket());
        }
        builder.headersDelay(monitor.with(faults::latency).toNanos(), TimeUnit.NANOSECONDS);
        answer.headers().forEach(builder::setHeader);
        if (answer.status() != 204) {
            builder.setHeader("Content-Type", answer.contentType()).body(answer.body());
        }
        return builder.build();
    }
}
