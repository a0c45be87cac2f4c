package dev.pitboard.delivery;

import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;

/** What a ledger row says is owed to one subscription. */
public sealed interface Promise {
    /** The row's id. */
    long deliveryId();

    long subscriptionId();

    /** When it is due. */
    Instant due();

    /** From then on it is useless. */
    Instant expires();

    /** What it is about: {@code series/year/round/session}, with {@code #part} for a part; {@code series/year/round} for a round. */
    String subject();

    /** The series it is about. */
    default String series() {
        return subject().substring(0, subject().indexOf('/'));
    }

    /** For logs: "gt4/2023/barcelona/race-1 1h before". */
    String text();

    /**
     * A reminder of one start instant.
     *
     * @param at the start instant it is about
     */
    record OfReminder(long deliveryId, long subscriptionId, Start start, LeadTime lead, Instant at, Instant expires)
            implements Promise {
        @Override
        public Instant due() {
            return at.minus(lead.before());
        }

        @Override
        public String subject() {
            return start.toString();
        }

        @Override
        public String text() {
            return start + " " + lead + " before";
        }
    }

    /**
     * A notice that the timetable changed.
     *
     * @param revision the number of the revision that changed it; the first, where it changed again before the notice left
     * @param due when it changed, the last time
     * @param quiet whether it is to be said without a ping
     */
    record OfNotice(
            long deliveryId,
            long subscriptionId,
            String subject,
            long revision,
            Instant due,
            Instant expires,
            boolean quiet)
            implements Promise {
        @Override
        public String text() {
            return subject + " changed (revision " + revision + ")";
        }
    }
}
