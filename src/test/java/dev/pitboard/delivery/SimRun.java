package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import dev.pitboard.notice.Consequences;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One story, told by its seed: some hours with troubles, then quiet until nothing can be owed any more. */
final class SimRun {
    /** Where the program keeps what it must not forget. */
    record Store(Ledger ledger, Subscriptions subscriptions, ShutChats shutChats, Control control) {}

    /** What is done to the ledger from outside: by whoever changes the timetable, or stops everything. */
    interface Control {
        void follow(Consequences consequences, long number, Instant now);

        void silence(String series, Instant since, @Nullable Instant until);

        void resume(String series);
    }

    private static final int MOST_STEPS = 3_000_000;

    final SimWorld world;
    final TimetableClock timetableTime;
    final SimSeason season;
    final SimOracle oracle;
    private final Store store;
    private final long troubledFor;
    private final SimPort port;
    private final Ledger ledger;
    private final Subscriptions subscriptions;
    private final SimWatch watch;
    private @Nullable SimProcess process;
    private int untilSurprise;
    private long frozenUntil;
    private int surprises;
    private long lastBoot;

    SimRun(long seed, Store store, boolean tracing) {
        this.store = store;
        this.world = new SimWorld(seed, tracing);
        this.timetableTime = TimetableClock.starting(world::machine, SimWorld.BEGIN, world.oneOf(1, 1, 1, 3));
        this.troubledFor = world.between(20 * SimWorld.MINUTE, 90 * SimWorld.MINUTE);
        this.season = new SimSeason(
                world,
                SimWorld.BEGIN.plus(Duration.ofMinutes(10)),
                timetableTime.instant().plusNanos(troubledFor).plus(Duration.ofMinutes(20)),
                2 + world.below(6));
        this.oracle = new SimOracle(world, timetableTime, season);
        this.port = new SimPort(world, oracle, this, troubledFor);
        this.ledger = port.around(Ledger.class, store.ledger());
        this.subscriptions = port.around(Subscriptions.class, store.subscriptions());
        this.watch = new SimWatch(this);
        plan();
    }

    private void plan() {
        SimPeople people = new SimPeople(this, store.subscriptions(), port.around(ShutChats.class, store.shutChats()));
        int crowd = world.oneOf(3, 6, 12);
        for (Platform platform : List.of(Platform.DISCORD, Platform.TELEGRAM)) {
            SimPlatform server = new SimPlatform(world, oracle, platform, troubledFor);
            oracle.add(server);
            world.trace(server::toString);
            people.settle(server, crowd, troubledFor);
            world.at(SimWorld.MINUTE, () -> people.lookAfter(server));
        }
        world.trace(port::toString);
        times(world.below(9), this::change);
        times(world.chance(0.3) ? 1 : 0, this::silence);
        times(world.chance(0.3) ? 1 + world.below(2) : 0, this::setClock);
        surprises = world.oneOf(0, 1, 3, 8);
        arm();
        world.at(1, this::boot);
        world.at(5 * SimWorld.SECOND, this::look);
    }

    private void times(int count, Runnable what) {
        for (int i = 0; i < count; i++) {
            world.at(world.between(0, troubledFor), what);
        }
    }

    private void arm() {
        untilSurprise = surprises-- > 0 ? 1 + world.below(world.oneOf(20, 200, 2000)) : -1;
    }

    /** Here the process may end, be stopped for a while, or find its clock set. */
    void point(String where) {
        if (untilSurprise > 0 && world.nanos() < troubledFor && --untilSurprise == 0) {
            int roll = world.below(10);
            if (roll < 7) {
                throw new SimWorld.Crash(where);
            }
            if (roll < 9) {
                freeze();
            } else {
                setClock();
            }
            arm();
        }
    }

    private void freeze() {
        long time = world.between(SimWorld.SECOND, world.oneOf(10, 300) * SimWorld.SECOND);
        world.trace(() -> "the process stands still for " + time / SimWorld.SECOND + " s");
        frozenUntil = world.nanos() + time;
        oracle.troubled(frozenUntil + 3 * SimWorld.MINUTE);
    }

    /** Runs something of the process, later and in any order if it stands still. */
    void whenRunning(Runnable what) {
        if (world.nanos() < frozenUntil) {
            world.at(frozenUntil + world.between(0, 20 * SimWorld.MILLI), () -> whenRunning(what));
        } else {
            what.run();
        }
    }

    /** Runs what belongs to the process; it may end over it. */
    void guarded(Runnable what) {
        try {
            what.run();
        } catch (SimWorld.Crash crash) {
            crash(crash);
        }
    }

    private void crash(SimWorld.Crash where) {
        world.trace(() -> "crash: " + where.getMessage());
        SimProcess old = process;
        process = null;
        frozenUntil = 0;
        if (old != null) {
            old.drop();
        }
        arm();
        long away = world.chance(0.8)
                ? world.between(1_500 * SimWorld.MILLI, SimWorld.MINUTE)
                : world.between(SimWorld.MINUTE, 15 * SimWorld.MINUTE);
        oracle.troubled(world.nanos() + away + 45 * SimWorld.SECOND);
        world.in(away, this::boot);
    }

