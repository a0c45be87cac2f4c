package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.command.Unavailable;
import dev.pitboard.delivery.MessageCards.Composed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries to deliver what was claimed. Between claim and sending time goes on and timetables change: both are looked at again. */
final class Attempts {
    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private static final Duration SOON = Duration.ofSeconds(1);

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
            String posted = claim.posted();
            if (ledger.isSilenced(claim, clock.instant())) {
                return notSent("nothing of its series is sent for now");
            }
            return posted == null ? tried(claim) : edited(claim, posted);
        } catch (Unavailable unavailable) {
            return notSent(unavailable.sentence());
        } catch (RuntimeException bug) {
            return new Attempt.Broken(bug, false);
        }
    }

    private static Attempt notSent(String reason) {
        return new Attempt.Answered(new Outcome.Wait(SOON, false, "not sent: " + reason), 0);
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
        Post post = new Post(
                claim.messageId(),
                claim.chat(),
                card,
                claim.role(),
                claim.quiet(),
                claim.attempt(),
                claim.unsureSince());
        return asked(() -> messenger.send(post), composed.shown());
    }

    private Attempt edited(Claim claim, String posted) {
        Composed composed = cards.compose(claim, clock.instant());
        Card card = Objects.requireNonNull(composed.card(), "an edit always says something");
        Edit edit = new Edit(claim.messageId(), claim.chat(), posted, card, claim.role(), claim.attempt());
        return asked(() -> messenger.edit(edit), composed.shown());
    }

    private static Attempt asked(Supplier<Outcome> request, long shown) {
        try {
            return new Attempt.Answered(request.get(), shown);
        } catch (RuntimeException bug) {
            return new Attempt.Broken(bug, true);
        }
    }

    private void leaveOut(Claim claim, List<Promise> promises, DeliveryState state, String reason, Instant now) {
        if (!promises.isEmpty()) {
            log.info(
                    "message {} goes without {}: {}",
                    claim.messageId(),
                    promises.stream().map(Promise::text).collect(Collectors.joining(", ")),
                    reason);
            ledger.leaveOut(claim, promises, state, reason, now);
        }
    }
}
