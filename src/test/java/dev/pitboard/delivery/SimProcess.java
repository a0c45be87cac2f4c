package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The program from its start to its end: a scheduler and a lane for each platform, without threads of their own. */
final class SimProcess {
    private final SimRun run;
    private final SimWorld world;
    private final Ledger ledger;
    private final Subscriptions subscriptions;
    private final ReminderScheduler scheduler;
    private final Alarms alarms = new Alarms();
    private final Map<Platform, SimLane> lanes = new EnumMap<>(Platform.class);
    private final IdentityHashMap<Card, Said> said = new IdentityHashMap<>();
    private final Set<SimStrand> strands = new LinkedHashSet<>();
    private @Nullable SimStrand running;
    private boolean alive = true;

    /**
     * What a card says.
     *
     * @param shows of each start the version it was made from
     */
    record Said(List<Promise> promises, Map<Start, Integer> shows) {}

    SimProcess(SimRun run, Ledger ledger, Subscriptions subscriptions) {
        this.run = run;
        this.world = run.world;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.scheduler = new ReminderScheduler(
                run.season::timetable,
                subscriptions,
                ledger,
                alarms,
                run.timetableTime,
                platform -> run.oracle.platform(platform).perSecond,
                this::wake,
                new Later());
        run.oracle.platforms().values().forEach(p -> lanes.put(p.platform, new SimLane(p)));
    }

    /** @throws dev.pitboard.command.Unavailable when the database is away */
    void start() {
        ledger.releaseLeases(world.machine());
        scheduler.start();
        wake();
    }

    boolean isAlive() {
        return alive;
    }

    /** The timetable changed. */
    void refresh() {
        scheduler.refresh();
        wake();
    }

    /** There may be something to send. */
    void look() {
        wake();
    }

    /** Somebody changed what they want. */
    void leadsChanged() {
        scheduler.leadsChanged();
    }

    /** The wall clock was set. */
    void clockSet() {
        alarms.look();
    }

    /** The end, without any warning. */
    void drop() {
        alive = false;
        List.copyOf(strands).forEach(SimStrand::drop);
        strands.clear();
    }

    boolean isQuiet() {
        return strands.isEmpty() && lanes.values().stream().allMatch(l -> l.lane.isQuiet());
    }

    /** Here the process may end. */
    void point(String where) {
        run.point(where);
    }

    Said saidBy(Card card) {
        return said.getOrDefault(card, new Said(List.of(), Map.of()));
    }

    /** Called by a send: it goes on after so long. */
    void pause(long time) {
        SimStrand strand = running;
        if (strand == null) {
            throw new IllegalStateException("nothing runs");
        }
        world.in(time, () -> run.whenRunning(() -> resume(strand)));
        strand.pause();
    }

    private void resume(SimStrand strand) {
        if (!alive) {
            return;
        }
        run.guarded(() -> {
            running = strand;
            try {
                strand.resume();
            } finally {
                running = null;
                if (strand.isEnded()) {
                    strands.remove(strand);
                }
            }
        });
    }

    private void wake() {
        lanes.values().forEach(SimLane::wake);
    }

    private MessageCards.Composed compose(Claim claim, Instant now) {
        List<Promise> untrue = claim.promises().stream()
                .filter(p -> !claim.isEdit() && !isTrue(p))
                .toList();
        if (untrue.size() == claim.promises().size()) {
            return new MessageCards.Composed(null, untrue, run.season.revision());
        }
        Card card = Card.titled(Tone.LIVE, claim.messageId()).build();
        List<Promise> promises = claim.without(untrue).promises();
        Map<Start, Integer> shows = new HashMap<>();
        for (Promise promise : promises) {
            Start start = Start.parse(promise.subject());
            shows.put(start, run.season.item(start).orElseThrow().version);
        }
        said.put(card, new Said(promises, shows));
        return new MessageCards.Composed(card, untrue, run.season.revision());
    }

    private boolean isTrue(Promise promise) {
        return switch (promise) {
            case Promise.OfReminder r ->
                ReminderPlanner.startOf(run.season.timetable(), r.start()).equals(Optional.of(r.at()));
            case Promise.OfNotice _ -> true;
        };
    }

    /** Stands for the dispatcher's loop: a turn when woken or when its rest is over. */
    private final class SimLane {
        private final Lane lane;
        private long next = Long.MAX_VALUE;

        SimLane(SimPlatform server) {
            this.lane = new Lane(
                    ledger,
                    new SimMessenger(world, run.oracle, server, SimProcess.this),
                    SimProcess.this::compose,
                    run.timetableTime,
                    world::machine,
                    new Pace(server.perSecond, world::nanos),
                    this::moved,
                    this::send,
                    this::wake);
        }

        private void moved(ChatRef from, ChatRef to) {
            subscriptions.moved(from, to);
        }

        private void send(Runnable send) {
            SimStrand strand = new SimStrand(send);
            strands.add(strand);
            long begins = world.chance(0.02) ? world.between(0, 5 * SimWorld.SECOND) : world.between(0, SimWorld.MILLI);
            world.in(begins, () -> run.whenRunning(() -> resume(strand)));
        }

        private void wake() {
            turnAt(world.nanos() + world.between(1, SimWorld.MILLI));
        }

        private void turnAt(long when) {
            if (alive && when < next) {
                next = when;
                world.at(when, () -> run.whenRunning(() -> turn(when)));
            }
        }

        private void turn(long when) {
            if (!alive || when != next) {
                return;
            }
            next = Long.MAX_VALUE;
            run.guarded(() -> {
                Duration rest = lane.turn();
                turnAt(world.nanos() + Math.max(rest.toNanos(), world.between(50_000, SimWorld.MILLI)));
            });
        }
    }

    /** Rings by the wall clock of timetable time. */
    private final class Alarms implements AlarmClock {
        private final List<Alarm> set = new ArrayList<>();
        private @Nullable Consumer<Alarm> listener;
        private long next = Long.MAX_VALUE;

        @Override
        public void start(Consumer<Alarm> rings) {
            listener = rings;
        }

        @Override
        public void set(Collection<Alarm> alarms) {
            set.clear();
            set.addAll(alarms);
            set.sort(Comparator.comparing(Alarm::rings));
            look();
        }

        /** Looks again at the latest after five seconds, as the real one does when the machine slept. */
        void look() {
            if (alive && !set.isEmpty()) {
                long left = Duration.between(
                                run.timetableTime.instant(), set.getFirst().rings())
                        .toNanos();
                long when = world.nanos() + Math.clamp(left, 1, 5 * SimWorld.SECOND);
                if (when < next) {
                    next = when;
                    world.at(when, () -> run.whenRunning(() -> ring(when)));
                }
            }
        }

        private void ring(long when) {
            if (when != next) {
                return;
            }
            next = Long.MAX_VALUE;
            Consumer<Alarm> rings = listener;
            if (alive && rings != null && !set.isEmpty()) {
                if (set.getFirst().rings().isAfter(run.timetableTime.instant())) {
                    look();
                } else {
                    Alarm alarm = set.removeFirst();
                    look();
                    run.guarded(() -> rings.accept(alarm));
                }
            }
        }

        @Override
        public int pending() {
            return set.size();
        }

        @Override
        public void close() {
            set.clear();
        }
    }

    /** Retries of the scheduler. */
    private final class Later implements Timer {
        @Override
        public void after(Duration wait, Runnable task) {
            world.in(
                    wait.toNanos(),
                    () -> run.whenRunning(() -> {
                        if (alive) {
                            run.guarded(task);
                        }
                    }));
        }

        @Override
        public void close() {
            // It ends with its process.
        }
    }
}
