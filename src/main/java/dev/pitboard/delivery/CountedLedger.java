package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import dev.pitboard.reminder.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A ledger that tells what becomes of what is owed, after it is kept. What ends at once when it is planned or claimed only the
 * ledger itself knows, and tells.
 */
public final class CountedLedger implements Ledger {
    private final Ledger ledger;
    private final DeliveryEvents events;

    /** How many rows of a claim were left out before it was sent, by message, until it is settled. */
    private final Map<String, Integer> leftOut = new ConcurrentHashMap<>();

    public CountedLedger(Ledger ledger, DeliveryEvents events) {
        this.ledger = ledger;
        this.events = events;
    }

    @Override
    public int expand(List<Reminder> reminders, Instant now) {
        int owed = ledger.expand(reminders, now);
        events.owed(owed);
        return owed;
    }

    @Override
    public Set<PlannedStart> pendingStarts() {
        return ledger.pendingStarts();
    }

    @Override
    public int supersede(PlannedStart stale, String reason, Instant now) {
        int superseded = ledger.supersede(stale, reason, now);
        events.unsent(null, DeliveryState.SUPERSEDED, superseded);
        return superseded;
    }

    @Override
    public List<Claim> claim(Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        return ledger.claim(platform, now, machine, lease, limit);
    }

    @Override
    public List<Claim> claimEdits(Platform platform, Instant now, Instant machine, Duration lease, int limit) {
        return ledger.claimEdits(platform, now, machine, lease, limit);
    }

    @Override
    public boolean isSilenced(Claim claim, Instant now) {
        return ledger.isSilenced(claim, now);
    }

    @Override
    public Optional<Instant> nextRetry(Platform platform, Instant now, Instant machine) {
        return ledger.nextRetry(platform, now, machine);
    }

    @Override
    public void leaveOut(Claim claim, Collection<Promise> promises, DeliveryState state, String reason, Instant now) {
        ledger.leaveOut(claim, promises, state, reason, now);
        leftOut.merge(claim.messageId(), promises.size(), Integer::sum);
        unsent(claim, state, promises.size());
    }

    @Override
    public void settle(List<Settlement> settlements, Instant now, Instant machine) {
        ledger.settle(settlements, now, machine);
        // The rows of what is edited were told when it was sent.
        settlements.stream().filter(s -> !s.claim().isEdit()).forEach(settlement -> tell(settlement, now));
    }

    private void tell(Settlement settlement, Instant now) {
        Claim claim = settlement.claim();
        Platform platform = claim.chat().platform();
        Integer left = leftOut.remove(claim.messageId());
        int reminders = claim.promises().size() - (left == null ? 0 : left);
        switch (settlement) {
            case Settlement.Sent _ -> events.sent(platform, reminders, Duration.between(claim.due(), now));
            case Settlement.Again _ -> events.again(platform);
            case Settlement.Ended(var _, DeliveryState state, var _) -> unsent(claim, state, reminders);
            case Settlement.Denied _ -> unsent(claim, DeliveryState.FAILED, reminders);
            case Settlement.Shut _ -> {
                // Else they are owed as before.
                if (claim.unsureSince() != null) {
                    events.unsent(platform, DeliveryState.IN_DOUBT, reminders);
                }
            }
        }
    }

    private void unsent(Claim claim, DeliveryState state, int reminders) {
        events.unsent(claim.chat().platform(), claim.unsureSince() == null ? state : DeliveryState.IN_DOUBT, reminders);
    }

    @Override
    public int releaseLeases(Instant machine) {
        return ledger.releaseLeases(machine);
    }

    @Override
    public List<DeliveryRecord> find(LedgerFilter filter, int limit) {
        return ledger.find(filter, limit);
    }

    @Override
    public Map<DeliveryState, Long> counts(LedgerFilter filter) {
        return ledger.counts(filter);
    }
}
