package dev.pitboard.loopback.discord;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock over all state of the server; whoever changes something says so, whoever waits is woken. */
final class Monitor {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Object lock = new Object();

    <T> T with(Supplier<T> action) {
        synchronized (lock) {
            T result = action.get();
            lock.notifyAll();
            return result;
        }
    }

    void run(Runnable action) {
        synchronized (lock) {
            action.run();
            lock.notifyAll();
        }
    }

    /**
     * Waits until the condition holds. It is looked at on every change here and every 20 ms, as it may
     * also depend on things elsewhere.
     *
     * @throws AssertionError when it does not hold in time
     */
    void await(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            try {
                while (!condition.getAsBoolean()) {
                    if (System.nanoTime() - deadline > 0) {
                        throw new AssertionError("Not within " + patience + ": " + what);
                    }
                    lock.wait(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting: " + what, e);
            }
        }
    }

    /**
     * As {@link #await}, but looks without holding the lock: the condition may itself ask the server something.
     *
     * @throws AssertionError when it does not hold in time
     */
    void awaitUnlocked(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("Not within " + patience + ": " + what);
                }
                synchronized (lock) {
                    lock.wait(20);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting: " + what, e);
        }
    }
}
