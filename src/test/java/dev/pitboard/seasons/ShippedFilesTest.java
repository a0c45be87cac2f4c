package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.pitboard.motorsport.Driver;
import dev.pitboard.motorsport.Entry;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Points;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ShippedFilesTest {
    static final Path CONFIG = Path.of("config");

    static Timetable shipped() {
        Loaded loaded = SeasonFiles.read(CONFIG);
        assertEquals(List.of(), loaded.problems());
        Timetable timetable = loaded.timetable();
        assertNotNull(timetable);
        return timetable;
    }

    /** The shipped file of circuits with only these in it, which is read many times as fast. */
    static String circuits(Set<String> ids) throws IOException {
        String[] parts = Files.readString(CONFIG.resolve("circuits.yaml")).split("(?m)^(?=  - )");
        Pattern chosen = Pattern.compile("\\bid: (" + String.join("|", ids) + ")\\b(?!-)");
        return parts[0]
                + Arrays.stream(parts).skip(1).filter(chosen.asPredicate()).collect(Collectors.joining());
    }

    @TestFactory
    Stream<DynamicTest> everyShippedFileHasNoProblem() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(CONFIG)) {
            files = walk.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        }
        assertFalse(files.isEmpty());
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), () -> assertEquals(List.of(), SeasonFiles.check(List.of(file)))));
    }

    private static Season season(int year) {
        return shipped()
                .findSeries("gt4-european")
                .orElseThrow()
                .findSeason(year)
                .orElseThrow();
    }

    @Test
    void theSeasonOf2023IsComplete() {
        List<Round> rounds = season(2023).rounds();
        assertEquals(
                List.of("monza", "paul-ricard", "spa", "misano", "hockenheim", "barcelona", "vallelunga"),
                rounds.stream().map(r -> r.id().round()).toList());
        assertEquals(
                Arrays.asList(1, 2, 3, 4, 5, 6, null),
                rounds.stream().map(Round::number).toList());
        assertEquals(
                List.of(
                        "2023-04-22..2023-04-23",
                        "2023-06-02..2023-06-04",
                        "2023-06-29..2023-07-02",
                        "2023-07-14..2023-07-16",
                        "2023-09-01..2023-09-03",
                        "2023-09-29..2023-10-01",
                        "2023-10-28..2023-10-29"),
                rounds.stream().map(r -> r.firstDay() + ".." + r.lastDay()).toList());
        assertEquals(Status.CANCELLED, rounds.getLast().status());
        assertEquals(43, rounds.get(5).gridSize());
        assertEquals(4657, rounds.get(5).circuit().lengthMetres());
        assertEquals(14, rounds.get(5).circuit().corners());
    }

    @Test
    void barcelona2023StartsWhenThePressReleaseSays() {
        List<Session> sessions =
                season(2023).findRound("barcelona").orElseThrow().sessions();
        assertEquals(
                List.of("Free Practice 1", "Free Practice 2", "Qualifying 1 & 2", "Race 1", "Race 2"),
                sessions.stream().map(Session::name).toList());
        assertEquals(
                Stream.of(
                                "2023-09-29T09:20:00Z",
                                "2023-09-29T13:40:00Z",
                                "2023-09-30T09:25:00Z",
                                "2023-09-30T14:50:00Z",
                                "2023-10-01T09:20:00Z")
                        .map(Instant::parse)
                        .toList(),
                sessions.stream().map(Session::start).toList());
        Session qualifying = sessions.get(2);
        assertEquals(Instant.parse("2023-09-30T10:05:00Z"), qualifying.end());
        assertEquals(
                List.of(
                        new Part("q1", "Q1", Duration.ofMinutes(20), Instant.parse("2023-09-30T09:25:00Z")),
                        new Part("q2", "Q2", Duration.ofMinutes(20), null)),
                qualifying.parts());
        assertEquals(
                List.of(
                        new Link("Live timing", null),
                        new Link("Live timing", null),
                        new Link("Live TV", null),
                        new Link("Live TV", null),
                        new Link("Live TV", null)),
                sessions.stream().flatMap(s -> s.links().stream()).toList());
    }

    @Test
    void theCarOfThePressReleaseIsEntered() {
        Entry entry = season(2023).entries().stream()
                .filter(e -> e.number().equals("19"))
                .findFirst()
                .orElseThrow();
        assertEquals("racing one", entry.team());
        assertEquals("Aston Martin Vantage AMR GT4", entry.car());
        assertEquals(
                List.of(new Driver("Andreas Bäckman", "SE"), new Driver("Jessica Bäckman", "SE")), entry.drivers());
        assertEquals(
                List.of("http://bit.ly/jabaeckman-photos", "https://www.mynewsdesk.com/se/ja-backman/images"),
                entry.links().stream().map(l -> String.valueOf(l.url())).toList());
    }

    @Test
    void whatIsNotConfirmedSaysSo() {
        Points points = Objects.requireNonNull(
                shipped().findSeries("gt4-european").orElseThrow().points());
        for (Points.Rule rule : points.rules()) {
            assertEquals(rule.source() != null, rule.confirmed(), rule.name());
        }
        assertEquals(2, points.rules().stream().filter(r -> !r.confirmed()).count());
    }

    @Test
    void laterSeasonsHaveSixRoundsAndOnlyKnownTimes() {
        for (int year : List.of(2024, 2025, 2026)) {
            assertEquals(6, season(year).rounds().size());
        }
        assertEquals(
                List.of(
                        "2024/jeddah/fp1 2024-11-28T10:00:00Z",
                        "2024/jeddah/fp2 2024-11-28T13:00:00Z",
                        "2024/jeddah/fp3 2024-11-28T16:00:00Z",
                        "2024/jeddah/race-1 2024-11-29T19:00:00Z",
                        "2026/paul-ricard/pre-qualifying 2026-04-11T08:00:00Z",
                        "2026/paul-ricard/qualifying 2026-04-11T13:45:00Z",
                        "2026/paul-ricard/race-1 2026-04-12T09:00:00Z",
                        "2026/paul-ricard/race-2 2026-04-12T14:30:00Z"),
                shipped().fixtures().stream()
                        .map(Fixture::session)
                        .filter(s -> s.id().year() > 2023 && s.start() != null)
                        .map(s -> s.id().toString().replace("gt4-european/", "") + " " + s.start())
                        .toList());
    }

    @Test
    void everyResultEntryAndChampionNamesItsSource() {
        for (Season season : shipped().findSeries("gt4-european").orElseThrow().seasons()) {
            season.rounds()
                    .forEach(r -> r.results().forEach(result -> assertNotNull(result.source(), r.id() + " " + result)));
            season.entries().forEach(e -> assertNotNull(e.source(), e.number()));
            season.champions().forEach(c -> assertNotNull(c.source(), c.category()));
        }
    }
}
