package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitboard.delivery.DeliveryState;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers for Prometheus say what the ledger says. */
final class CountingAcceptanceTest {
    @TempDir
    private Path folder;

    @Test
    void theNumbersAgreeWithTheLedger() throws Exception {
        try (Paddock paddock = new Paddock(folder, "2023-09-29T06:00:00Z").boot()) {
            paddock.everybodyTurnsRemindersOn();
            for (int i = 0; i < 5; i++) {
                paddock.another("channel-" + i);
            }
            paddock.ringUntil("2023-09-29T08:20:00Z");
            paddock.settle();
            paddock.ringUntil("2023-09-29T13:20:00Z");
            paddock.settle();
            List<String> page = paddock.metrics.page().lines().toList();
            for (String platform : List.of("discord", "telegram")) {
                JsonNode ledger = ledger(platform);
                for (DeliveryState state :
                        EnumSet.complementOf(EnumSet.of(DeliveryState.PENDING, DeliveryState.SENDING))) {
                    String series = "pitboard_deliveries_settled_total{platform=\"" + platform + "\",state=\""
                            + state.word() + "\"}";
                    assertEquals(ledger.path(state.word()).asDouble(), value(page, series), series);
                }
                assertTrue(ledger.path("sent").asInt() > 0, ledger::toString);
                assertEquals(
                        value(page, "pitboard_send_attempts_total{answer=\"sent\",platform=\"" + platform + "\"}"),
                        value(page, "pitboard_delivery_lateness_seconds_count{platform=\"" + platform + "\"}"));
                assertEquals(
                        1.0,
                        value(
                                page,
                                "pitboard_commands_answered_total{platform=\"" + platform + "\",result=\"answered\"}"));
            }
        }
    }

    private JsonNode ledger(String platform) throws Exception {
        Shell shell = new Shell(folder);
        assertEquals(0, shell.run("ledger", "--counts", "--json", "--platform", platform), shell.err());
        return new ObjectMapper().readTree(shell.out());
    }

    /** 0 for what was never counted. */
    private static double value(List<String> page, String series) {
        return page.stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }
}
