package dev.pitboard;

import dev.pitboard.command.CommandEvents;
import dev.pitboard.delivery.DeliveryEvents;

/** Who counts what happens. */
record Watchers(DeliveryEvents deliveries, CommandEvents commands) {
    /** Nobody. */
    static final Watchers NONE = new Watchers(DeliveryEvents.NONE, CommandEvents.NONE);
}
