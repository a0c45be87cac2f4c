package dev.pitboard;

import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done beside everything else, on a thread of its own. Trouble with one time does not keep the next from coming. */
final class Chores implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Chores.class);

    /** Long enough after the start not to be in the way of catching up. */
    private static final Duration AFTER_THE_START = Duration.ofMinutes(10);

    /** Between two steps others get at the database. */
    private static final Duration REST = Duration.ofMillis(50);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("chores").daemon().factory());

    /** Does it some minutes from now and every day from then on. */
    void everyDay(Runnable chore) {
        every(AFTER_THE_START, Duration.ofDays(1), chore);
    }

    /** Does it after {@code first} and then again and again. */
    void every(Duration first, Duration between, Runnable chore) {
        var _ = thread.scheduleWithFixedDelay(
                () -> once(chore), first.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void once(Runnable chore) {
        try {
            chore.run();
        } catch (Unavailable unavailable) {
            log.warn("a chore is put off: {}", unavailable.sentence());
        } catch (RuntimeException bug) {
            log.error("our bug in a chore", bug);
        }
    }

    /** Goes on until a step finds nothing to do, or the thread is told to end. @return the sum of the steps */
    static int inSteps(IntSupplier step) {
        int sum = 0;
        for (int done = step.getAsInt(); done > 0; done = step.getAsInt()) {
            sum += done;
            try {
                Thread.sleep(REST);
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                return sum;
            }
        }
        return sum;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
