package dev.pitboard.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.UserError;
import dev.pitboard.reminder.CardText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTimeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1h,10m                | 1h 10m
            1h30m                 | 1h30m
            1h 10m                | 1h 10m
            10m 1h                | 1h 10m
            2 days                | 2d
            2 days, 1 hour; 0     | 2d 1h 0
            0                     | 0
            00                    | 0
            0m                    | 0
            0,0m,0h               | 0
            60m                   | 1h
            60m,1h                | 1h
            90m                   | 1h30m
            1.5h                  | 1h30m
            1 H, 10 MIN           | 1h 10m
            1d2h3m                | 1d2h3m
            10m10m                | 20m
            14d                   | 14d
            2 weeks               | 14d
            20160 minutes         | 14d
            1h and 10m before     | 1h 10m
            ,1h,,10m,             | 1h 10m
            6m,5m,4m,3m,2m,1m     | 6m 5m 4m 3m 2m 1m
            1m,1m,1m,1m,1m,1m,1m  | 1m
            """)
    void readsWhatPeopleWrite(String typed, String expected) {
        assertEquals(
                expected,
                String.join(
                        " ",
                        LeadTime.parseAll(typed).stream().map(LeadTime::text).toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            -5               | “-5” is not a lead time.
            -5m              | “-5m” is not a lead time.
            +5m              | “+5m” is not a lead time.
            10000 h          | “10000h” is too long before the start: at most 14 days (14d) are possible.
            15d              | “15d” is too long
            14d1m            | “14d1m” is too long
            99999999999999999999999h | is too long
            soon             | “soon” is not a lead time.
            1h soon          | “soon” is not a lead time.
            90               | “90” has no unit: did you mean 90m?
            1h 90            | “90” has no unit
            1h30             | “1h30” is not a lead time.
            30s              | “s” is not a unit of time here.
            5parsecs         | “parsecs” is not a unit of time here.
            1.5m             | “1.5m” is not a whole number of minutes.
            h                | “h” is not a lead time.
            ~~               | There is no lead time in that.
            ,;               | There is no lead time in that.
            1m,2m,3m,4m,5m,6m,7m | That is 7 lead times; at most 6 are possible.
            ١٠m              | “١٠m” is not a lead time.
            １０m             | “１０m” is not a lead time.
            10м              | “10м” is not a lead time.
            ⏰               | “⏰” is not a lead time.
            1h\u202E01m      | is not a lead time.
            """)
    void namesWhatIsWrong(String typed, String expected) {
        String said = refusal(typed);
        assertTrue(said.contains(expected), said);
    }

    @Test
    void tenThousandCharactersAreRefusedShortlyWhateverTheyAre() {
        for (String piece : List.of("1h", "1 ", "9", "a", "1h,", ",", " ", "1h1", "⏰")) {
            String said = refusal(piece.repeat(10_000 / piece.length()));
            assertTrue(said.contains("too long for lead times") && said.length() < 200, said);
        }
        assertTrue(refusal("9".repeat(150) + "h").length() < 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "10m", "-5", "+3h", "−5m", "1h,10m", "90", "10000", "m", "days,", "HOURS", "soon", "１０m", "5x"
            })
    void aWordThatIsMeantAsALeadTimeIsClaimed(String word) {
        assertTrue(LeadTime.looksLikeOne(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "races", "gt4", "monza", "hour-race", "#19", "⏰"})
    void otherWordsAreLeftToOthers(String word) {
        assertFalse(LeadTime.looksLikeOne(word));
    }

    @Test
    void whatItWritesItReads() {
        for (long minutes = 0; minutes <= LeadTime.LONGEST.toMinutes(); minutes++) {
            LeadTime lead = LeadTime.ofMinutes(minutes);
            assertEquals(List.of(lead), LeadTime.parseAll(lead.text()));
        }
    }

    @Test
    void onlyWholeMinutesFromNoneToTwoWeeksExist() {
        for (Duration wrong : List.of(
                Duration.ofMinutes(-1),
                Duration.ofSeconds(90),
                Duration.ofDays(14).plusMinutes(1),
                Duration.ofNanos(1))) {
            assertThrows(IllegalArgumentException.class, () -> new LeadTime(wrong));
        }
        assertEquals("14d", new LeadTime(LeadTime.LONGEST).text());
    }

    @Test
    void theShortestComesFirst() {
        assertEquals(
                List.of("0", "10m", "1h", "1d"),
                Stream.of("1h", "1d", "0", "10m")
                        .flatMap(t -> LeadTime.parseAll(t).stream())
                        .sorted()
                        .map(LeadTime::toString)
                        .toList());
    }

    private static String refusal(String typed) {
        return CardText.of(
                assertThrows(UserError.class, () -> LeadTime.parseAll(typed)).line());
    }
}
