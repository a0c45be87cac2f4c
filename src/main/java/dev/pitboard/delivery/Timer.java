package dev.pitboard.delivery;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs something later, on machine time; nothing any more once it is closed. */
interface Timer extends AutoCloseable {
    void after(Duration wait, Runnable task);

    @Override
    void close();

    /** The real one, on a thread of its own. */
    static Timer onThread(String name) {
        return new OnThread(name);
    }

    /** See {@link #onThread}. */
    final class OnThread implements Timer {
        private static final Logger log = LoggerFactory.getLogger(Timer.class);
        private final ScheduledExecutorService thread;

        private OnThread(String name) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name(name).daemon().factory());
        }

        @Override
        public void after(Duration wait, Runnable task) {
            try {
                var _ = thread.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                log.debug("nothing is run later any more: closed");
            }
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
