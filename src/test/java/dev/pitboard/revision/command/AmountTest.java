package dev.pitboard.revision.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.UserError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "15m, 15",
        "15 min, 15",
        "15 minutes, 15",
        "1 minute, 1",
        "15, 15",
        "1h, 60",
        "1h30, 90",
        "1h30m, 90",
        "1 h 30, 90",
        "1 hour and 30 minutes, 90",
        "2 hrs, 120",
        "1d, 1440",
        "1d2h3m, 1563",
        "90M, 90"
    })
    void readsWhatPeopleWrite(String typed, long minutes) {
        assertEquals(Optional.of(Duration.ofMinutes(minutes)), Amount.find(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "m", "-5m", "1m1h", "5m5m", "1.5h", "17:10", "15 x", "12345m"})
    void nothingElseIsAnAmount(String typed) {
        assertEquals(Optional.empty(), Amount.find(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15m", "1h30", "+15", "+15m", "min", "minutes", "90min"})
    void wordsThatBelongToAnAmount(String word) {
        assertTrue(Amount.looksLikeOne(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"race", "1", "r1", "fp2", "gt4", "race-1", "17:10", "2m-race"})
    void wordsThatDoNot(String word) {
        assertFalse(Amount.looksLikeOne(word));
    }

    @Test
    void noneAndTooMuchAreMistakes() {
        Duration day = Duration.ofDays(1);
        assertThrows(UserError.class, () -> Amount.parse("0m", day));
        assertThrows(UserError.class, () -> Amount.parse("25h", day));
        assertThrows(UserError.class, () -> Amount.parse("a while", day));
        assertEquals(day, Amount.parse("24h", day));
    }

    @Test
    void itsTextReadsAsTheSame() {
        for (int minutes : new int[] {1, 59, 60, 90, 1440, 1563}) {
            Duration amount = Duration.ofMinutes(minutes);
            assertEquals(Optional.of(amount), Amount.find(Amount.text(amount)));
        }
    }
}
