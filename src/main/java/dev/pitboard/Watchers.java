package dev.pitboard;

import dev.pitboard.command.CommandEvents;
import dev.pitboard.delivery.DeliveryEvents;
import java.util.List;

/** Who counts what happens. */
record Watchers(DeliveryEvents deliveries, CommandEvents commands) {
    /** Nobody. */
    static final Watchers NONE = new Watchers(DeliveryEvents.NONE, CommandEvents.NONE);

    /** These and one more. */
    Watchers and(DeliveryEvents more) {
        return new Watchers(DeliveryEvents.all(List.of(deliveries, more)), commands);
    }
}
