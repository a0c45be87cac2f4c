package dev.pitboard.delivery;

import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;

/**
 * When to look at a planned reminder again. Holds nothing else about it.
 *
 * @param at the start instant it was planned for
 * @param rings when, on timetable time: when it is due, or before that where sending takes a while
 */
public record Alarm(Start start, LeadTime lead, Instant at, Instant rings) {
    /** The alarm for a planned reminder. */
    public static Alarm of(Reminder reminder, Instant rings) {
        return new Alarm(reminder.start(), reminder.lead(), reminder.at(), rings);
    }
}
