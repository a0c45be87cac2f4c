package dev.pitboard;

import dev.pitboard.card.Presentation;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.command.Unavailable;
import dev.pitboard.config.Configuration;
import dev.pitboard.config.ConfigurationError;
import dev.pitboard.delivery.Heartbeat;
import dev.pitboard.delivery.Tally;
import dev.pitboard.delivery.TimetableClock;
import dev.pitboard.health.Condition;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.quartz.QuartzAlarmClock;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.seasons.Loaded;
import dev.pitboard.seasons.SeasonWatch;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.DataFolder;
import dev.pitboard.store.Database;
import dev.pitboard.store.Purge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code pitboard run}: opens everything in order, waits to be told to stop, and closes it in the opposite order. */
final class Server {
    private static final Logger log = LoggerFactory.getLogger(Server.class);

    /** The SQLite file in the data folder, where no other database is set. */
    static final String DATABASE = "pitboard.db";

    private static final Duration LOOK_AT_THE_CLOCK = Duration.ofMinutes(1);

    /** How soon what another process changed is in force here. */
    private static final Duration LOOK_FOR_CHANGES = Duration.ofSeconds(1);

    private static final String REHEARSAL = "rehearsal.db";

    private final Program program;
    private final Configuration configuration;
    private final RunCommand.@Nullable Rehearsal rehearsal;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile @Nullable RaceControl raceControl;

    Server(Program program, Configuration configuration, RunCommand.@Nullable Rehearsal rehearsal) {
        this.program = program;
        this.configuration = configuration;
        this.rehearsal = rehearsal;
    }

    /** Serves until SIGTERM or until no platform lets us in. @return the exit code */
    int serve() throws Exception {
        SeasonWatch seasons = opened(new SeasonWatch(configuration.config(), program.machine(), this::seasonsRead));
        Timetables timetables = new Timetables(Seasons.tell(program, seasons.first()));
        Thread hook = new Thread(this::stopAndWait, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            DataFolder folder = opened(
                    DataFolder.take(configuration.data(), program.machine().instant()));
            Database database = opened(database(folder));
            TimetableClock clock = clock();
            Presentation presentation = new Presentation(rehearsal != null, configuration.zone(), clock);
            Watch watch = opened(new Watch(configuration));
            Tally tally = new Tally();
            Watchers watchers = watch.watchers().and(tally);
            Stores stores = Stores.in(database, watchers.deliveries());
            Pitboard pitboard = new Pitboard(
                    timetables,
                    stores,
                    configuration.notices(),
                    new QuartzAlarmClock(clock),
                    presentation,
                    program.machine(),
                    watchers);
            RaceControl control = pitboard.raceControl();
            raceControl = control;
            take(control, seasons.first());
            Platforms platforms = opened(new Platforms(program, configuration, pitboard));
            watch.listen(program, platforms, pitboard, database, stores.subscriptions(), clock);
            opened(pitboard);
            pitboard.start();
            Chores chores = opened(new Chores());
            chores.every(LOOK_FOR_CHANGES, LOOK_FOR_CHANGES, () -> look(control));
            seasons.start();
            if (rehearsal != null) {
                announce(rehearsal);
            }
            platforms.start();
            if (rehearsal == null) {
                begin(chores, new Purge(database), pitboard, timetables, tally);
            }
            return waitForTheEnd(platforms);
        } catch (CannotOpen cannot) {
            return program.fail(
                    cannot.isUnreachable() ? ExitCode.UNAVAILABLE : ExitCode.CONFIGURATION,
                    String.valueOf(cannot.getMessage()));
        } finally {
            closeAll();
            stopped.countDown();
            forget(hook);
        }
    }

    private void begin(Chores chores, Purge purge, Pitboard pitboard, Timetables timetables, Tally tally) {
        if (configuration.keepDays() > 0) {
            chores.everyDay(() -> purge(purge));
        }
        ChatRef chat = configuration.heartbeat();
        if (chat != null) {
            Heartbeat heartbeat = new Heartbeat(
                    chat,
                    () -> pitboard.messenger(chat.platform()),
                    new HeartbeatDiary(configuration.data().resolve("heartbeat")),
                    tally,
                    timetables,
                    program.machine(),
                    configuration.zone());
            chores.every(LOOK_AT_THE_CLOCK, LOOK_AT_THE_CLOCK, heartbeat::beat);
        }
    }

