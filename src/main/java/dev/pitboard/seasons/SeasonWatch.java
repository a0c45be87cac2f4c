package dev.pitboard.seasons;

import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the timetable in force up to date with the files: looks at them every 5 s, reads them once they have been unchanged for 2 s, and
 * swaps the timetable whole. What can't be used stays as it last was; the listener is told once after each change.
 */
public final class SeasonWatch implements AutoCloseable {
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    static final Duration UNCHANGED_FOR = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(SeasonWatch.class);
    /** Deep enough for series/id/year.yaml. */
    private static final int DEPTH = 3;

    private final Path configDir;
    private final InstantSource machineTime;
    private final Consumer<Loaded> listener;
    private final Loaded first;
    private final Timetables timetables;
    private final ScheduledExecutorService runner = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("season-watch").daemon().factory());

    private Map<Path, Stamp> seen;
    private Instant lastLook;
    private boolean changing;

    /** What tells one version of a file from another, also when it was replaced by renaming or behind a link. */
    private record Stamp(
            boolean folder,
            long size,
            FileTime changed,
            @Nullable Object key) {}

    /**
     * Reads the files for the first time, see {@link #first}.
     *
     * @param machineTime real time, whatever the timetable's clock says
     * @param listener gets what was read after each later change, on the watching thread and after the swap
     */
    public SeasonWatch(Path configDir, InstantSource machineTime, Consumer<Loaded> listener) {
        this.configDir = configDir;
        this.machineTime = machineTime;
        this.listener = listener;
        this.seen = look(configDir);
        this.lastLook = machineTime.instant();
        this.first = SeasonFiles.read(configDir);
        Timetable timetable = first.timetable();
        this.timetables = new Timetables(timetable == null ? Timetable.empty() : timetable);
    }

    /** What the first reading gave; without a timetable in it, {@link #timetables} starts empty. */
    public Loaded first() {
        return first;
    }

    /** The timetable in force. */
    public Timetables timetables() {
        return timetables;
    }

    /** Starts a thread that calls {@link #tick} every second. */
    public void start() {
        start(Duration.ofSeconds(1));
    }

    void start(Duration every) {
        var _ = runner.scheduleWithFixedDelay(
                this::tickSafely, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops watching. */
    @Override
    public void close() {
        runner.shutdown();
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.error("following a change of the season files failed", e);
        }
    }

    /** Does what is due now: nothing, a look, or a reading. */
    public synchronized void tick() {
        Instant now = machineTime.instant();
        Duration passed = Duration.between(lastLook, now);
        Duration pause = changing ? UNCHANGED_FOR : BETWEEN_LOOKS;
        if (!passed.isNegative() && passed.compareTo(pause) < 0) {
            return;
        }
        lastLook = now;
        Map<Path, Stamp> there = look(configDir);
        if (!there.equals(seen)) {
            seen = there;
            changing = true;
        } else if (changing) {
            changing = false;
            read();
        }
    }

    private void read() {
        Timetable inForce = timetables.get();
        Loaded loaded = SeasonFiles.read(configDir, inForce);
        Map<Path, Stamp> after = look(configDir);
        if (!after.equals(seen)) {
            seen = after;
            changing = true;
            return;
        }
        Timetable next = loaded.timetable();
        if (next != null && !isSame(next, inForce)) {
            timetables.swap(next);
        }
        listener.accept(loaded);
    }

    private static boolean isSame(Timetable one, Timetable other) {
        return one.series().equals(other.series()) && one.circuits().equals(other.circuits());
    }

    private static Map<Path, Stamp> look(Path configDir) {
        Map<Path, Stamp> stamps = new HashMap<>();
        try (Stream<Path> files = Files.walk(configDir, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                stamps.put(file, stamp(file));
            }
        } catch (IOException | UncheckedIOException e) {
            // Deleted meanwhile or unreadable: what was seen so far differs from before, so it is read and then
            // reported.
            LOG.debug("could not look at all season files", e);
        }
        return stamps;
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        boolean folder = attributes.isDirectory();
        return folder
                ? new Stamp(true, 0, FileTime.fromMillis(0), null)
                : new Stamp(false, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }
}
