package dev.pitboard.discord;

import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.SharedLimit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Everything that was answered, ours and JDA's, and what follows from it for the next request. */
final class Traffic implements Interceptor {
    private final Refusals refusals;
    private final Waits waits;
    private volatile SharedLimit limit = SharedLimit.NONE;

    /** @param mostRefusals within ten minutes, from where on nothing is posted */
    Traffic(int mostRefusals, InstantSource machine) {
        this.refusals = new Refusals(mostRefusals, machine);
        this.waits = new Waits(machine);
    }

    /** @param shared the limit that posts keep to */
    void share(SharedLimit shared) {
        limit = shared;
    }

    /** A request of our own that is no post is about to leave. */
    SharedLimit.Request enter() throws InterruptedIOException {
        try {
            return limit.enter();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for its turn");
        }
    }

    /** Why a request has to wait, or null when it may go. */
    Outcome.@Nullable Wait hold(String route) {
        Duration pause = refusals.pause();
        return pause.isPositive() ? new Outcome.Wait(pause, true, refusals.reason()) : waits.before(route);
    }

    /** Why nothing at all is posted at the moment because Discord refused too much, or null. */
    @Nullable
    String stopped() {
        return refusals.pause().isPositive() ? refusals.reason() : null;
    }

    /** Notes the answer to one of our own requests. */
    void answered(String route, Reply.Answered answer) {
        refusals.note(answer.status(), answer.headers().get(Reply.Answered.SCOPE));
        waits.learn(route, answer);
    }

    /** JDA's requests: commands and their registration have their turn, answers to people go at once. */
    @Override
    public Response intercept(Chain chain) throws IOException {
        return isAnswer(chain.request().url()) ? noted(chain) : inTurn(chain);
    }

    private Response inTurn(Chain chain) throws IOException {
        try (SharedLimit.Request _ = enter()) {
            return noted(chain);
        }
    }

    private Response noted(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        refusals.note(response.code(), response.header(Reply.Answered.SCOPE));
        return response;
    }

    /** Discord does not count these. */
    private static boolean isAnswer(HttpUrl url) {
        return url.pathSegments().contains("interactions") || url.pathSegments().contains("webhooks");
    }

    Map<Integer, Long> refusalsByStatus() {
        return refusals.byStatus();
    }
}
