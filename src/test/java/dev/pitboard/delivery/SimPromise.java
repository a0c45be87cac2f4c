package dev.pitboard.delivery;

import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;

/** A promise to people, wherever their chat is. */
record SimPromise(SimGroup group, Start start, LeadTime lead, Instant at) {
    Instant due() {
        return at.minus(lead.before());
    }

    @Override
    public String toString() {
        return group + " " + start.session().series() + "/" + start.session().session() + "-" + lead + "@"
                + at.toString().substring(11, 16);
    }
}