    private void purge(Purge purge) {
        Instant before = program.machine().instant().minus(Duration.ofDays(configuration.keepDays()));
        int deleted = Chores.inSteps(() -> purge.step(before));
        if (deleted > 0) {
            log.info("{} rows that ended before {} were deleted", deleted, before);
        }
    }

    /** Makes {@link #serve} close everything and return. */
    void stop() {
        stop.countDown();
    }

    private void seasonsRead(Loaded loaded) {
        RaceControl control = raceControl;
        if (control != null) {
            take(control, loaded);
        }
        loaded.problems().forEach(problem -> log.warn("{}", problem.render()));
        log.info(
                loaded.hasErrors()
                        ? "the season files have problems: what can't be used stays as it was"
                        : "the season files were read again");
    }

    /** Who sends and schedules says loudly enough that the database is away. */
    private static void look(RaceControl control) {
        try {
            control.look();
        } catch (Unavailable away) {
            log.debug("changes of others are looked for later: {}", away.sentence());
        }
    }

    /** What can't be taken over now is taken over later, see {@link RaceControl#look}. */
    private static void take(RaceControl control, Loaded loaded) {
        Timetable timetable = loaded.timetable();
        if (timetable == null) {
            return;
        }
        try {
            control.filesRead(timetable, loaded.unread());
        } catch (Unavailable later) {
            log.warn("what the season files say waits: {}", later.sentence());
        }
    }

    private Database database(DataFolder folder) throws CannotOpen {
        if (rehearsal != null) {
            emptyRehearsal();
            return Database.open(folder.sqliteUrl(REHEARSAL), null, null);
        }
        return Opening.toServe(configuration);
    }

    private void emptyRehearsal() {
        for (String file : List.of(REHEARSAL, REHEARSAL + "-wal", REHEARSAL + "-shm")) {
            Path path = configuration.data().resolve(file);
            try {
                Files.deleteIfExists(path);
            } catch (IOException inTheWay) {
                throw new ConfigurationError(
                        "the last rehearsal's " + path + " can't be deleted (" + inTheWay + "); remove it by hand.");
            }
        }
    }

    private TimetableClock clock() {
        return rehearsal == null
                ? TimetableClock.real(program.machine())
                : TimetableClock.starting(program.machine(), rehearsal.from(), rehearsal.speed());
    }

    private void announce(RunCommand.Rehearsal announced) {
        program.out()
                .println("REHEARSAL: timetable time starts at " + announced.from() + " and runs " + announced.speed()
                        + " times as fast. It has a database of its own: turn reminders on again.");
    }

    private int waitForTheEnd(Platforms platforms) throws InterruptedException {
        boolean wellOnce = false;
        while (!stop.await(1, TimeUnit.SECONDS)) {
            platforms.tellTelegramLinks();
            List<Condition> conditions = platforms.conditions();
            wellOnce |= conditions.stream().anyMatch(c -> c.state() == Condition.State.UP);
            if (!wellOnce && conditions.stream().allMatch(Condition::lasting)) {
                return program.fail(
                        ExitCode.CONFIGURATION,
                        conditions.stream().map(Condition::reason).toList());
            }
        }
        return ExitCode.DONE;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception problem) {
                log.warn("{} did not close cleanly", part.getClass().getSimpleName(), problem);
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            log.debug("stopped by a signal");
        }
    }

    /** On SIGTERM or Ctrl-C while serving: has everything closed in order, then ends with 0. */
    private void stopAndWait() {
        stop();
        try {
            if (!stopped.await(9, TimeUnit.SECONDS)) {
                log.warn("not everything closed in time");
            } else {
                Runtime.getRuntime().halt(ExitCode.DONE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
