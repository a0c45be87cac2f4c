package dev.pitboard.reminder;

import dev.pitboard.subscription.LeadTime;
import java.time.Instant;

/**
 * What one message says of one start.
 *
 * @param at the start instant it was promised for
 */
public record Announcement(Start start, LeadTime lead, Instant at) {
    /** The announcement of a planned reminder. */
    public static Announcement of(Reminder reminder) {
        return new Announcement(reminder.start(), reminder.lead(), reminder.at());
    }
}
