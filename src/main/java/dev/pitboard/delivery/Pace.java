package dev.pitboard.delivery;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps requests under a limit of so many in any second: there is one permit for each, and a permit comes back one second
 * after the response, so that arrivals can't bunch up whatever the network does.
 */
final class Pace {
    private static final Logger log = LoggerFactory.getLogger(Pace.class);

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Semaphore permits;
    private final ScheduledExecutorService timer;

    Pace(int perSecond, ScheduledExecutorService timer) {
        this.permits = new Semaphore(perSecond, true);
        this.timer = timer;
    }

    /** Waits until a request may leave. */
    void take() throws InterruptedException {
        permits.acquire();
    }

    /** The response is there (or given up on): the permit comes back a second later, or never when all ends. */
    void giveBack() {
        try {
            var _ = timer.schedule(() -> permits.release(), WINDOW.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            log.debug("a permit does not come back: shutting down");
        }
    }
}
