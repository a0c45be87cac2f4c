package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.command.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what came of an attempt into a state in the ledger. */
final class Settling {
    private static final Logger log = LoggerFactory.getLogger(Settling.class);

    /** After so many failures of our own code a message is given up, loudly. */
    private static final int ATTEMPTS_AFTER_BUGS = 3;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How long a platform that refuses us altogether is left alone. */
    private static final Duration REFUSED_PAUSE = Duration.ofMinutes(5);

    /** What came of an attempt that the ledger does not know yet. */
    private record Kept(Claim claim, Attempt attempt) {}

    private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
    private final Ledger ledger;
    private final InstantSource clock;
    private final InstantSource machine;
    private final BiConsumer<ChatRef, ChatRef> chatMoved;
    private final Consumer<Duration> pausePlatform;

    Settling(
            Ledger ledger,
            InstantSource clock,
            InstantSource machine,
            BiConsumer<ChatRef, ChatRef> chatMoved,
            Consumer<Duration> pausePlatform) {
        this.ledger = ledger;
        this.clock = clock;
        this.machine = machine;
        this.chatMoved = chatMoved;
        this.pausePlatform = pausePlatform;
    }

    /** Tells the ledger, or keeps what it has to be told until it can be. */
    void settleOrKeep(Claim claim, Attempt attempt) {
        try {
            settle(claim, attempt);
        } catch (Unavailable unavailable) {
            log.warn("message {}: the ledger will be told later: {}", claim.messageId(), unavailable.sentence());
            kept.add(new Kept(claim, attempt));
        }
    }

    /**
     * Tells the ledger what it could not be told. Before this nothing may be claimed: what was sent would be sent again.
     *
     * @throws Unavailable when that still can't be done
     */
    void settleKept() {
        for (Kept next = kept.poll(); next != null; next = kept.poll()) {
            try {
                settle(next.claim(), next.attempt());
            } catch (Unavailable still) {
                kept.add(next);
                throw still;
            }
        }
    }

    private void settle(Claim claim, Attempt attempt) {
        switch (attempt) {
            case Attempt.Answered(Outcome outcome) -> settle(claim, outcome);
            case Attempt.Useless(DeliveryState state, String reason) -> giveUp(claim, state, reason);
            case Attempt.Broken(RuntimeException bug) -> {
                log.error("message {}: our bug while sending, attempt {}", claim.messageId(), claim.attempt(), bug);
                if (claim.attempt() < ATTEMPTS_AFTER_BUGS) {
                    retry(claim, backoff(claim), "our bug");
                } else {
                    giveUp(claim, DeliveryState.FAILED, "our bug: see the log for message " + claim.messageId());
                }
            }
        }
    }

    private void settle(Claim claim, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent sent -> {
                ledger.sent(claim, sent, clock.instant());
                log.info(
                        "message {} to {}: sent as {}{}",
                        claim.messageId(),
                        claim.chat(),
                        sent.messageRef(),
                        sent.remark() == null ? "" : " (" + sent.remark() + ")");
            }
            case Outcome.Wait(Duration atLeast, boolean wholePlatform, String reason) -> {
                if (wholePlatform) {
                    pausePlatform.accept(atLeast);
                }
                retry(claim, atLeast, reason);
            }
            case Outcome.Unsure(String reason) ->
                retry(claim, backoff(claim), "may or may not have arrived: " + reason);
            case Outcome.InDoubt(String reason) -> giveUp(claim, DeliveryState.IN_DOUBT, reason);
            case Outcome.Denied(String reason) -> giveUp(claim, DeliveryState.FAILED, reason);
            case Outcome.Failed(String reason) -> giveUp(claim, DeliveryState.FAILED, reason);
            case Outcome.Blocked(String reason) -> giveUp(claim, DeliveryState.FAILED, reason);
            case Outcome.Gone(String reason) -> giveUp(claim, DeliveryState.FAILED, reason);
            case Outcome.Moved(ChatRef to) -> {
                log.info("{} is now {}", claim.chat(), to);
                chatMoved.accept(claim.chat(), to);
                // At once, unless the platform keeps sending us on.
                retry(claim, claim.attempt() == 1 ? Duration.ZERO : backoff(claim), "moved to " + to);
            }
            case Outcome.Refused(String reason) -> {
                log.error("sending stops: {}", reason);
                pausePlatform.accept(REFUSED_PAUSE);
                retry(claim, REFUSED_PAUSE, reason);
            }
        }
    }

    private void retry(Claim claim, Duration wait, String reason) {
        Instant at = machine.instant().plus(wait);
        log.info("message {} to {}: again at {}: {}", claim.messageId(), claim.chat(), at, reason);
        ledger.retryAt(claim, at, reason);
    }

    private void giveUp(Claim claim, DeliveryState state, String reason) {
        log.warn("message {} to {}: {}: {}", claim.messageId(), claim.chat(), state.word(), reason);
        ledger.giveUp(claim, state, reason, clock.instant());
    }

    private static Duration backoff(Claim claim) {
        Duration wait = Duration.ofSeconds(1);
        for (int i = 1; i < claim.attempt() && wait.compareTo(LONGEST_WAIT) < 0; i++) {
            wait = longer(wait);
        }
        return wait;
    }

    /** Twice as long, up to a limit. */
    static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
    }
}
