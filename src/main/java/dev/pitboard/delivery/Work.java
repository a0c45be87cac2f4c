package dev.pitboard.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Whether there may be something new to do, and waiting for that to change. */
final class Work {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean idle;

    /** There may be something to do. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            idle = false;
            changed.signalAll();
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

    /**
     * The loop has nothing to do until it is woken, at most so long.
     *
     * @param done whether nothing is on its way either
     */
    void sleep(Duration atMost, boolean done) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            idle = !woken && done;
            changed.signalAll();
            while (!woken && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            idle = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the loop sleeps with nothing on its way. @return false when it took too long */
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        return await(() -> idle, atMost);
    }

    /** Waits for something that {@link #wake} follows. @return false when it took too long */
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
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
