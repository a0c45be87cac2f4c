package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands behind buttons. */
class SavedLinesTest {
    private static final String LONG = "timetable round=\"" + "Circuit de Barcelona-Catalunya ".repeat(4) + "\"";

    private final SavedLines lines = new SavedLines();

    @Test
    void aLineThatFitsNeedsNoMemory() {
        String exact = "x".repeat(Limits.CALLBACK_DATA);
        assertEquals(exact, lines.data(exact, false));
        assertNotEquals(">" + exact, lines.data(exact, true), "one byte too many");
        assertEquals(
                Optional.of(new SavedLines.Press("calendar page=2", true)),
                new SavedLines().press(lines.data("calendar page=2", true)));
    }

    @Test
    void aLongLineIsFoundAgainAndHasTheSameKeyAfterARestart() {
        String key = lines.data(LONG, true);

        assertTrue(key.getBytes(StandardCharsets.UTF_8).length <= Limits.CALLBACK_DATA);
        assertEquals(Optional.of(new SavedLines.Press(LONG, true)), lines.press(key));
        assertEquals(Optional.empty(), new SavedLines().press(key));
        assertEquals(key, new SavedLines().data(LONG, true));
        assertNotEquals(key, lines.data(LONG, false));
    }

    @Test
    void aLineThatLooksLikeAKeyIsNone() {
        assertEquals(Optional.of(new SavedLines.Press("#19", false)), lines.press(lines.data("#19", false)));
    }

    @Test
    void onlyTheLatestAreKept() {
        String first = lines.data(LONG, false);
        for (int i = 0; i < 10_000; i++) {
            lines.data(LONG + i, false);
        }

        assertEquals(Optional.empty(), lines.press(first));
    }
}
