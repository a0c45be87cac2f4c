package dev.pitboard.store;

import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of claiming.
 *
 * @param unsent how many rows were settled without being sent, for each state they ended in
 */
record Claimed(List<Claim> claims, Map<DeliveryState, Integer> unsent) {
    /** "3 expired, 1 overtaken". */
    String unsentText() {
        return unsent.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getValue() + " " + e.getKey().word())
                .collect(Collectors.joining(", "));
    }
}
