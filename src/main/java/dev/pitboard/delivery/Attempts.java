package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.command.Unavailable;
import dev.pitboard.delivery.MessageCards.Composed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries to deliver what was claimed. Between claim and sending time goes on and timetables change: both are looked at again. */
final class Attempts {
    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private static final Duration UNTIL_THE_LEDGER_ANSWERS = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Messenger messenger;
    private final MessageCards cards;
    private final InstantSource clock;

    /** @param clock timetable time */
    Attempts(Ledger ledger, Messenger messenger, MessageCards cards, InstantSource clock) {
        this.ledger = ledger;
        this.messenger = messenger;
        this.cards = cards;
        this.clock = clock;
    }

    Attempt attempt(Claim claim) {
        try {
            return tried(claim);
        } catch (Unavailable unavailable) {
            return new Attempt.Answered(
                    new Outcome.Wait(UNTIL_THE_LEDGER_ANSWERS, false, "not sent: " + unavailable.sentence()));
        } catch (RuntimeException bug) {
            return new Attempt.Broken(bug, false);
        }
    }

    private Attempt tried(Claim claim) {
        Instant now = clock.instant();
        List<Promise> useless =
                claim.promises().stream().filter(p -> !p.expires().isAfter(now)).toList();
        if (useless.size() == claim.promises().size()) {
            return new Attempt.Useless(DeliveryState.EXPIRED, "no longer of use");
        }
        Claim useful = claim.without(useless);
        Composed composed = cards.compose(useful, now);
        Card card = composed.card();
        if (card == null) {
            return new Attempt.Useless(DeliveryState.SUPERSEDED, "no longer on the timetable at that time");
        }
        leaveOut(claim, useless, DeliveryState.EXPIRED, "no longer of use", now);
        leaveOut(claim, composed.untrue(), DeliveryState.SUPERSEDED, "no longer on the timetable at that time", now);
        return send(
                new Post(claim.messageId(), claim.chat(), card, claim.role(), claim.attempt(), claim.unsureSince()));
    }

    private Attempt send(Post post) {
        try {
            return new Attempt.Answered(messenger.send(post));
        } catch (RuntimeException bug) {
            return new Attempt.Broken(bug, true);
        }
    }

    private void leaveOut(Claim claim, List<Promise> promises, DeliveryState state, String reason, Instant now) {
        if (!promises.isEmpty()) {
            log.info(
                    "message {} goes without {}: {}",
                    claim.messageId(),
                    promises.stream().map(p -> p.start().toString()).collect(Collectors.joining(", ")),
                    reason);
            ledger.leaveOut(claim, promises, state, reason, now);
        }
    }
}
