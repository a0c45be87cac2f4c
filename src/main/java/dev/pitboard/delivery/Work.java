package dev.pitboard.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** How many sends are in flight, whether there may be something new to do, and waiting for either to change. */
final class Work {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int inFlight;
    private boolean woken;
    private boolean idle;

    /** There may be something to do. */
    void wake() {
        change(0);
    }

    /** A send begins. */
    void begin() {
        change(1);
    }

    /** A send has settled; its place is free, and it may have left something to do. */
    void end() {
        change(-1);
    }

    int inFlight() {
        lock.lock();
        try {
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    /** The loop looks for work now: a wake from here on ends the next {@link #sleep}. */
    void look() {
        lock.lock();
        try {
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /** The loop has nothing to do until it is woken, at most so long. */
    void sleep(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            idle = !woken;
            changed.signalAll();
            while (!woken && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            idle = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is in flight and the loop sleeps. @return false when it took too long */
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        return await(() -> idle && inFlight == 0, atMost);
    }

    /** Waits until nothing is in flight. @return false when it took too long */
    boolean awaitNoneInFlight(Duration atMost) throws InterruptedException {
        return await(() -> inFlight == 0, atMost);
    }

    private void change(int difference) {
        lock.lock();
        try {
            inFlight += difference;
            woken = true;
            idle = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
