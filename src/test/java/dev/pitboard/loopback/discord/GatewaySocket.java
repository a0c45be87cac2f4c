package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One websocket of a client: opcodes in, text or one zlib stream out. Closing codes are those of the documentation. */
final class GatewaySocket extends WebSocketListener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 4096;
    private static final int HEARTBEAT_MILLIS = 41_250;

    private final Gateway gateway;
    private final boolean compressed;
    private final Runnable cut;
    private final Deflater deflater = new Deflater();
    private @Nullable WebSocket webSocket;
    private @Nullable GatewaySession session;
    private boolean over;

    /** @param cut breaks the connection off without a closing frame */
    GatewaySocket(Gateway gateway, boolean compressed, Runnable cut) {
        this.gateway = gateway;
        this.cut = cut;
        this.compressed = compressed;
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        synchronized (this) {
            webSocket = opened;
        }
        ObjectNode hello = Wire.object().put("op", 10);
        hello.putObject("d").put("heartbeat_interval", HEARTBEAT_MILLIS);
        send(hello.toString());
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            close(4002, "Payload too large.");
            return;
        }
        try {
            receive(JSON.readTree(text));
        } catch (JsonProcessingException _) {
            close(4002, "Error while decoding payload.");
        }
    }

    private void receive(JsonNode payload) {
        JsonNode data = payload.path("d");
        if (session == null && GatewaySession.needsSession(payload)) {
            close(4003, "Not authenticated.");
            return;
        }
        switch (payload.path("op").asInt(-1)) {
            case 1 -> send(Wire.object().put("op", 11).toString());
            case 2 -> {
                if (session == null) {
                    session = gateway.identify(this, data);
                } else {
                    close(4005, "Already authenticated.");
                }
            }
            case 6 -> session = gateway.resume(this, data);
            case 3, 4, 8, 31 -> {
                // Presence, voice and member requests: nothing of it is shown by this server.
            }
            default -> close(4001, "Unknown opcode.");
        }
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
        closing.close(code >= 1000 && code != 1005 && code != 1006 ? code : 1000, null);
        finish(code);
    }

    @Override
    public void onFailure(WebSocket failed, Throwable cause, @Nullable Response response) {
        finish(1006);
    }

    private void finish(int code) {
        gateway.closed(session, this, code);
        synchronized (this) {
            if (!over) {
                over = true;
                deflater.end();
            }
        }
    }

    synchronized void send(String text) {
        WebSocket open = webSocket;
        if (open == null || over) {
            return;
        }
        if (compressed) {
            open.send(ByteString.of(deflate(text.getBytes(StandardCharsets.UTF_8))));
        } else {
            open.send(text);
        }
    }

    private byte[] deflate(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        deflater.setInput(plain);
        int count;
        do {
            count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, count);
        } while (count == buffer.length);
        return out.toByteArray();
    }

    synchronized void close(int code, String reason) {
        if (webSocket != null) {
            webSocket.close(code, reason);
        }
    }

    void cut() {
        cut.run();
    }
}
