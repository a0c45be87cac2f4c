package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up in which states reminders ended since it was last read. */
public final class Tally implements DeliveryEvents {
    private final Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);

    @Override
    public void sent(Platform platform, int reminders, Duration late) {
        unsent(platform, DeliveryState.SENT, reminders);
    }

    @Override
    public synchronized void unsent(@Nullable Platform platform, DeliveryState state, int reminders) {
        counts.merge(state, (long) reminders, Long::sum);
    }

    /** How many reminders ended in each state so far; a state without any is left out. */
    synchronized Map<DeliveryState, Long> soFar() {
        return new EnumMap<>(counts);
    }

    /** Begins anew after what was read. */
    synchronized void forget(Map<DeliveryState, Long> read) {
        read.forEach((state, n) -> counts.merge(state, -n, Long::sum));
        counts.values().removeIf(n -> n == 0);
    }
}
