package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of sending and editing on one platform, one turn after the other: tell the ledger what came of the sends that have
 * ended, claim as many messages as may leave now, and send them; then edit what is posted and no longer so. Because a message is claimed only when it may leave at once, one
 * whose claim was never settled is one that was in the air.
 *
 * <p>Turns are taken by one thread; sends end on others.
 */
final class Lane {
    /** How many requests may be on their way at once. */
    static final int IN_FLIGHT = 64;

    /** How long a claimed message is ours: longer than the slowest send. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** The longest time between two turns. */
    private static final Duration NAP = Duration.ofSeconds(15);

    /** The wait after trouble with the database or of our own, doubled each time. */
    private static final Duration FIRST_TROUBLE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    /** A send that has ended. */
    private record Ended(Claim claim, Attempt attempt) {}

    private final Ledger ledger;
    private final Platform platform;
    private final Attempts attempts;
    private final Verdicts verdicts;
    private final InstantSource clock;
    private final InstantSource machine;
    private final Pace pace;
    private final Executor senders;
    private final Runnable ended;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Queue<Ended> ends = new ConcurrentLinkedQueue<>();
    private final List<Settlement> unsettled = new ArrayList<>();
    /** What was sent and is not settled, with the latest claim of each: a lease also ends when the clock is set or we stood still. */
    private final Map<String, Claim> underWay = new HashMap<>();

    private Instant pausedUntil = Instant.EPOCH;
    private Instant troubledUntil = Instant.EPOCH;
    private Duration trouble = FIRST_TROUBLE;
    private volatile boolean heldBack;

    /**
     * @param senders runs sends, each of which waits for its answer
     * @param ended called after each send, by its thread
     */
    Lane(
            Ledger ledger,
            Messenger messenger,
            MessageCards cards,
            InstantSource clock,
            InstantSource machine,
            Pace pace,
            BiConsumer<ChatRef, ChatRef> chatMoved,
            Executor senders,
            Runnable ended) {
        this.ledger = ledger;
        this.platform = messenger.platform();
        this.attempts = new Attempts(ledger, messenger, cards, clock);
        this.verdicts = new Verdicts(machine, chatMoved, this::pause);
        this.clock = clock;
        this.machine = machine;
        this.pace = pace;
        this.senders = senders;
        this.ended = ended;
    }

    /** Does what there is to do now. @return for how long there is nothing more, unless a send ends or something is owed */
    Duration turn() {
        // In trouble, too, nothing can be claimed.
        heldBack = false;
        try {
            Duration away = Duration.between(machine.instant(), troubledUntil);
            if (away.isPositive()) {
                return away;
            }
            settle();
            Duration pause = Duration.between(machine.instant(), pausedUntil);
            Duration rest = pause.isPositive() ? pause : send();
            trouble = FIRST_TROUBLE;
            return rest;
        } catch (Unavailable unavailable) {
            log.warn("{}: sending waits {} s: {}", platform.label(), trouble.toSeconds(), unavailable.sentence());
            return waitOut();
        } catch (RuntimeException bug) {
            log.error("{}: our bug in the dispatcher; next try in {} s", platform.label(), trouble.toSeconds(), bug);
            return waitOut();
        }
    }

    /** Whether nothing is on its way, the ledger knows of everything that was, and nothing waits for its turn to leave. */
    boolean isQuiet() {
        // In this order: a send that ends is there before it is counted out.
        return inFlight.get() == 0 && ends.isEmpty() && !heldBack;
    }

    /** Whether nothing is on its way. */
    boolean isEmpty() {
        return inFlight.get() == 0;
    }

    /**
     * Tells the ledger what came of the sends that have ended. Before this nothing may be claimed: what was sent would be
     * sent again.
     *
     * @throws Unavailable when that can't be done now; nothing is lost
     */
    void settle() {
        for (Ended end = ends.peek(); end != null; end = ends.peek()) {
            unsettled.add(verdict(end));
            ends.remove();
        }
        if (unsettled.isEmpty()) {
            return;
        }
        try {
            ledger.settle(List.copyOf(unsettled), clock.instant(), machine.instant());
        } catch (Unavailable later) {
            throw later;
        } catch (RuntimeException bug) {
            log.error("our bug while settling {} messages; their leases end by themselves", unsettled.size(), bug);
        }
        unsettled.forEach(s -> underWay.remove(s.claim().messageId()));
        unsettled.clear();
    }

    private Settlement verdict(Ended end) {
        Claim claim = underWay.getOrDefault(end.claim().messageId(), end.claim());
        try {
            return verdicts.on(claim, end.attempt());
        } catch (Unavailable later) {
            throw later;
        } catch (RuntimeException bug) {
            return verdicts.on(claim, new Attempt.Broken(bug, true));
        }
    }

    private Duration send() {
        int most = Math.min(IN_FLIGHT - inFlight.get(), pace.free());
        heldBack = most <= 0;
        if (heldBack) {
            return inFlight.get() >= IN_FLIGHT ? NAP : shorter(pace.untilFree(), NAP);
        }
        // What is to be sent comes first, and leaves before anything else is asked of the database.
        List<Claim> claims = ledger.claim(platform, clock.instant(), machine.instant(), LEASE, most);
        leave(claims);
        int left = most - claims.size();
        List<Claim> edits =
                left == 0 ? List.of() : ledger.claimEdits(platform, clock.instant(), machine.instant(), LEASE, left);
        leave(edits);
        return edits.size() == left ? Duration.ZERO : untilNextRetry();
    }

    private void leave(List<Claim> claims) {
        for (Claim claim : claims) {
            if (underWay.put(claim.messageId(), claim) != null) {
                log.warn("message {}: its lease ended before its answer came, which is waited for", claim.messageId());
                continue;
            }
            log.info(
                    "message {} to {}: {} {}: {}, due {}",
                    claim.messageId(),
                    claim.chat(),
                    claim.isEdit() ? "edit" : "attempt",
                    claim.attempt(),
                    claim.about(),
                    claim.due());
            inFlight.incrementAndGet();
            long left = pace.leave();
            senders.execute(() -> deliver(claim, left));
        }
    }

    private void deliver(Claim claim, long left) {
        Attempt attempt = new Attempt.Broken(new IllegalStateException("it ended without a result"), true);
        try {
            attempt = attempts.attempt(claim);
        } finally {
            ends.add(new Ended(claim, attempt));
            pace.ended(left, attempt instanceof Attempt.Answered(Outcome.Sent _, var _));
            inFlight.decrementAndGet();
            ended.run();
        }
    }

    private Duration untilNextRetry() {
        Instant asked = machine.instant();
        return ledger.nextRetry(platform, clock.instant(), asked)
                .map(at -> Duration.between(asked, at).plusMillis(1))
                .map(wait -> shorter(wait, NAP))
                .orElse(NAP);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Duration waitOut() {
        Duration wait = trouble;
        troubledUntil = machine.instant().plus(wait);
        trouble = Verdicts.longer(trouble);
        return wait;
    }

    private void pause(Duration atLeast) {
        Instant until = machine.instant().plus(atLeast);
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }
}
