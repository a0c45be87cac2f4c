package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    /** The wait after trouble with the database or of our own, doubled each time. */
    private static final Duration FIRST_TROUBLE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Settling settling;
    private final Messenger messenger;
    private final Attempts attempts;
    private final InstantSource clock;
    private final InstantSource machine;
    private final Pace pace;
    private final Work work = new Work();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread loop;
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
        this(ledger, messenger, cards, clock, machine, new Pace(perSecond, Timer.onThread("pace")), chatMoved);
    }

    Dispatcher(
            Ledger ledger,
            Messenger messenger,
            MessageCards cards,
            InstantSource clock,
            InstantSource machine,
            Pace pace,
            BiConsumer<ChatRef, ChatRef> chatMoved) {
        this.ledger = ledger;
        this.messenger = messenger;
        this.attempts = new Attempts(ledger, messenger, cards, clock);
        this.clock = clock;
        this.machine = machine;
        this.pace = pace;
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
        work.wake();
    }

    /**
     * Waits until nothing is being sent and nothing can be claimed right now: also while the platform or the database asked
     * for a pause. @return false when it took too long
     */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return work.awaitIdle(atMost);
    }

    /** Claims nothing more and lets the sends in flight settle. */
    @Override
    public void close() {
        running = false;
        work.wake();
        try {
            if (!loop.join(Duration.ofSeconds(1))) {
                loop.interrupt();
                loop.join(Duration.ofSeconds(1));
            }
            if (!work.awaitNoneInFlight(Duration.ofSeconds(3))) {
                log.warn("{}: some sends did not settle in time; they are looked at again at the next start", name());
            }
            settling.settleKept();
        } catch (Unavailable unavailable) {
            log.error("{}: what became of the last messages is not in the ledger: {}", name(), unavailable.sentence());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        senders.shutdownNow();
        pace.close();
    }

    private void run() {
        Duration trouble = FIRST_TROUBLE;
        while (true) {
            work.look();
            if (!running) {
                return;
            }
            try {
                Duration pause = Duration.between(machine.instant(), pausedUntil);
                if (pause.isPositive()) {
                    work.sleep(pause);
                    continue;
                }
                settling.settleKept();
                if (!sendWhatIsDue()) {
                    work.sleep(untilNextRetry());
                }
                trouble = FIRST_TROUBLE;
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
        int free = IN_FLIGHT - work.inFlight();
        List<Claim> claims = free == 0
                ? List.of()
                : ledger.claim(messenger.platform(), clock.instant(), machine.instant(), LEASE, free);
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            try {
                pace.take();
            } catch (InterruptedException stopped) {
                putBack(claims.subList(i, claims.size()));
                throw stopped;
            }
            if (!running) {
                putBack(claims.subList(i, claims.size()));
                break;
            }
            work.begin();
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
            log.error("message {}: our bug while settling; its lease ends by itself", claim.messageId(), bug);
        } finally {
            pace.giveBack();
            work.end();
        }
    }

    private Duration untilNextRetry() {
        if (work.inFlight() == IN_FLIGHT) {
            return NAP;
        }
        return ledger.nextRetry(messenger.platform())
                .map(at -> Duration.between(machine.instant(), at).plusMillis(1))
                .filter(d -> d.compareTo(NAP) < 0)
                .orElse(NAP);
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
