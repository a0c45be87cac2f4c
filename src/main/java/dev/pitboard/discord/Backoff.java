package dev.pitboard.discord;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses between attempts, each twice as long as the one before, that end when the bot is closed. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final CountDownLatch closed;
    private Duration next;

    Backoff(CountDownLatch closed, Duration first) {
        this.closed = closed;
        this.next = first;
    }

    /** Waits. @return false when there is no point in going on */
    boolean pause() {
        try {
            boolean ended = closed.await(next.toMillis(), TimeUnit.MILLISECONDS);
            next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
            return !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
