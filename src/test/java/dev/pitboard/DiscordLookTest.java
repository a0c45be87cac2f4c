package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.card.Presentation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiscordLookTest {
    private static final Presentation PRESENTATION = new Presentation(
            false, ZoneId.of("Europe/London"), InstantSource.fixed(Instant.parse("2023-09-30T14:40:00Z")));

    @Test
    void markdownIsDrawn() {
        assertEquals(
                "▌ Race 1\n▌ Starts · Sat 30 Sep 2023 15:50 · in 10 minutes\n▌ Source: page",
                plain(
                        "▌ ## Race 1",
                        "▌ **Starts** · <t:1696085400:F> · <t:1696085400:R>",
                        "▌ -# Source: [page](<https://example.org/>)"));
    }

    @Test
    void titlesStandOutWithColours() {
        assertEquals("▌ \u001b[1mRace 1\u001b[0m", new DiscordLook(PRESENTATION, true).of(List.of("▌ ## Race 1")));
    }

    @Test
    void whatWasEscapedForDiscordIsShownAsItIs() {
        assertEquals("a_b * c", plain("a\\_b \\* c"));
    }

    @Test
    void dollarsAndBackslashesInDataAreHarmless() {
        assertEquals("cost $1 · now", plain("**cost $1** · <t:1696084800:R>"));
    }

    private static String plain(String... lines) {
        return new DiscordLook(PRESENTATION, false).of(List.of(lines));
    }
}
