package dev.pitboard.discord;

import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Discord said about waiting, so that nothing is asked that would be refused: for one route, such as posting in one
 * channel, or for everything. All of it comes from answers; no limit is known beforehand.
 */
final class Waits {
    /** After so many notes those that are over are thrown out. */
    private static final int SWEEP = 256;

    private final InstantSource machine;
    private final Map<String, Instant> routes = new HashMap<>();
    private Instant everything = Instant.EPOCH;
    private int notes;

    Waits(InstantSource machine) {
        this.machine = machine;
    }

    /** What a request on this route has to wait for, or null when it may go. */
    synchronized Outcome.@Nullable Wait before(String route) {
        Instant now = machine.instant();
        if (everything.isAfter(now)) {
            return new Outcome.Wait(Duration.between(now, everything), true, "Discord asks to wait with everything.");
        }
        Instant until = routes.getOrDefault(route, now);
        return until.isAfter(now)
                ? new Outcome.Wait(Duration.between(now, until), false, "Discord asks to wait with this channel.")
                : null;
    }

    /** Takes from an answer what it says about the next requests. */
    void learn(String route, Reply.Answered answer) {
        if (answer.isLimit()) {
            pause(answer.isGlobalLimit() ? null : route, answer.retryAfter());
        } else if ("0".equals(answer.headers().get("X-RateLimit-Remaining"))) {
            pause(route, answer.resetAfter());
        }
    }

    /** @param route what has to wait, or null for everything */
    synchronized void pause(@Nullable String route, Duration wait) {
        Instant until = machine.instant().plus(wait);
        if (route == null) {
            everything = until.isAfter(everything) ? until : everything;
            return;
        }
        if (++notes % SWEEP == 0) {
            Instant now = machine.instant();
            routes.values().removeIf(over -> !over.isAfter(now));
        }
        routes.merge(route, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** How many routes are remembered. */
    synchronized int size() {
        return routes.size();
    }
}
