package dev.pitboard.reminder;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;

/**
 * A start that is to be announced one lead time ahead, to whoever wants that.
 *
 * @param at the start it was planned for
 * @param expires from this instant on it would be useless: the start itself, or for lead time 0 ten minutes after it but
 *     not after the end
 */
public record Reminder(Start start, SessionKind kind, LeadTime lead, Instant at, Instant expires) {
    /** How long after the start an "it starts now" is still of use. */
    public static final Duration USEFUL_AFTER_START = Duration.ofMinutes(10);

    /** How long after its due instant a reminder is called late. */
    public static final Duration LATE_AFTER = Duration.ofSeconds(60);

    /** A start that changes after it was announced is announced again only if the new due instant is this much later than the sending. */
    public static final Duration SAY_AGAIN_AFTER = Duration.ofMinutes(15);

    /** When it is due: the start less the lead time. */
    public Instant due() {
        return at.minus(lead.before());
    }

    /** Whether it is still of use at {@code now}. */
    public boolean isOfUse(Instant now) {
        return expires.isAfter(now);
    }
}
