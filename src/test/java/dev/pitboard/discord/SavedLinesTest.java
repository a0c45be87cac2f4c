package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.LineMemory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SavedLinesTest {
    private final SavedLines saved = new SavedLines();

    private Optional<String> line(String customId) {
        return CustomId.parse(customId).flatMap(saved::line);
    }

    @Test
    void aShortLineStandsInTheButtonItself() {
        String id = saved.customId("m1", "timetable round=barcelona");

        assertEquals("v1:m1:timetable round=barcelona", id);
        assertEquals(Optional.of("timetable round=barcelona"), line(id));
    }

    @Test
    void aLongLineIsKeptUntilTooManyFollow() {
        String longLine = "drivers search=" + "x".repeat(500);
        String id = saved.customId("m".repeat(25), longLine);
        assertTrue(id.length() <= Limits.CUSTOM_ID, id);
        assertEquals(id, saved.customId("m".repeat(25), longLine));
        assertEquals(Optional.of(longLine), line(id));

        for (int i = 0; i < LineMemory.MOST; i++) {
            saved.customId(CustomId.NONE, i + "x".repeat(500));
        }

        assertEquals(Optional.empty(), line(id));
    }

    @Test
    void otherButtonsAreNotOurs() {
        assertEquals(Optional.empty(), line("v2:-:help"));
        assertEquals(Optional.empty(), line("help"));
        assertEquals(Optional.empty(), line("v1:-:"));
    }
}
