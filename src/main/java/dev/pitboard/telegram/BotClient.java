package dev.pitboard.telegram;

import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes requests and waits for what comes of them; nothing but a {@link Reply} comes out. */
final class BotClient implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final BotToken token;
    private final OkHttpClient http;
    /** The same connections, for answers that are no JSON. */
    private final OkHttpClient files;

    private final String fileUrl;
    private final TelegramBot bot;
    private final Map<Integer, LongAdder> refusals = new ConcurrentHashMap<>();

    BotClient(TelegramSettings settings) {
        this(settings, PATIENCE);
    }

    /** @param patience how long to wait for a connection, and for an answer besides what a poll waits */
    BotClient(TelegramSettings settings, Duration patience) {
        token = settings.token();
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
                .connectTimeout(patience)
                .writeTimeout(patience)
                .readTimeout(patience)
                // Left on, OkHttp posts a message again by itself when the connection drops after the request was
                // written.
                .retryOnConnectionFailure(false)
                .addInterceptor(new ReadableAnswers())
                .addInterceptor(new Watch(token))
                .addNetworkInterceptor(Watch::onConnection)
                .build();
        files = filesOver(http);
        fileUrl = settings.apiUrl() + "/file/bot" + token.secret() + "/";
        bot = new TelegramBot.Builder(token.secret())
                .okHttpClient(http)
                .apiUrl(settings.apiUrl() + "/bot")
                .build();
    }

    private static OkHttpClient filesOver(OkHttpClient http) {
        OkHttpClient.Builder builder = http.newBuilder();
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        return builder.build();
    }

    <T extends BaseRequest<T, R>, R extends BaseResponse> Reply<R> call(BaseRequest<T, R> request) {
        try {
            @Nullable R response = bot.execute(request);
            return response == null ? new Reply.Lost<>("Telegram answered with nothing") : read(response);
        } catch (JsonParseException e) {
            return new Reply.Lost<>("Telegram answered with something that can't be read");
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private <R extends BaseResponse> Reply<R> read(R response) {
        if (response.isOk()) {
            return new Reply.Done<>(response);
        }
        refusals.computeIfAbsent(response.errorCode(), _ -> new LongAdder()).increment();
        @Nullable String description = response.description();
        var parameters = response.parameters();
        return new Reply.Refused<>(
                response.errorCode(),
                token.scrub(description == null ? "" : description),
                parameters == null ? null : parameters.retryAfter(),
                parameters == null ? null : parameters.migrateToChatId());
    }

    private <R extends BaseResponse> Reply<R> failed(RuntimeException error) {
        return switch (error.getCause()) {
            case Watch.Failure failure ->
                failure.refused()
                        ? new Reply.NotSent<>(String.valueOf(failure.getMessage()))
                        : new Reply.Lost<>(String.valueOf(failure.getMessage()));
            case IOException e ->
                new Reply.Lost<>("the answer broke off (" + e.getClass().getSimpleName() + ")");
            // A bug of the library: whether before or after sending is not known.
            case null, default ->
                new Reply.Lost<>(token.scrub(error.getClass().getSimpleName() + ": " + error.getMessage()));
        };
    }

    /**
     * Fetches a file.
     *
     * @param path as getFile gives it
     * @param most bytes that are read of it
     * @throws IOException when it can't be had; its message holds no secret, and it has no cause that could
     */
    byte[] download(String path, int most) throws IOException {
        Request request = new Request.Builder().url(fileUrl + path).build();
        try (Response response = files.newCall(request).execute();
                InputStream in = response.body().byteStream()) {
            if (response.code() != 200) {
                throw new IOException("status " + response.code());
            }
            return in.readNBytes(most);
        } catch (IOException | IllegalArgumentException e) {
            throw withoutToken(e);
        }
    }

    /** What went wrong, without a cause: that may quote the address, and the token with it. */
    @SuppressWarnings("UnusedException")
    private IOException withoutToken(Exception e) {
        return new IOException(token.scrub(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }

    /** How many requests were refused since the start, by error code. */
    Map<Integer, Long> refusals() {
        Map<Integer, Long> counts = new TreeMap<>();
        refusals.forEach((code, count) -> counts.put(code, count.sum()));
        return counts;
    }

    /** Ends a poll that waits; it fails as if the connection had dropped. */
    void cancelPoll() {
        http.dispatcher().runningCalls().stream()
                .filter(call -> call.request().url().pathSegments().getLast().equals("getUpdates"))
                .forEach(Call::cancel);
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
