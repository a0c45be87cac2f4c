package dev.pitboard.health;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HealthProbeTest {
    @Test
    void isWellAsTheServerSays() throws IOException {
        Map<String, Condition> parts = new LinkedHashMap<>(Map.of("database", Condition.up()));
        String port;
        try (HealthServer server = new HealthServer("127.0.0.1", 0, HealthServerTest.pages(parts))) {
            port = String.valueOf(server.port());
            assertTrue(HealthProbe.wellAt(port));
            parts.put("database", Condition.down("the disk is full"));
            assertFalse(HealthProbe.wellAt(port));
        }
        assertFalse(HealthProbe.wellAt(port), "nobody answers any more");
        assertFalse(HealthProbe.wellAt("eighty"));
    }

    @Test
    void hasNothingToAskWhereThePageIsOff() {
        assertTrue(HealthProbe.wellAt("0"));
    }
}
