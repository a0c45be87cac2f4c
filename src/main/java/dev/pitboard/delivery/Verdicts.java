package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what came of an attempt into what the ledger is to know of it. */
final class Verdicts {
    private static final Logger log = LoggerFactory.getLogger(Verdicts.class);

    /** After so many failures of our own code a message is given up, loudly. */
    private static final int ATTEMPTS_AFTER_BUGS = 3;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How long a platform that refuses us altogether is left alone. */
    private static final Duration REFUSED_PAUSE = Duration.ofMinutes(5);

    private final InstantSource machine;
    private final BiConsumer<ChatRef, ChatRef> chatMoved;
    private final Consumer<Duration> pausePlatform;

    /**
     * @param chatMoved called when a chat has another address now
     * @param pausePlatform called when nothing may be sent for so long
     */
    Verdicts(InstantSource machine, BiConsumer<ChatRef, ChatRef> chatMoved, Consumer<Duration> pausePlatform) {
        this.machine = machine;
        this.chatMoved = chatMoved;
        this.pausePlatform = pausePlatform;
    }

    /** @throws dev.pitboard.command.Unavailable when a chat moved and that can't be stored */
    Settlement on(Claim claim, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Answered(Outcome outcome, long shown) -> on(claim, outcome, shown);
            case Attempt.Useless(DeliveryState state, String reason) -> ended(claim, state, reason);
            case Attempt.Broken(RuntimeException bug, boolean unsure) -> {
                log.error("message {}: our bug while sending, attempt {}", claim.messageId(), claim.attempt(), bug);
                yield claim.attempt() < ATTEMPTS_AFTER_BUGS
                        ? again(claim, backoff(claim), "our bug", unsure)
                        : ended(claim, DeliveryState.FAILED, "our bug: see the log for message " + claim.messageId());
            }
        };
    }

    private Settlement on(Claim claim, Outcome outcome, long shown) {
        return switch (outcome) {
            case Outcome.Sent(String messageRef, var remark) -> {
                log.info(
                        "message {} to {}: {} as {}{}",
                        claim.messageId(),
                        claim.chat(),
                        claim.isEdit() ? "edited" : "sent",
                        messageRef,
                        remark == null ? "" : " (" + remark + ")");
                yield new Settlement.Sent(claim, messageRef, remark, shown);
            }
            case Outcome.Wait(Duration atLeast, boolean wholePlatform, String reason) -> {
                if (wholePlatform) {
                    pausePlatform.accept(atLeast);
                }
                yield again(claim, atLeast, reason, false);
            }
            case Outcome.Unsure(String reason) ->
                again(claim, backoff(claim), "may or may not have arrived: " + reason, true);
            case Outcome.InDoubt(String reason) -> ended(claim, DeliveryState.IN_DOUBT, reason);
            case Outcome.Failed(String reason) -> ended(claim, DeliveryState.FAILED, reason);
            case Outcome.Denied(String reason) -> {
                log.warn("message {} to {}: refused: {}", claim.messageId(), claim.chat(), reason);
                yield new Settlement.Denied(claim, reason);
            }
            case Outcome.Blocked(String reason) -> shut(claim, ChatState.BLOCKED, reason);
            case Outcome.Gone(String reason) -> shut(claim, ChatState.GONE, reason);
            case Outcome.Moved(ChatRef to) -> {
                log.info("{} is now {}", claim.chat(), to);
                chatMoved.accept(claim.chat(), to);
                // At once, unless the platform keeps sending us on.
                yield again(claim, claim.attempt() == 1 ? Duration.ZERO : backoff(claim), "moved to " + to, false);
            }
            case Outcome.Refused(String reason) -> {
                log.error("sending stops: {}", reason);
                pausePlatform.accept(REFUSED_PAUSE);
                yield again(claim, REFUSED_PAUSE, reason, false);
            }
        };
    }

    private Settlement again(Claim claim, Duration wait, String reason, boolean unsure) {
        Settlement.Again again = new Settlement.Again(claim, machine.instant().plus(wait), reason, unsure);
        log.info("message {} to {}: again at {}: {}", claim.messageId(), claim.chat(), again.machineRetry(), reason);
        return again;
    }

    private static Settlement ended(Claim claim, DeliveryState state, String reason) {
        String what = claim.isEdit() ? "not edited" : state.word();
        log.warn("message {} to {}: {}: {}", claim.messageId(), claim.chat(), what, reason);
        return new Settlement.Ended(claim, state, reason);
    }

    private static Settlement shut(Claim claim, ChatState state, String reason) {
        log.warn("message {} to {}: the chat is {}: {}", claim.messageId(), claim.chat(), state.word(), reason);
        return new Settlement.Shut(claim, state, reason);
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
