package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A session of one shard: it outlives its connection and keeps what it dispatched, to send it again. */
final class GatewaySession {
    private static final int KEPT = 5000;

    private record Dispatch(int sequence, String text) {}

    private final String id;
    private final Gateway.Identify identify;
    private final Deque<Dispatch> sent = new ArrayDeque<>();
    private @Nullable GatewaySocket socket;
    private int sequence;

    GatewaySession(String id, Gateway.Identify identify) {
        this.id = id;
        this.identify = identify;
    }

    String id() {
        return id;
    }

    Gateway.Identify identify() {
        return identify;
    }

    int sequence() {
        return sequence;
    }

    boolean connected() {
        return socket != null;
    }

    boolean isAt(GatewaySocket other) {
        return socket == other;
    }

    boolean has(int intent) {
        return (identify.intents() & intent) != 0;
    }

    boolean isFor(@Nullable FakeGuild guild) {
        return isFor(identify, guild);
    }

    /** Direct messages come to shard 0. */
    static boolean isFor(Gateway.Identify identify, @Nullable FakeGuild guild) {
        long shard = guild == null ? 0 : (Long.parseUnsignedLong(guild.id()) >>> 22) % identify.shards();
        return shard == identify.shard();
    }

    void attach(GatewaySocket newSocket) {
        socket = newSocket;
    }

    @Nullable
    GatewaySocket detach() {
        GatewaySocket old = socket;
        socket = null;
        return old;
    }

    void dispatch(String type, ObjectNode data) {
        ObjectNode json = Wire.object().put("op", 0).put("t", type).put("s", ++sequence);
        json.set("d", data);
        Dispatch dispatch = new Dispatch(sequence, json.toString());
        sent.addLast(dispatch);
        if (sent.size() > KEPT) {
            sent.removeFirst();
        }
        send(dispatch.text());
    }

    void replay(int after) {
        for (Dispatch dispatch : sent) {
            if (dispatch.sequence() > after) {
                send(dispatch.text());
            }
        }
    }

    void control(int opcode, @Nullable Boolean data) {
        ObjectNode json = Wire.object().put("op", opcode);
        json.put("d", data);
        send(json.toString());
    }

    private void send(String text) {
        if (socket != null) {
            socket.send(text);
        }
    }

    /** Whether the payload is one a client may send only once it is known. */
    static boolean needsSession(JsonNode payload) {
        int opcode = payload.path("op").asInt(-1);
        return opcode != 1 && opcode != 2 && opcode != 6;
    }
}
