package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Champion;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Circuit;
import dev.pitboard.motorsport.Driver;
import dev.pitboard.motorsport.Entry;
import dev.pitboard.motorsport.Link;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Result;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read as the same season. */
final class SeasonWriterTest {
    private static final List<Circuit> CIRCUITS = SeasonFiles.circuitsIn(Path.of("config"));

    private static final List<String> TEXTS = List.of(
            "Race 1",
            "null",
            "NO",
            "~",
            "- a dash",
            "a: colon",
            "a # comment",
            "# all comment",
            "\"quoted\" and 'single' \\ back",
            "007",
            "1e3",
            "2023-09-29",
            "Bäckman – Größe, Ørsted",
            "多言語 العربية 🏁",
            "two\nlines",
            "{ flow: [x] }",
            "& anchor * alias ! tag | > % @ `",
            "joined\u200Dhere\u2028and\uFEFFthere",
            "x".repeat(100));

    @TempDir
    private Path folder;

    private Season read(Season season, String content) throws IOException {
        Path config = Files.createTempDirectory(folder, "config");
        Set<String> raced = season.rounds().stream().map(r -> r.circuit().id()).collect(Collectors.toSet());
        Files.writeString(config.resolve("circuits.yaml"), ShippedFilesTest.circuits(raced));
        Path series = Files.createDirectories(config.resolve("series").resolve(season.seriesId()));
        Files.writeString(series.resolve("series.yaml"), """
                name: Some Series
                kinds: [practice, qualifying, race, sprint, warmup, test, other]
                source: { name: Test }
                """);
        Files.writeString(series.resolve(season.year() + ".yaml"), content);
        Loaded loaded = SeasonFiles.read(config);
        assertFalse(loaded.hasErrors(), () -> loaded.problems() + "\n" + content);
        return Objects.requireNonNull(loaded.timetable())
                .findSeries(season.seriesId())
                .flatMap(s -> s.findSeason(season.year()))
                .orElseThrow();
    }

    @Test
    void everyShippedSeasonComesBack() throws IOException {
        int seasons = 0;
        for (Series series : Objects.requireNonNull(
                        SeasonFiles.read(Path.of("config")).timetable())
                .series()) {
            for (Season season : series.seasons()) {
                assertEquals(season, read(season, SeasonWriter.write(season, CIRCUITS)));
                seasons++;
            }
        }
        assertTrue(seasons > 0);
    }

    @Test
    void randomSeasonsComeBack() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Season season = new Randomly(seed).season();
            assertEquals(season, read(season, SeasonWriter.write(season, CIRCUITS)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-10-29T00:30:00Z",
                "2023-10-29T01:30:00Z",
                "2023-10-29T00:59:00Z",
                "2023-10-29T01:00:00Z",
                "2023-10-29T02:00:00Z",
                "2023-03-26T00:59:00Z",
                "2023-03-26T01:00:00Z",
                "2023-03-26T01:30:00Z"
            })
    void bothNightsInWhichTheClocksChange(String start) throws IOException {
        Instant at = Instant.parse(start);
        Season season = season(at, new SessionTime.Exact(at, Duration.ofMinutes(45)));
        String written = SeasonWriter.write(season, CIRCUITS);
        assertEquals(season, read(season, written));
        boolean twice = start.startsWith("2023-10-29T00")
                || start.equals("2023-10-29T01:00:00Z")
                || start.equals("2023-10-29T01:30:00Z");
        assertEquals(twice, written.lines().anyMatch(l -> l.matches(".*start: \\S+[+]0[12]:00")), written);
    }

    @Test
    void aCircuitThatTheFilesLackIsToldInAComment() {
        Instant at = Instant.parse("2023-09-30T14:50:00Z");
        String written = SeasonWriter.write(season(at, new SessionTime.Exact(at, null)), List.of());
        assertTrue(
                written.startsWith("# Add to circuits.yaml before this file is read:\n#   - id: barcelona\n"), written);
    }

