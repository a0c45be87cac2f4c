package dev.pitboard.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pitboard.delivery.SharedLimit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Requests to Discord that JDA can't make: to a channel by its id, whether or not it is in JDA's cache. Blocks the caller;
 * tries once; never throws for what Discord or the network does.
 */
final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final String MESSAGES = "/messages/";
    private static final int CONNECTIONS = 64;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Supplier<String> token;
    private final String base;
    private final Traffic traffic;
    private final OkHttpClient client;

    /** @param traffic is told every answer */
    Rest(Supplier<String> token, String base, Traffic traffic) {
        this.token = token;
        this.base = base;
        this.traffic = traffic;
        this.client = new OkHttpClient.Builder()
                // Posts go side by side, as many as the dispatcher lets out; a connection is worth keeping for the next
                // one.
                .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                // What became of a request has to be known: OkHttp would send some of them twice.
                .retryOnConnectionFailure(false)
                .eventListenerFactory(Rest::watch)
                .build();
    }

    /** For who is paced already. */
    Reply get(String path) {
        return send("GET", path, null);
    }

    /** For everybody else: has its turn among the posts. */
    Reply getInTurn(String path) {
        try (SharedLimit.Request _ = traffic.enter()) {
            return send("GET", path, null);
        } catch (InterruptedIOException stopped) {
            return new Reply.Unreached(String.valueOf(stopped.getMessage()));
        }
    }

    Reply post(String path, byte[] json) {
        return send("POST", path, RequestBody.create(json, TYPE));
    }

    Reply patch(String path, byte[] json) {
        return send("PATCH", path, RequestBody.create(json, TYPE));
    }

    /** What shares a limit: the method and the path with its ids, where all messages of a channel are one. */
    static String route(String method, String path) {
        int query = path.indexOf('?');
        String place = query < 0 ? path : path.substring(0, query);
        int message = place.indexOf(MESSAGES);
        return method + " " + (message < 0 ? place : place.substring(0, message + MESSAGES.length() - 1));
    }

    /** Lets go of idle connections and cancels what is still going on. */
    void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private Reply send(String method, String path, @Nullable RequestBody body) {
        String secret = token.get();
        if (!isToken(secret)) {
            return new Reply.Answered(401, MissingNode.getInstance(), Headers.EMPTY);
        }
        AtomicBoolean begun = new AtomicBoolean();
        Request.Builder request = new Request.Builder()
                .url(base + path)
                .header("Authorization", "Bot " + secret)
                .header("User-Agent", RestConfig.USER_AGENT)
                .tag(AtomicBoolean.class, begun)
                .method(method, body);
        try (Response response = client.newCall(request.build()).execute()) {
            Reply.Answered answer =
                    new Reply.Answered(response.code(), json(response.body().string()), response.headers());
            traffic.answered(route(method, path), answer);
            return answer;
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            return begun.get()
                    ? new Reply.Lost("Discord's answer was lost (" + reason + ").")
                    : new Reply.Unreached("Discord can't be reached (" + reason + ").");
        }
    }

    /** What can't be a token is never sent: put into a header it would be quoted in an error. */
    private static boolean isToken(String token) {
        return token.matches("[\\x21-\\x7e]{1,200}");
    }

    private static EventListener watch(Call call) {
        return new EventListener() {
            @Override
            public void requestHeadersStart(Call started) {
                AtomicBoolean begun = started.request().tag(AtomicBoolean.class);
                if (begun != null) {
                    begun.set(true);
                }
            }
        };
    }

    private static JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException notFromDiscordItself) {
            return MissingNode.getInstance();
        }
    }
}
