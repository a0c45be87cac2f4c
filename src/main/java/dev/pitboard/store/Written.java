package dev.pitboard.store;

import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.delivery.DeliveryState;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many rows were written in one transaction, by the state they begin in. */
final class Written {
    private final Map<Platform, Map<DeliveryState, Integer>> ended = new EnumMap<>(Platform.class);
    private int pending;

    void pending(int rows) {
        pending += rows;
    }

    void row(Platform platform, DeliveryState state) {
        if (state == DeliveryState.PENDING) {
            pending++;
        } else {
            ended.computeIfAbsent(platform, _ -> new EnumMap<>(DeliveryState.class))
                    .merge(state, 1, Integer::sum);
        }
    }

    int pending() {
        return pending;
    }

    boolean hasEnded() {
        return !ended.isEmpty();
    }

    /** What ended at once; what is pending everybody sees. */
    void tell(DeliveryEvents events) {
        ended.forEach((platform, states) -> states.forEach((state, rows) -> events.unsent(platform, state, rows)));
    }

    /** "Discord: 3 expired; Telegram: 1 covered". */
    String endedText() {
        return ended.entrySet().stream()
                .map(e -> e.getKey().label() + ": "
                        + e.getValue().entrySet().stream()
                                .map(s -> s.getValue() + " " + s.getKey().word())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
