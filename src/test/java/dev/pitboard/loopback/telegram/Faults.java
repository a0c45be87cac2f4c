package dev.pitboard.loopback.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong, as a test scripts it; nothing by default. */
public final class Faults {
    private final Shared shared;
    private final Limits limits;
    private final Deque<Fault> next = new ArrayDeque<>();
    private final Map<String, Deque<Fault>> nextOf = new HashMap<>();
    private final Map<Long, Fault> chats = new HashMap<>();
    private Duration latency = Duration.ZERO;
    private String webhook = "";
    private boolean outage;
    private boolean revoked;
    private boolean closed;

    Faults(Shared shared, Limits limits) {
        this.shared = shared;
        this.limits = limits;
    }

    /** The next requests of any method but getUpdates go wrong. */
    public void failNext(int times, Fault fault) {
        shared.run(() -> add(next, times, fault));
    }

    /** The next requests of one method go wrong; a poll that already waits is not one of them. */
    public void failNext(String method, int times, Fault fault) {
        shared.run(() -> add(nextOf.computeIfAbsent(key(method), _ -> new ArrayDeque<>()), times, fault));
    }

    /** The next messages are posted, but the connection is closed without an answer. */
    public void acceptThenDrop(int times) {
        failNext("sendMessage", times, new Fault.DroppedAfter());
    }

    /** Every request about a chat goes wrong from now on. */
    public void fail(long chatId, Fault fault) {
        shared.run(() -> chats.put(chatId, fault));
    }

    /** Ends {@link #fail(long, Fault)}. */
    public void heal(long chatId) {
        shared.run(() -> chats.remove(chatId));
    }

    /** Forgets everything scripted that has not happened yet, and heals all chats. */
    public void clear() {
        shared.run(() -> {
            next.clear();
            nextOf.clear();
            chats.clear();
        });
    }

    /** Every answer but those of getUpdates comes this much later than its effect. */
    public void latency(Duration delay) {
        shared.run(() -> latency = delay);
    }

    /** While it lasts, connections are closed without an answer, polls that wait included. */
    public void outage(boolean on) {
        shared.run(() -> outage = on);
    }

    /** The token is no longer valid: 401 for everything. */
    public void revokeToken() {
        shared.run(() -> revoked = true);
    }

    /** Enforces 30 messages a second, 1 a second to a chat, 20 a minute to a group or channel. */
    public void limits(boolean on) {
        shared.run(() -> limits.enforce(on));
    }

    /** A webhook is set elsewhere, so that polling is refused; empty for none. */
    public void webhook(String url) {
        shared.run(() -> webhook = url);
    }

    String webhook() {
        return webhook;
    }

    Duration latency() {
        return latency;
    }

    boolean revoked() {
        return revoked;
    }

    /** Whether nothing is answered. */
    boolean down() {
        return outage || closed;
    }

    void close() {
        shared.run(() -> closed = true);
    }

    /** The fault for a request, if there is one; it is used up. */
    @Nullable
    Fault take(String method, Parameters parameters) {
        var own = nextOf.get(key(method));
        var fault = own == null ? null : own.poll();
        if (fault == null && !method.equals("getUpdates")) {
            fault = next.poll();
        }
        if (fault == null && !chats.isEmpty() && parameters.text("chat_id").matches("-?\\d{1,18}")) {
            fault = chats.get(Long.parseLong(parameters.text("chat_id")));
        }
        return fault;
    }

    private static void add(Deque<Fault> faults, int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
