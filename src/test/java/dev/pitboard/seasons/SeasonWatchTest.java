package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.Timetable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a clock set by hand: what is looked at, read, kept and told when files change. */
final class SeasonWatchTest {
    private static final String FILE = "series/gt4/2023.yaml";
    private static final SessionId RACE = SessionId.parse("gt4/2023/barcelona/race-1");
    private static final Instant BEFORE = Instant.parse("2023-09-30T14:50:00Z");
    private static final String LATER = "T17:10";
    private static final Instant AFTER = Instant.parse("2023-09-30T15:10:00Z");

    private final List<Loaded> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int versions;
    private ConfigFolder config;
    private SeasonWatch watch;

    SeasonWatchTest(@TempDir Path root) {
        config = new ConfigFolder(root);
        watch = new SeasonWatch(root, () -> now, told::add);
    }

    @BeforeEach
    void startsWithTheFiles() {
        assertEquals(List.of(), watch.first().problems());
        assertEquals(BEFORE, raceStart());
    }

    private Instant raceStart() {
        return start(watch.timetables().get());
    }

    private static Instant start(Timetable timetable) {
        Instant start = timetable.findFixture(RACE).orElseThrow().session().start();
        return start == null ? Instant.MIN : start;
    }

    /** Lets time pass second by second. */
    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            watch.tick();
        }
    }

    private void write(String name, String text) throws IOException {
        config.write(name, text);
        touch(name);
    }

    /** Gives the file a change time of its own, however fast the test runs. */
    private void touch(String name) throws IOException {
        Files.setLastModifiedTime(config.path(name), FileTime.from(now.plusMillis(++versions)));
    }

    private static String season(String time) {
        return ConfigFolder.SEASON.replace("T16:50", time);
    }

    @Test
    void aChangeIsReadWhenItHasBeenLeftAloneForTwoSeconds() throws IOException {
        write(FILE, season(LATER));
        pass(4);
        assertEquals(BEFORE, raceStart(), "not looked at yet");
        pass(2);
        assertEquals(BEFORE, raceStart(), "seen, and still given time");
        pass(1);
        assertEquals(AFTER, raceStart());
        assertEquals(1, told.size());
        assertEquals(List.of(), told.getFirst().problems());
    }

    @Test
    void anEditInProgressIsNotRead() throws IOException {
        for (int i = 0; i < 20; i++) {
            write(FILE, season(LATER).substring(0, 300 + i));
            pass(1);
        }
        assertEquals(BEFORE, raceStart());
        assertEquals(List.of(), told);
        write(FILE, season(LATER));
        pass(4);
        assertEquals(AFTER, raceStart());
        assertEquals(1, told.size());
    }

    @Test
    void nothingIsReadOrToldWhileNothingChanges() {
        Timetable timetable = watch.timetables().get();
        pass(100);
        assertSame(timetable, watch.timetables().get());
        assertEquals(List.of(), told);
    }

    @Test
    void aTouchedFileDoesNotSwapTheTimetable() throws IOException {
        Timetable timetable = watch.timetables().get();
        touch(FILE);
        pass(8);
        assertSame(timetable, watch.timetables().get());
        assertEquals(1, told.size());
    }

    @Test
    void aBrokenFileKeepsWhatItLastSaidAndIsToldOnce() throws IOException {
        write(FILE, season("T17:70"));
        pass(60);
        assertEquals(BEFORE, raceStart());
        assertEquals(1, told.size());
        assertEquals(
                List.of(FILE + ":16: rounds[0].sessions[2].start: there is no 17:70 on the clock"),
                config.render(told.getFirst().problems()));

        write(FILE, season(LATER));
        pass(8);
        assertEquals(AFTER, raceStart());
        assertEquals(2, told.size());
        assertEquals(List.of(), told.getLast().problems());
    }

    @Test
    void theOtherFilesAreFollowedWhileOneIsBroken() throws IOException {
        write(FILE, "nonsense");
        write("series/gt4/2024.yaml", ConfigFolder.SEASON.replace("2023", "2024"));
        pass(8);
        assertEquals(BEFORE, raceStart());
        assertTrue(watch.timetables()
                .get()
                .findFixture(SessionId.parse("gt4/2024/barcelona/fp1"))
                .isPresent());
    }

    @Test
    void brokenCircuitsAndSeriesKeepWhatTheyLastSaid() throws IOException {
        write("circuits.yaml", "nonsense");
        write("series/gt4/series.yaml", "nonsense");
        write(FILE, season(LATER));
        pass(8);
        assertEquals(AFTER, raceStart());
        assertEquals(
                "GT4 European Series",
                watch.timetables().get().series().getFirst().name());
        assertEquals(2, told.getFirst().problems().size());
    }

    @Test
    void aDeletedSeasonIsGoneAndANewOneIsThere() throws IOException {
        Files.delete(config.path(FILE));
        write("series/gt4/2024.yaml", ConfigFolder.SEASON.replace("2023", "2024"));
        pass(8);
        assertTrue(watch.timetables().get().findFixture(RACE).isEmpty());
        assertEquals(3, watch.timetables().get().fixtures().size());
    }

    @Test
    void aDeletedFolderKeepsEverything() throws IOException {
        try (Stream<Path> files = Files.walk(config.root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        pass(60);
        assertEquals(BEFORE, raceStart());
        assertEquals(1, told.size());
        assertNull(told.getFirst().timetable());

        config = new ConfigFolder(config.root);
        write(FILE, season(LATER));
        pass(8);
        assertEquals(AFTER, raceStart());
    }

    @Test
    void aFileReplacedByRenamingIsRead() throws IOException {
        FileTime time = Files.getLastModifiedTime(config.path(FILE));
        config.write("series/gt4/.2023.yaml.tmp", season(LATER));
        Files.setLastModifiedTime(config.path("series/gt4/.2023.yaml.tmp"), time);
        Files.move(config.path("series/gt4/.2023.yaml.tmp"), config.path(FILE), StandardCopyOption.ATOMIC_MOVE);
        pass(8);
        assertEquals(AFTER, raceStart(), "same size and time, but another file");
    }

    @Test
    void aVolumeWhoseLinkIsTurnedIsRead(@TempDir Path volume) throws IOException {
        ConfigFolder one = new ConfigFolder(volume.resolve("..1"));
        ConfigFolder two = new ConfigFolder(volume.resolve("..2"));
        two.write(FILE, season(LATER));
        Path link = volume.resolve("..data");
        Files.createSymbolicLink(link, one.root);
        Files.createSymbolicLink(volume.resolve("circuits.yaml"), Path.of("..data/circuits.yaml"));
        Files.createSymbolicLink(volume.resolve("series"), Path.of("..data/series"));
        try (SeasonWatch mounted = new SeasonWatch(volume, () -> now, told::add)) {
            watch = mounted;
            assertEquals(BEFORE, raceStart());
            Path next = volume.resolve("..next");
            Files.createSymbolicLink(next, two.root);
            Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
            pass(8);
            assertEquals(AFTER, raceStart());
            assertEquals(List.of(), told.getFirst().problems());
        }
    }

    @Test
    void theFollowersGetTheOldAndTheNewTimetable() throws IOException {
        List<Instant> starts = new ArrayList<>();
        watch.timetables().follow((old, next) -> {
            assertNotSame(old, next);
            starts.add(start(old));
            starts.add(start(next));
        });
        write(FILE, season(LATER));
        pass(8);
        assertEquals(List.of(BEFORE, AFTER), starts);
    }

    @Test
    void aFollowerThatFailsDoesNotStopTheWatching() throws IOException {
        boolean[] failing = {true};
        watch.timetables().follow((_, _) -> {
            if (failing[0]) {
                throw new IllegalStateException("a follower's bug");
            }
        });
        write(FILE, season(LATER));
        assertThrows(IllegalStateException.class, () -> pass(8));
        failing[0] = false;
        write(FILE, season("T16:50"));
        pass(8);
        assertEquals(BEFORE, raceStart());
    }

    @Test
    void aClockSetBackDoesNotStopTheWatching() throws IOException {
        now = now.minus(Duration.ofDays(1));
        write(FILE, season(LATER));
        pass(8);
        assertEquals(AFTER, raceStart());
    }

    @Test
    void theThreadGoesOnAfterAFailure() throws Exception {
        AtomicReference<Instant> time = new AtomicReference<>(now);
        CountDownLatch twice = new CountDownLatch(2);
        Consumer<Loaded> listener = _ -> {
            twice.countDown();
            if (twice.getCount() == 1) {
                try {
                    write(FILE, season("T16:55"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                throw new IllegalStateException("a listener's bug");
            }
        };
        try (SeasonWatch running =
                new SeasonWatch(config.root, () -> time.updateAndGet(t -> t.plusSeconds(5)), listener)) {
            write(FILE, season(LATER));
            running.start(Duration.ofMillis(5));
            assertTrue(twice.await(30, TimeUnit.SECONDS));
            assertEquals(
                    Instant.parse("2023-09-30T14:55:00Z"),
                    start(running.timetables().get()));
        }
    }
}
