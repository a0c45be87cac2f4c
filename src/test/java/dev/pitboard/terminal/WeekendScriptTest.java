package dev.pitboard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.delivery.TimetableClock;
import dev.pitboard.terminal.WeekendScript.Tempo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WeekendScriptTest {
    private static final Instant MACHINE = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2023-09-29T08:20:00Z");
    private static final Duration READING = Duration.ofSeconds(4);
    private static final Tempo TEMPO = new Tempo(Duration.ofSeconds(4), READING, Duration.ofMillis(900));

    private Instant now = MACHINE;

    @Test
    void timeRunsAsUsualAtEachEventAndRacesInBetween() {
        Instant sunday = FRIDAY.plus(Duration.ofHours(49));
        WeekendScript script = new WeekendScript(List.of(FRIDAY, sunday), sunday.plus(Duration.ofHours(2)), TEMPO);
        TimetableClock clock = script.clock(() -> now);

        Instant first = clock.machineAt(FRIDAY);
        Instant second = clock.machineAt(sunday);
        assertEquals(Duration.ofSeconds(4), Duration.between(MACHINE, first));
        assertTrue(Duration.between(first, second).compareTo(Duration.ofSeconds(5)) < 0);
        for (Instant event : List.of(first, second)) {
            now = event;
            Instant shown = clock.instant();
            now = event.plus(READING);
            assertEquals(READING, Duration.between(shown, clock.instant()));
        }
    }

    @Test
    void eventsCloseTogetherAreNotSkipped() {
        Instant soon = FRIDAY.plusSeconds(2);
        WeekendScript script = new WeekendScript(List.of(soon, FRIDAY, soon), soon.plusSeconds(60), TEMPO);
        TimetableClock clock = script.clock(() -> now);
        assertEquals(2, script.size());
        assertEquals(Duration.ofSeconds(2), Duration.between(clock.machineAt(FRIDAY), clock.machineAt(soon)));
    }

    @Test
    void aWeekendNeedsAnEventAndAnEndAfterIt() {
        assertThrows(IllegalArgumentException.class, () -> new WeekendScript(List.of(), FRIDAY, TEMPO));
        assertThrows(IllegalArgumentException.class, () -> new WeekendScript(List.of(FRIDAY), FRIDAY, TEMPO));
    }
}
