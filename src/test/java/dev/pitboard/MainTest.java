package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void exists() {
        assertNotNull(Main.class);
    }
}
