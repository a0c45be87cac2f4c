package dev.pitboard.loopback.discord;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a test can make go wrong over HTTP. */
public final class Faults {
    private record Fault(Pattern requests, Answer answer) {}

    private record LastOfBucket(Pattern requests, double seconds) {}

    private final Monitor monitor;
    private final Gateway gateway;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private Duration latency = Duration.ZERO;
    private final Deque<LastOfBucket> lastOfBucket = new ArrayDeque<>();
    private @Nullable Pattern held;
    private int dropNext;
    private int perSecond;
    private int perChannel;
    private boolean outage;

    Faults(Monitor monitor, Gateway gateway) {
        this.monitor = monitor;
        this.gateway = gateway;
    }

    /** Every answer comes this much later. */
    public Faults latency(Duration delay) {
        monitor.run(() -> latency = delay);
        return this;
    }

    /** The next {@code count} requests of any kind are answered with this status and not acted on. */
    public Faults failNext(int count, int status) {
        return failNext(count, status, ".*");
    }

    /**
     * The next {@code count} matching requests are answered with this status and not acted on; 429 as the limit
     * of a route with one second to wait.
     *
     * @param requests a regular expression for the whole of method, space, path, such as {@code POST .*}{@code /messages}
     */
    public Faults failNext(int count, int status, String requests) {
        return add(count, requests, status == 429 ? limited(1.0, false) : Answer.html(status));
    }

    /** As {@link #failNext(int, int, String)}, with an error of Discord's own, such as 400 and 200000. */
    public Faults refuseNext(int count, int status, int code, String message, String requests) {
        return add(count, requests, new Refusal(status, code, message).answer());
    }

    /** The next matching request is refused for being too many of its kind, for so many seconds. */
    public Faults limitNext(double seconds, int status, int code, String message, String requests) {
        Answer limited = limited(seconds, false);
        Answer said = new Refusal(status, code, message).answer(seconds);
        return add(1, requests, said.with(limited.headers()));
    }

    private Faults add(int count, String requests, Answer answer) {
        Pattern pattern = Pattern.compile(requests);
        monitor.run(() -> {
            for (int i = 0; i < count; i++) {
                faults.add(new Fault(pattern, answer));
            }
        });
        return this;
    }

    /** The next matching request is acted on, and its answer says that it was the last for these seconds. */
    public Faults lastOfBucketNext(double seconds, String requests) {
        monitor.run(() -> lastOfBucket.add(new LastOfBucket(Pattern.compile(requests), seconds)));
        return this;
    }

    /** Answers to matching requests, which are acted on, don't come until {@link #release}. */
    public Faults hold(String requests) {
        monitor.run(() -> held = Pattern.compile(requests));
        return this;
    }

    /** Ends {@link #hold}. */
    public void release() {
        monitor.run(() -> held = null);
    }

    void awaitRelease(String method, String path) {
        monitor.await(
                "release",
                Monitor.PATIENCE,
                () -> held == null || !held.matcher(method + " " + path).matches());
    }

    /** The answer with what is scripted about its bucket. */
    Answer inBucket(String method, String path, Answer answer) {
        for (LastOfBucket last : lastOfBucket) {
            if (last.requests().matcher(method + " " + path).matches()) {
                lastOfBucket.remove(last);
                return answer.with(Map.of(
                        "X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", Double.toString(last.seconds())));
            }
        }
        return answer;
    }

    /** The next {@code count} messages are stored, but the connection closes without an answer. */
    public Faults acceptThenDrop(int count) {
        monitor.run(() -> dropNext = count);
        return this;
    }

    /** Allows this many requests in any second (real Discord: 50) and answers the others with 429; 0 is no limit. */
    public Faults globalLimit(int requestsPerSecond) {
        monitor.run(() -> perSecond = requestsPerSecond);
        return this;
    }

    /** Allows this many new messages in five seconds in each channel (real Discord: 5, as commonly seen); 0 is no limit. */
    public Faults channelLimit(int messages) {
        monitor.run(() -> perChannel = messages);
        return this;
    }

    /** While it lasts REST answers 503 and the gateway is closed and refuses; sessions are kept. */
    public Faults outage(boolean lasting) {
        monitor.run(() -> outage = lasting);
        if (lasting) {
            gateway.drop();
        }
        return this;
    }

    boolean isOutage() {
        return outage;
    }

    Duration latency() {
        return latency;
    }

    int perChannel() {
        return perChannel;
    }

    int perSecond() {
        return perSecond;
    }

    @Nullable
    Answer takeFor(String method, String path) {
        for (Fault fault : faults) {
            if (fault.requests().matcher(method + " " + path).matches()) {
                faults.remove(fault);
                return fault.answer();
            }
        }
        return null;
    }

    boolean takeDrop() {
        return dropNext > 0 && dropNext-- > 0;
    }

    /** A 429 as the client expects it: without Via it would be taken for a ban by the proxy in front. */
    static Answer limited(double seconds, boolean global) {
        var body = Wire.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", seconds)
                .put("global", global);
        String wait = Long.toString((long) Math.max(1, Math.ceil(seconds)));
        Answer answer = Answer.json(429, body)
                .with(Map.of(
                        "Via", "1.1 google", "Retry-After", wait, "X-RateLimit-Scope", global ? "global" : "user"));
        return global
                ? answer.with(Map.of("X-RateLimit-Global", "true"))
                : answer.with(
                        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", Double.toString(seconds)));
    }
}
