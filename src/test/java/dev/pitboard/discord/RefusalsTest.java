package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Discord counts is counted, and nothing is posted long before it bans. */
final class RefusalsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-09-30T14:40:00Z"));
    private final Refusals refusals = new Refusals(10, now::get);

    private void note(int times, int status, @Nullable String scope) {
        for (int i = 0; i < times; i++) {
            refusals.note(status, scope);
        }
    }

    private void later(Duration more) {
        now.updateAndGet(at -> at.plus(more));
    }

    @Test
    void onlyWhatDiscordCountsIsCounted() {
        note(50, 200, null);
        note(50, 400, null);
        note(50, 404, null);
        note(50, 429, "shared");
        note(9, 403, null);
        assertEquals(Duration.ZERO, refusals.pause());
        note(1, 429, "user");
        assertTrue(refusals.pause().isPositive());
        assertEquals(Map.of(400, 50L, 404, 50L, 403, 9L, 429, 51L), refusals.byStatus());
    }

    @Test
    void itGoesOnWhenEnoughIsTenMinutesPast() {
        note(4, 401, null);
        later(Duration.ofMinutes(5));
        note(6, 403, null);
        Duration pause = refusals.pause();
        assertTrue(
                pause.compareTo(Duration.ofMinutes(5)) >= 0 && pause.compareTo(Duration.ofSeconds(311)) < 0,
                pause.toString());

        later(pause.minusMillis(1));
        assertEquals(Duration.ofMillis(1), refusals.pause());
        later(Duration.ofMillis(1));
        assertEquals(Duration.ZERO, refusals.pause());
        note(4, 403, null);
        assertTrue(refusals.pause().isPositive(), "the six are not past yet");
    }

    @Test
    void aClockThatIsSetBackDoesNotStopItForHours() {
        note(10, 403, null);
        later(Duration.ofHours(-2));
        assertEquals(Duration.ZERO, refusals.pause());
    }
}
