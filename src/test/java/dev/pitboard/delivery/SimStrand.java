package dev.pitboard.delivery;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Code that runs until it waits for something and goes on when told to. It has a thread, because the code calls and waits as
 * in the real program, but it and the simulation take turns: never do both run, so that all happens in one order.
 */
final class SimStrand {
    /** What a strand ends with whose process is no more. */
    static final class Dropped extends Error {
        private static final long serialVersionUID = 1L;

        Dropped() {
            super("its process is no more", null, false, false);
        }
    }

    private final Thread thread;
    private volatile @Nullable Thread simulation;
    private volatile boolean itsTurn;
    private volatile boolean dropped;
    private volatile boolean ended;
    private volatile @Nullable Throwable thrown;

    SimStrand(Runnable code) {
        this.thread = Thread.ofVirtual().unstarted(() -> run(code));
    }

    private void run(Runnable code) {
        try {
            if (!dropped) {
                code.run();
            }
        } catch (Dropped _) {
            // That was to be.
        } catch (Throwable t) {
            thrown = t;
        }
        ended = true;
        giveBack();
    }

    /** Lets it run until it waits or ends. What it throws comes out here. */
    void resume() {
        simulation = Thread.currentThread();
        itsTurn = true;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
        while (itsTurn) {
            LockSupport.park(this);
        }
        Throwable t = thrown;
        thrown = null;
        switch (t) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException bug -> throw bug;
            default -> throw new IllegalStateException(t);
        }
    }

    /** Called by the code: waits until it is resumed. */
    void pause() {
        giveBack();
        while (!itsTurn) {
            LockSupport.park(this);
        }
        if (dropped) {
            throw new Dropped();
        }
    }

    /** Its process is no more: it does nothing any more. */
    void drop() {
        if (!ended) {
            dropped = true;
            resume();
        }
    }

    boolean isEnded() {
        return ended;
    }

    private void giveBack() {
        Thread waiting = simulation;
        itsTurn = false;
        LockSupport.unpark(waiting);
    }
}
