package dev.pitboard.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Keeps requests under a limit of so many in any second: there is one permit for each, and a permit comes back one second
 * after the response, so that arrivals can't bunch up whatever the network does.
 */
final class Pace implements AutoCloseable {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Semaphore permits;
    private final Timer timer;

    Pace(int perSecond, Timer timer) {
        this.permits = new Semaphore(perSecond, true);
        this.timer = timer;
    }

    /** Waits until a request may leave. */
    void take() throws InterruptedException {
        permits.acquire();
    }

    /** The response is there (or given up on): the permit comes back a second later. */
    void giveBack() {
        timer.after(WINDOW, permits::release);
    }

    @Override
    public void close() {
        timer.close();
    }
}