    private void boot() {
        if (process != null) {
            throw new IllegalStateException("two at once");
        }
        SimProcess next = new SimProcess(this, ledger, subscriptions);
        process = next;
        lastBoot = world.nanos();
        oracle.begins(next);
        world.trace(() -> "the program starts");
        guarded(() -> {
            try {
                next.start();
            } catch (Unavailable _) {
                next.drop();
                process = null;
                oracle.troubled(world.nanos() + 45 * SimWorld.SECOND);
                world.in(2 * SimWorld.SECOND, this::boot);
            }
        });
    }

    private void change() {
        Instant now = timetableTime.instant().truncatedTo(ChronoUnit.MILLIS);
        Consequences consequences = season.change(now);
        store.control().follow(consequences, season.revision(), now);
        oracle.notices.changed(consequences, season.revision());
        oracle.starts.changed();
        tell(SimProcess::refresh);
    }

    private void tell(Consumer<SimProcess> news) {
        SimProcess up = process;
        if (up != null) {
            whenRunning(() -> {
                if (up.isAlive()) {
                    guarded(() -> news.accept(up));
                }
            });
        }
    }

    /** Somebody stops everything of a series, until they say so or for a while. */
    private void silence() {
        String series = world.oneOf(SimSeason.SERIES);
        Instant since = timetableTime.instant().truncatedTo(ChronoUnit.MILLIS);
        long time = world.between(SimWorld.SECOND, 20 * SimWorld.MINUTE);
        boolean timed = world.chance(0.5);
        Instant until = timed ? since.plusNanos(time).truncatedTo(ChronoUnit.MILLIS) : null;
        world.trace(() -> "silence for " + series + " until " + until);
        store.control().silence(series, since, until);
        oracle.silences.begin(series, since, until);
        oracle.troubled(world.nanos() + time + 30 * SimWorld.SECOND);
        if (!timed) {
            world.in(time, () -> {
                world.trace(() -> series + " goes on");
                store.control().resume(series);
                oracle.silences.end(series);
                tell(SimProcess::look);
            });
        }
    }

    private void setClock() {
        long most = SimOracle.CLOCK_SLACK.toNanos() / 2;
        long by = world.chance(0.3) ? world.between(0, 60 * SimWorld.MINUTE) : world.between(-most, most);
        world.trace(() -> "the clock is set by " + by / 1e9 + " s");
        world.setWallClock(by);
        oracle.clockSet(by);
        oracle.starts.changed();
        SimProcess up = process;
        if (up != null) {
            up.clockSet();
        }
    }

    private void look() {
        watch.look();
        world.in(5 * SimWorld.SECOND, this::look);
    }

    /** Somebody says something to the program; when it does not answer, they are told so or see it. */
    void command(Runnable what) {
        SimProcess up = process;
        if (world.nanos() > 0 && (up == null || world.nanos() < frozenUntil)) {
            return;
        }
        try {
            what.run();
        } catch (Unavailable _) {
            return;
        }
        if (up != null) {
            guarded(up::leadsChanged);
        }
    }

    /** Does something if the program is up, which may end over it. */
    void ifUp(Runnable what) {
        if (process != null && world.nanos() >= frozenUntil) {
            guarded(what);
        }
    }

    /** Does something as soon as the program is up and can. */
    void whileUp(BooleanSupplier what) {
        guarded(() -> {
            if (process == null || world.nanos() < frozenUntil || !what.getAsBoolean()) {
                world.in(3 * SimWorld.SECOND, () -> whileUp(what));
            }
        });
    }

    /** Tells the story to its end. @throws SimWorld.Fault when the program did wrong */
    void play() {
        int steps = 0;
        try {
            while (!isOver()) {
                world.step(Long.MAX_VALUE);
                if (++steps > MOST_STEPS) {
                    throw new SimWorld.Fault("it goes on and on");
                }
            }
            SimProcess last = process;
            if (last == null || !last.isQuiet()) {
                throw new SimWorld.Fault("something still goes on at the end");
            }
            new SimAudit(this, store.ledger()).check();
        } finally {
            SimProcess last = process;
            if (last != null) {
                last.drop();
            }
        }
    }

    private boolean isOver() {
        return process != null
                && world.nanos() > Math.max(troubledFor, lastBoot) + 13 * SimWorld.MINUTE
                && timetableTime.instant().isAfter(season.lastExpiry().plus(Duration.ofMinutes(3)));
    }

    /** What happened, as far as it was traced. */
    String story() {
        StringBuilder story = new StringBuilder();
        world.trace().forEach(line -> story.append(line).append('\n'));
        store.ledger()
                .find(LedgerFilter.all(), Integer.MAX_VALUE)
                .forEach(row -> story.append("ledger: ").append(row).append('\n'));
        return story.toString();
    }

    Instant now() {
        return timetableTime.instant();
    }
}
