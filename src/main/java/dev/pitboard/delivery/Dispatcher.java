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
    private final MessageCards cards;
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
        this.cards = cards;
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
            loop.join(Duration.ofSeconds(2));
            if (!inFlight.tryAcquire(IN_FLIGHT, 4, TimeUnit.SECONDS)) {
                log.warn("{}: some sends did not settle in time; they are looked at again at the next start", name());
            }
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
            sleep(pause);
            return true;
        }
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
        for (Claim claim : claims) {
            inFlight.acquire();
            pace.take();
            senders.execute(() -> deliver(claim));
        }
        return !claims.isEmpty();
    }

    private void deliver(Claim claim) {
        try {
            settling.settle(claim, attempt(claim));
        } catch (Unavailable unavailable) {
            log.error(
                    "message {}: the ledger could not be told; its lease ends by itself",
                    claim.messageId(),
                    unavailable);
        } catch (RuntimeException bug) {
            log.error("message {}: our bug while settling", claim.messageId(), bug);
        } finally {
            pace.giveBack();
            inFlight.release();
            wake();
        }
    }

    private Attempt attempt(Claim claim) {
        Instant now = clock.instant();
        if (claim.promises().stream().noneMatch(p -> p.expires().isAfter(now))) {
            return new Attempt.Useless(DeliveryState.EXPIRED, "no longer of use");
        }
        try {
            return cards.card(claim, now)
                    .map(card -> messenger.send(
                            new Post(claim.messageId(), claim.chat(), card, claim.role(), claim.firstTried())))
                    .<Attempt>map(Attempt.Answered::new)
                    .orElseGet(() -> new Attempt.Useless(DeliveryState.SUPERSEDED, "no longer on the timetable"));
        } catch (RuntimeException bug) {
            return new Attempt.Broken(bug);
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
