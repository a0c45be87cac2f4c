package dev.pitboard.delivery;

import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;

/**
 * What a ledger row says is owed: a reminder of one start instant to one subscription.
 *
 * @param deliveryId the row's id
 * @param at the start instant it is about
 * @param expires from then on it is useless
 */
public record Promise(long deliveryId, long subscriptionId, Start start, LeadTime lead, Instant at, Instant expires) {
    /** When it is due. */
    public Instant due() {
        return at.minus(lead.before());
    }
}
