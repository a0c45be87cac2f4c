package dev.pitboard.telegram;

import java.time.Duration;

/**
 * How often things are tried.
 *
 * @param poll how long a poll waits for updates; whole seconds, at most 50
 * @param firstRetry after the first failure; doubled with each one that follows
 * @param lastRetry not longer than this
 * @param conflict after another program was found to poll with the same token
 * @param handling how long the next poll waits for updates that are being handled
 * @param letGo after so many such waits, updates are confirmed before they are done
 */
record Rhythm(Duration poll, Duration firstRetry, Duration lastRetry, Duration conflict, Duration handling, int letGo) {
    /** For the real service, which slows down who asks for the same updates again within 3 seconds. */
    static final Rhythm REAL = new Rhythm(
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(4),
            10);

    Duration retry(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
        return wait.compareTo(lastRetry) > 0 ? lastRetry : wait;
    }
}
