package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Timetable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the track's clock to instants, on ordinary days and when the clocks change. */
final class TimesTest {
    private ConfigFolder config;

    @BeforeEach
    void folder(@TempDir Path root) {
        config = new ConfigFolder(root);
    }

    private Session session(String file) {
        config.write("series/gt4/2023.yaml", """
                season: 2023
                source: { name: Press release }
                rounds:
                  - id: rome
                    circuit: vallelunga
                    dates: %s
                    sessions:
                      - { id: race, kind: race, name: Race, %s }
                """.formatted(
                        file.contains("2023-03") ? "2023-03-24..2023-03-26" : "2023-10-27..2023-10-29", file));
        Loaded loaded = config.read();
        assertEquals(List.of(), loaded.problems());
        Timetable timetable = loaded.timetable();
        assertNotNull(timetable);
        return timetable
                .findFixture(SessionId.parse("gt4/2023/rome/race"))
                .orElseThrow()
                .session();
    }

    private List<String> problems(String file) {
        try {
            session(file);
        } catch (AssertionError _) {
            return config.problems();
        }
        return List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-10-28T11:20",
                "2023-10-28 11:20",
                "2023-10-28T11:20:00",
                "Sat 2023-10-28T11:20",
                "Saturday, 2023-10-28 11:20 CEST",
                "2023-10-28T11:20+02:00",
                "2023-10-28T11:20 MESZ",
                "2023-10-28T11:20+02:00 CEST",
                "2023-10-28T11:20 Europe/Paris"
            })
    void oneMomentInManyWays(String start) {
        assertEquals(
                Instant.parse("2023-10-28T09:20:00Z"),
                session("start: '" + start + "'").start());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-29T02:30+02:00, 2023-10-29T00:30:00Z",
        "2023-10-29T02:30+01:00, 2023-10-29T01:30:00Z",
        "2023-10-29T02:30 CEST, 2023-10-29T00:30:00Z",
        "2023-10-29T02:30 CET, 2023-10-29T01:30:00Z",
        "2023-10-29T01:59, 2023-10-28T23:59:00Z",
        "2023-10-29T03:00, 2023-10-29T02:00:00Z",
        "2023-03-26T03:00, 2023-03-26T01:00:00Z",
        "2023-03-26T01:59, 2023-03-26T00:59:00Z"
    })
    void whereTheClocksChange(String start, Instant expected) {
        assertEquals(expected, session("start: '" + start + "'").start());
    }

    @Test
    void aTimeThatComesTwiceMustSayWhichOne() {
        assertEquals(
                List.of(
                        "series/gt4/2023.yaml:8: rounds[0].sessions[0].start: 2023-10-29T02:30 comes twice in Europe/Rome, "
                                + "where the clocks go back that day: write 2023-10-29T02:30+02:00 or 2023-10-29T02:30+01:00"),
                problems("start: 2023-10-29T02:30"));
    }

    @Test
    void aTimeThatDoesNotExistIsRefused() {
        assertEquals(
                List.of(
                        "series/gt4/2023.yaml:8: rounds[0].sessions[0].start: 2023-03-26T02:30 does not exist in Europe/Rome: "
                                + "the clocks go from 02:00 to 03:00 that day"),
                problems("start: 2023-03-26T02:30"));
    }

    @Test
    void anOffsetThatIsNeitherOfTheTwoIsRefused() {
        assertEquals(
                List.of("series/gt4/2023.yaml:8: rounds[0].sessions[0].start: +03:00 contradicts the track's clock: "
                        + "on 2023-10-29 at 02:30 Europe/Rome is at +02:00 or +01:00"),
                problems("start: 2023-10-29T02:30+03:00"));
    }

    @Test
    void aPartAfterMidnightIsOnTheNextDay() {
        Session session = session("start: 2023-10-27T23:00, minutes: 120, parts: [{ name: Late, start: 00:30 }]");
        assertEquals(
                Instant.parse("2023-10-27T22:30:00Z"),
                session.parts().getFirst().start());
    }

    @Test
    void withoutATimeThereIsADateOrNothing() {
        assertEquals(
                new SessionTime.DateOnly(LocalDate.of(2023, 10, 28)),
                session("date: 2023-10-28").time());
        assertEquals(new SessionTime.ToBeConfirmed(), session("notes: [soon]").time());
    }

    @Test
    void theLengthIsOptional() {
        Instant start = Instant.parse("2023-10-28T09:20:00Z");
        assertEquals(
                new SessionTime.Exact(start, null),
                session("start: 2023-10-28T11:20").time());
        assertEquals(
                new SessionTime.Exact(start, Duration.ofMinutes(60)),
                session("start: 2023-10-28T11:20, minutes: 60").time());
    }
}
