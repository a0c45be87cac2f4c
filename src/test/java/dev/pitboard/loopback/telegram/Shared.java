package dev.pitboard.loopback.telegram;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock around all state of the loopback service, and the signal that something changed. */
final class Shared {
    /** How often a condition is looked at when nothing here has changed. */
    private static final Duration ROUND = Duration.ofMillis(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    <T> T get(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Looks without waking those who wait for a change. */
    <T> T read(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** Lets others in until the condition holds, which may also depend on things outside; false when the time is up first. */
    boolean await(BooleanSupplier condition, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                long round = Math.min(left, ROUND.toNanos());
                left -= round - changed.awaitNanos(round);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }
}
