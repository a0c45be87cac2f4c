package dev.pitboard.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.card.Span.MomentStyle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentTextTest {
    private static final Instant RACE = Instant.parse("2023-09-30T14:50:00Z");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest
    @CsvSource({
        "TIME, 16:50",
        "DATE, 30 Sep 2023",
        "DATE_TIME, 30 Sep 2023 16:50",
        "WEEKDAY_DATE_TIME, Sat 30 Sep 2023 16:50",
        "RELATIVE, in 10 minutes"
    })
    void showsAsMuchAsIsAskedFor(MomentStyle style, String text) {
        assertEquals(text, MomentText.of(RACE, style, MADRID, RACE.minus(Duration.ofMinutes(10))));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Madrid, 2023-09-30T14:50:00Z, CEST",
        "Europe/Madrid, 2023-10-29T14:50:00Z, CET",
        "Europe/London, 2023-09-30T14:50:00Z, BST",
        "Europe/Lisbon, 2026-10-16T14:50:00Z, WEST",
        "Asia/Riyadh, 2024-11-28T10:00:00Z, UTC+3",
        "Asia/Kathmandu, 2024-11-28T10:00:00Z, UTC+5:45",
        "America/Sao_Paulo, 2024-11-28T10:00:00Z, UTC-3"
    })
    void aZoneIsNamedAsItIsInUseThen(String zone, Instant at, String name) {
        assertEquals(name, MomentText.zoneName(at, ZoneId.of(zone)));
    }

    @Test
    void trackTimeCarriesItsZone() {
        assertEquals("16:50 CEST", MomentText.of(new Span.TrackTime(RACE, MADRID, MomentStyle.TIME)));
        assertEquals("16:50 CEST", MomentText.of(new Span.TrackTime(RACE, MADRID, MomentStyle.RELATIVE)));
        assertEquals("30 Sep 2023", MomentText.of(new Span.TrackTime(RACE, MADRID, MomentStyle.DATE)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, now",
        "29, now",
        "-29, now",
        "30, in 1 minute",
        "-31, 1 minute ago",
        "89, in 1 minute",
        "90, in 2 minutes",
        "3569, in 59 minutes",
        "3570, in 1 hour",
        "3600, in 1 hour",
        "-5460, 1 hour 31 minutes ago",
        "86340, in 23 hours 59 minutes",
        "86400, in 1 day",
        "129540, in 1 day",
        "129600, in 2 days",
        "-259200, 3 days ago"
    })
    void relativeTextIsRoundedToWhatIsShown(long seconds, String text) {
        assertEquals(text, MomentText.relative(RACE.plusSeconds(seconds), RACE));
    }
}
