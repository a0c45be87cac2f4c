package dev.pitboard.delivery;

import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;

/** When to look at a start again: one lead time before the instant it was planned for. Holds nothing else about it. */
public record Alarm(Start start, LeadTime lead, Instant at) {
    /** The alarm for a planned reminder. */
    public static Alarm of(Reminder reminder) {
        return new Alarm(reminder.start(), reminder.lead(), reminder.at());
    }

    /** When it rings, on timetable time. */
    public Instant due() {
        return at.minus(lead.before());
    }
}
