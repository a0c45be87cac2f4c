package dev.pitboard.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import dev.pitboard.reminder.CardText;
import dev.pitboard.reminder.Weekend;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small print of the Barcelona weekend, 29 September to 1 October 2023. */
class SourcesTest {
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Weekend.MADRID).toInstant();
    }

    private static Source checked(@Nullable String day, @Nullable String instant) {
        return new Source(
                "Release", null, day == null ? null : LocalDate.parse(day), instant == null ? null : at(instant));
    }

    private static String warning(Weekend weekend, String now) {
        Fixture fixture = weekend.timetable().fixtures().getFirst();
        return CardText.of(Sources.warning(fixture.season(), fixture.round(), at(now)));
    }

    @Test
    void eachSourceIsNamedOnceWithWhenItWasLastChecked() {
        Source page = new Source("Organiser", URI.create("https://example.org/t"), LocalDate.of(2023, 9, 20));
        assertEquals(
                "Sources: [Organiser](https://example.org/t), checked 20 Sep 2023; Release, checked {DATE_TIME 2023-09-29T08:00:00Z}.",
                CardText.of(Sources.line(page, checked("2023-09-27", "2023-09-29T10:00"), null, page)));
        assertEquals("Source: Release.", CardText.of(Sources.line(checked(null, null))));
        assertEquals("Source: none named.", CardText.of(Sources.line((Source) null)));
    }

    /** The season's source was checked on 27 September. */
    @ParameterizedTest
    @CsvSource({
        "2023-09-28T12:00, ''",
        "2023-09-30T23:59, ''",
        "2023-10-01T00:00, ' *Not checked for 4 days: times may have changed.*'",
        "2023-10-01T23:59, ' *Not checked for 4 days: times may have changed.*'",
        "2023-10-02T00:00, ''"
    })
    void aDayIsOldAfterThreeDays(String now, String warning) {
        assertEquals(warning, warning(Weekend.barcelona(), now));
    }

    @ParameterizedTest
    @CsvSource({"2023-09-28T12:00, ' *Not checked for 8 days: times may have changed.*'", "2023-09-27T12:00, ''"})
    void oldIsMarkedFromTheDayBeforeTheRoundOn(String now, String warning) {
        assertEquals(warning, warning(Weekend.barcelona().source(checked("2023-09-20", null)), now));
    }

    @ParameterizedTest
    @CsvSource({"2023-10-01T10:00, ''", "2023-10-01T10:01, ' *Not checked for 3 days: times may have changed.*'"})
    void anInstantIsOldAfterThreeTimesADay(String now, String warning) {
        assertEquals(warning, warning(Weekend.barcelona().source(checked("2023-09-01", "2023-09-28T10:00")), now));
    }

    @Test
    void whatWasNeverCheckedSaysSo() {
        assertEquals(
                " *When these times were last checked is not known.*",
                warning(Weekend.barcelona().source(checked(null, null)), "2023-09-29T10:00"));
    }

    @Test
    void whatDoesNotTakePlaceNeedsNoWarning() {
        assertEquals("", warning(Weekend.barcelona().status(Status.CANCELLED), "2023-10-01T10:00"));
    }
}
