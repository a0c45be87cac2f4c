package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the ledger owes on one platform: claims, paces, sends, settles. The claim comes before the send and the
 * settling after it, so that a crash leaves a claimed message behind and never a sent one unclaimed.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** How many requests may be on their way at once. */
    private static final int IN_FLIGHT = 32;

    /** How long a claimed message is ours: longer than the slowest send with its pause. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** The longest sleep without being woken. */
    private static final Duration NAP = Duration.ofSeconds(15);

    private final Ledger ledger;
    private final Settling settling;
    private final Messenger messenger;
    private final Attempts attempts;
    private final InstantSource clock;
    private final InstantSource machine;
    private final Pace pace;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pace").daemon().factory());
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread loop;
    private boolean woken;
    private boolean idle;
    private volatile boolean running = true;
    private volatile Instant pausedUntil = Instant.EPOCH;

    /**
     * @param clock timetable time
     * @param machine machine time
     * @param perSecond the platform's limit on requests in any second
     * @param chatMoved called when a chat has another address now
     */
    public Dispatcher(
            Ledger ledger,
            Messenger messenger,
            MessageCards cards,
            InstantSource clock,
            InstantSource machine,
            int perSecond,
            BiConsumer<ChatRef, ChatRef> chatMoved) {
        this.ledger = ledger;
        this.messenger = messenger;
        this.attempts = new Attempts(ledger, messenger, cards, clock);
        this.clock = clock;
        this.machine = machine;
        this.pace = new Pace(perSecond, timer);
        this.settling = new Settling(ledger, clock, machine, chatMoved, this::pause);
        this.loop = Thread.ofPlatform()
                .name("dispatch-" + messenger.platform().word())
                .unstarted(this::run);
    }

    /** Begins to send. */
    public void start() {
        loop.start();
    }

    /** There may be something new to send. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            idle = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is being sent and nothing can be claimed right now. @return false when it took too long */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (!(idle && inFlight.availablePermits() == IN_FLIGHT)) {
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

    /** Claims nothing more and lets the sends in flight settle. */
    @Override
    public void close() {
        running = false;
        loop.interrupt();
        try {
            loop.join(Duration.ofSeconds(1));
            if (!inFlight.tryAcquire(IN_FLIGHT, 3, TimeUnit.SECONDS)) {
                log.warn("{}: some sends did not settle in time; they are looked at again at the next start", name());
            }
            settling.settleKept();
        } catch (Unavailable unavailable) {
            log.error("{}: what became of the last messages is not in the ledger: {}", name(), unavailable.sentence());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        senders.shutdownNow();
        timer.shutdownNow();
    }

    private void run() {
        Duration trouble = Duration.ofSeconds(1);
        while (running) {
            try {
                if (!sendWhatIsDue()) {
                    sleep(untilNextRetry());
                }
                trouble = Duration.ofSeconds(1);
            } catch (Unavailable unavailable) {
                log.warn("{}: sending waits {} s: {}", name(), trouble.toSeconds(), unavailable.sentence());
                pause(trouble);
                trouble = Settling.longer(trouble);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException bug) {
                log.error("{}: our bug in the dispatcher; next try in {} s", name(), trouble.toSeconds(), bug);
                pause(trouble);
                trouble = Settling.longer(trouble);
            }
        }
    }

    private boolean sendWhatIsDue() throws InterruptedException {
        Duration pause = Duration.between(machine.instant(), pausedUntil);
        if (pause.isPositive()) {
            rest(pause);
            return true;
        }
        settling.settleKept();
        int free = inFlight.availablePermits();
        lock.lock();
        try {
            woken = false;
        } finally {
            lock.unlock();
        }
        List<Claim> claims = free == 0
                ? List.of()
                : ledger.claim(messenger.platform(), clock.instant(), machine.instant(), LEASE, free);
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            try {
                pace.take();
                inFlight.acquire();
            } catch (InterruptedException stopped) {
                putBack(claims.subList(i, claims.size()));
                throw stopped;
            }
            senders.execute(() -> deliver(claim));
        }
        return !claims.isEmpty();
    }

    /** What was claimed and not sent is no message in doubt after the next start. */
    private void putBack(List<Claim> unsent) {
        Attempt stopped = new Attempt.Answered(new Outcome.Wait(Duration.ZERO, false, "stopped before it was sent"));
        unsent.forEach(claim -> settling.settleOrKeep(claim, stopped));
    }

    private void deliver(Claim claim) {
        try {
            settling.settleOrKeep(claim, attempts.attempt(claim));
        } catch (RuntimeException bug) {
            log.error("message {}: our bug while settling", claim.messageId(), bug);
        } finally {
            pace.giveBack();
            inFlight.release();
            wake();
        }
    }

    private Duration untilNextRetry() {
        return ledger.nextRetry(messenger.platform())
                .map(at -> Duration.between(machine.instant(), at).plusMillis(1))
                .filter(d -> d.compareTo(NAP) < 0)
                .orElse(NAP);
    }

    private void sleep(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = Math.max(0, atMost.toNanos());
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

    /** Unlike {@link #sleep} goes on when woken: what ends a pause is time alone. */
    private void rest(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            idle = !woken;
            changed.signalAll();
            while (nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            idle = false;
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration atLeast) {
        Instant until = machine.instant().plus(atLeast);
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    private String name() {
        return messenger.platform().label();
    }
}
