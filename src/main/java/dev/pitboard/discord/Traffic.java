package dev.pitboard.discord;

import dev.pitboard.delivery.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Everything that was answered, ours and JDA's, and what follows from it for the next request. */
final class Traffic implements Interceptor {
    private final Refusals refusals;
    private final Waits waits;

    /** @param mostRefusals within ten minutes, from where on nothing is posted */
    Traffic(int mostRefusals, InstantSource machine) {
        this.refusals = new Refusals(mostRefusals, machine);
        this.waits = new Waits(machine);
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

    /** Notes the answers to JDA's requests: commands, their registration, and answers to people. */
    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        refusals.note(response.code(), response.header(Reply.Answered.SCOPE));
        return response;
    }

    Map<Integer, Long> refusalsByStatus() {
        return refusals.byStatus();
    }
}