    private static Season season(Instant at, SessionTime time) {
        LocalDate day = LocalDate.ofInstant(at, ZoneId.of("Europe/Madrid"));
        RoundId id = new RoundId("some", 2023, "night");
        Session session = new Session(
                id.session("race"), SessionKind.RACE, "Race", time, Status.SCHEDULED, List.of(), List.of(), List.of());
        Circuit barcelona = CIRCUITS.stream()
                .filter(c -> c.id().equals("barcelona"))
                .findFirst()
                .orElseThrow();
        Round round = new Round(
                id,
                null,
                "Night",
                barcelona,
                day,
                day,
                Status.SCHEDULED,
                null,
                List.of(session),
                List.of(),
                List.of(),
                null);
        return new Season(
                "some", 2023, new Source("Test", null, null), List.of(round), List.of(), List.of(), List.of(), null);
    }

    /** Anything that a season file can say. */
    private static final class Randomly {
        private final Random random;

        Randomly(int seed) {
            random = new Random(seed);
        }

        private boolean maybe() {
            return random.nextBoolean();
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private String text() {
            return one(TEXTS);
        }

        private String name() {
            return text().replace("\n", " ");
        }

        private List<String> notes() {
            return maybe() ? List.of() : List.of(text(), text());
        }

        private @Nullable Source source() {
            return maybe() ? null : aSource();
        }

        private Source aSource() {
            return maybe()
                    ? new Source(name(), URI.create("https://example.org/a?b=c#d"), LocalDate.of(2023, 3, 4))
                    : new Source(name(), null, null, Instant.parse("2023-09-27T12:00:01.250Z"));
        }

        Season season() {
            List<Round> rounds = new ArrayList<>();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                rounds.add(round(i, LocalDate.of(2023, 3, 20).plusDays(40L * i + random.nextInt(20))));
            }
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                entries.add(new Entry(
                        String.format("%03d", i),
                        name(),
                        maybe() ? null : name(),
                        maybe() ? null : name(),
                        List.of(new Driver(name(), maybe() ? null : "NO")),
                        maybe() ? List.of() : List.of("round-0"),
                        links(),
                        notes(),
                        source()));
            }
            return Changes.inOrder(new Season(
                    "some",
                    2023,
                    aSource(),
                    rounds,
                    entries,
                    maybe()
                            ? List.of()
                            : List.of(new Champion(name(), List.of("A", "B"), maybe() ? null : text(), source())),
                    notes(),
                    source()));
        }

        private List<Link> links() {
            return maybe()
                    ? List.of()
                    : List.of(new Link(name(), null), new Link(name(), URI.create("http://example.org")));
        }

        private Round round(int number, LocalDate first) {
            Circuit circuit = one(CIRCUITS);
            RoundId id = new RoundId("some", 2023, "round-" + number);
            List<Session> sessions = new ArrayList<>();
            for (int i = 0; i < random.nextInt(4); i++) {
                sessions.add(session(id, i, first.plusDays(i), circuit.zone()));
            }
            return new Round(
                    id,
                    maybe() ? null : number + 1,
                    name(),
                    circuit,
                    first,
                    first.plusDays(4),
                    one(List.of(Status.values())),
                    maybe() ? null : 30,
                    sessions,
                    maybe()
                                    || sessions.stream()
                                            .anyMatch(
                                                    s -> s.kind() == SessionKind.RACE || s.kind() == SessionKind.SPRINT)
                            ? List.of()
                            : List.of(new Result(name(), 1, null, "007", List.of("A"), null, name(), text(), source())),
                    notes(),
                    source());
        }

        private Session session(RoundId round, int number, LocalDate day, ZoneId zone) {
            Instant start = day.atTime(LocalTime.of(1 + random.nextInt(20), random.nextInt(60)))
                    .atZone(zone)
                    .toInstant();
            boolean exact = random.nextInt(3) > 0;
            SessionTime time = exact
                    ? new SessionTime.Exact(start, maybe() ? null : Duration.ofMinutes(60))
                    : maybe() ? new SessionTime.DateOnly(day) : new SessionTime.ToBeConfirmed();
            List<Part> parts = maybe()
                    ? List.of()
                    : List.of(
                            new Part("q1", "Q1", Duration.ofMinutes(20), exact ? start : null),
                            new Part("second", name(), null, exact ? start.plusSeconds(1800) : null));
            return new Session(
                    round.session("s" + number),
                    one(List.of(SessionKind.values())),
                    number + " " + name().substring(0, 1).replace("\"", "x"),
                    time,
                    one(List.of(Status.values())),
                    parts,
                    notes(),
                    links());
        }
    }
}
