package dev.pitboard.delivery;

import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;

/**
 * A promise to people, wherever their chat is.
 *
 * @param lead of a notice: none
 * @param at of a notice: when the timetable changed
 * @param revision of a notice, 0 of a reminder
 */
record SimPromise(SimGroup group, Start start, LeadTime lead, Instant at, long revision) {
    static SimPromise of(SimGroup group, Promise promise) {
        return switch (promise) {
            case Promise.OfReminder r -> reminder(group, r.start(), r.lead(), r.at());
            case Promise.OfNotice n -> notice(group, Start.parse(n.subject()), n.due(), n.revision());
        };
    }

    static SimPromise reminder(SimGroup group, Start start, LeadTime lead, Instant at) {
        return new SimPromise(group, start, lead, at, 0);
    }

    static SimPromise notice(SimGroup group, Start start, Instant changed, long revision) {
        return new SimPromise(group, start, LeadTime.ofMinutes(0), changed, revision);
    }

    boolean isNotice() {
        return revision > 0;
    }

    Instant due() {
        return at.minus(lead.before());
    }

    @Override
    public String toString() {
        return group + " " + start.session().series() + "/" + start.session().session()
                + (isNotice() ? " revision " + revision : "-" + lead) + "@"
                + at.toString().substring(11, 16);
    }
}
