package dev.pitboard.loopback.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** Takes a request apart, carries it out or lets it go wrong, records it, and writes the answer. */
final class BotApi extends Dispatcher {
    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/([A-Za-z]+)");

    /** What goes back: a status with a body, or status 0 for a closed connection. */
    private record Answer(int status, String type, String body, String description, Duration delay) {
        static final Answer DROPPED = new Answer(0, "", "", "", Duration.ZERO);

        static Answer page(int status) {
            return new Answer(
                    status,
                    "text/html",
                    "<html><head><title>%1$d Bad Gateway</title></head><body><center><h1>%1$d Bad Gateway</h1></center></body></html>"
                            .formatted(status),
                    "",
                    Duration.ZERO);
        }

        Answer after(Duration later) {
            return new Answer(status, type, body, description, later);
        }
    }

    private final MockWebServer server;
    private final String token;
    private final Map<String, Method> methods = new HashMap<>();
    private final Shared shared;
    private final Faults faults;
    private final Recorder recorder;
    private final Documents documents;
    private final InstantSource clock;

    BotApi(
            MockWebServer server,
            String token,
            List<Method> methods,
            Shared shared,
            Faults faults,
            Recorder recorder,
            Documents documents,
            InstantSource clock) {
        this.server = server;
        this.token = token;
        methods.forEach(method -> this.methods.put(method.name().toLowerCase(Locale.ROOT), method));
        this.shared = shared;
        this.faults = faults;
        this.recorder = recorder;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        // The server keeps every request until it is taken; the calls are recorded here instead.
        server.takeRequest(0, TimeUnit.NANOSECONDS);
        String file = "/file/bot" + token + "/";
        String path = request.getUrl().encodedPath().replace("%3A", ":");
        if (path.startsWith(file)) {
            var download = documents.download(path.substring(file.length()));
            return download == null
                    ? new MockResponse.Builder()
                            .code(404)
                            .body("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}")
                            .build()
                    : download;
        }
        var answer = shared.get(() -> answer(request));
        boolean cutOff = answer.delay().isPositive() && shared.await(faults::down, answer.delay());
        if (cutOff || answer.status() == 0) {
            return new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build();
        }
        var response = new MockResponse.Builder().code(answer.status()).body(answer.body());
        if (!answer.type().isEmpty()) {
            response.setHeader("Content-Type", answer.type());
        }
        return response.build();
    }

    private Answer answer(RecordedRequest request) {
        var path = PATH.matcher(request.getUrl().encodedPath().replace("%3A", ":"));
        String name = path.matches() ? path.group(2) : request.getUrl().encodedPath();
        var method = methods.get(name.toLowerCase(Locale.ROOT));
        var parameters = new Parameters();
        Answer answer;
        var at = clock.instant();
        try {
            parameters.read(request);
            answer = faults.down() ? Answer.DROPPED : carryOut(path.matches() ? path.group(1) : "", method, parameters);
        } catch (Refusal refusal) {
            answer = refused(refusal);
        }
        recorder.add(new Call(
                method == null ? name : method.name(),
                parameters.all(),
                answer.status(),
                answer.description(),
                parameters.mistakes(),
                at));
        return answer;
    }

    private Answer carryOut(String given, @Nullable Method method, Parameters parameters) {
        if (faults.revoked() || !given.equals(token)) {
            throw new Refusal(401, "Unauthorized");
        }
        if (method == null) {
            throw new Refusal(404, "Not Found: method not found");
        }
        parameters.expectOnly(method.known());
        var fault = faults.take(method.name(), parameters);
        var latency = method.name().equals("getUpdates") ? Duration.ZERO : faults.latency();
        if (fault == null) {
            var answer = done(method, parameters);
            return faults.down() ? Answer.DROPPED : answer.after(latency);
        }
        return switch (fault) {
            case Fault.Refused(int code, String description) -> throw new Refusal(code, description);
            case Fault.TooManyRequests(int seconds) -> throw Refusal.tooManyRequests(seconds);
            case Fault.HtmlPage(int code) -> Answer.page(code);
            case Fault.EmptyBody(int code) -> new Answer(code, "", "", "", Duration.ZERO);
            case Fault.DroppedBefore() -> Answer.DROPPED;
            case Fault.DroppedAfter() -> {
                done(method, parameters);
                yield Answer.DROPPED;
            }
            case Fault.HtmlPageAfter(int code) -> {
                done(method, parameters);
                yield Answer.page(code);
            }
            case Fault.Late(Duration delay) -> done(method, parameters).after(delay);
        };
    }

    private static Answer done(Method method, Parameters parameters) {
        try {
            var body = Wire.object().put("ok", true);
            JsonNode result = method.action().answer(parameters);
            body.set("result", result);
            return json(200, body, "");
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static Answer refused(Refusal refusal) {
        var body = Wire.object()
                .put("ok", false)
                .put("error_code", refusal.code())
                .put("description", refusal.description());
        if (!refusal.parameters().isEmpty()) {
            var parameters = body.putObject("parameters");
            refusal.parameters().forEach(parameters::put);
        }
        return json(refusal.code(), body, refusal.description());
    }

    private static Answer json(int status, ObjectNode body, String description) {
        return new Answer(status, "application/json", body.toString(), description, Duration.ZERO);
    }
}
