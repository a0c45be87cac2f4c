package dev.pitboard.telegram;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sees on each request whether it can have reached the service, and turns what is no JSON into a failure that says so. */
final class Watch implements Interceptor {
    /** How far a request came. */
    private static final class Progress {
        volatile boolean connected;
    }

    /** A request that failed. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;
        private final boolean refused;

        Failure(String reason, boolean refused) {
            super(reason, null);
            this.refused = refused;
        }

        /** Whether surely nothing was done. */
        boolean refused() {
            return refused;
        }
    }

    private final BotToken token;

    Watch(BotToken token) {
        this.token = token;
    }

    /** Notes that the request has a connection, from where on it may be written; for OkHttp's network interceptors. */
    static Response onConnection(Chain chain) throws IOException {
        @Nullable Progress progress = chain.request().tag(Progress.class);
        if (progress != null) {
            progress.connected = true;
        }
        return chain.proceed(chain.request());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var progress = new Progress();
        Response response;
        try {
            response = chain.proceed(
                    chain.request().newBuilder().tag(Progress.class, progress).build());
        } catch (IOException e) {
            throw new Failure(reason(e), !progress.connected);
        }
        if (readable(response)) {
            return response;
        }
        int status = response.code();
        response.close();
        throw new Failure("Telegram answered with status " + status + " and no data", turnedAway(status));
    }

    /** Of an I/O error, what is safe and useful to say: never its cause, which may quote the address. */
    private String reason(IOException error) {
        String message = error.getMessage();
        return token.scrub(error.getClass().getSimpleName() + (message == null ? "" : ": " + message));
    }

    private static boolean readable(Response response) throws IOException {
        return response.peekBody(64).string().stripLeading().startsWith("{");
    }

    /** A page in front of the service refused: too large, too many, or the service is down. 502 and 504 come after it was asked. */
    private static boolean turnedAway(int status) {
        return (status >= 400 && status < 500) || status == 503;
    }
}
