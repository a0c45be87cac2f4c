package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import dev.pitboard.delivery.Ledger.PlannedStart;
import dev.pitboard.health.Condition;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.subscription.Demand;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the alarms and the ledger true to the timetable and the subscriptions. Does the same thing at boot, after a change
 * of either, and after trouble with the database, so that nothing depends on having seen an event.
 */
public final class ReminderScheduler implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReminderScheduler.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** What became due while a change was being made still rings. */
    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    private final Supplier<Timetable> timetable;
    private final Subscriptions subscriptions;
    private final Ledger ledger;
    private final AlarmClock alarms;
    private final InstantSource clock;
    private final Runnable somethingToSend;
    private final HeadStart headStart;
    private final Timer retries;
    private final AtomicBoolean retryAhead = new AtomicBoolean();
    /** What there are alarms for, by when they ring, until the first of them does. */
    private SortedMap<Instant, List<Reminder>> ahead = new TreeMap<>();

    private volatile Condition condition = Condition.connecting("not started");

    /**
     * @param clock timetable time
     * @param perSecond how many messages a platform takes in a second
     * @param somethingToSend called when there may be new pending rows
     */
    public ReminderScheduler(
            Supplier<Timetable> timetable,
            Subscriptions subscriptions,
            Ledger ledger,
            AlarmClock alarms,
            InstantSource clock,
            ToIntFunction<Platform> perSecond,
            Runnable somethingToSend) {
        this(
                timetable,
                subscriptions,
                ledger,
                alarms,
                clock,
                perSecond,
                somethingToSend,
                Timer.onThread("reminder-retry"));
    }

    ReminderScheduler(
            Supplier<Timetable> timetable,
            Subscriptions subscriptions,
            Ledger ledger,
            AlarmClock alarms,
            InstantSource clock,
            ToIntFunction<Platform> perSecond,
            Runnable somethingToSend,
            Timer retries) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.alarms = alarms;
        this.clock = clock;
        this.headStart = new HeadStart(perSecond);
        this.somethingToSend = somethingToSend;
        this.retries = retries;
    }

    /** Begins: catches up with what became due while nobody was here, and sets the alarms. */
    public void start() {
        alarms.start(this::ring);
        refresh();
    }

    /** Whether reminders are being scheduled. */
    public Condition condition() {
        return condition;
    }

    /** Brings ledger and alarms in line with the timetable and the subscriptions as they are now. */
    public synchronized void refresh() {
        try {
            Timetable today = timetable.get();
            Instant now = clock.instant();
            supersede(today, now);
            Demand demand = subscriptions.demand();
            List<Reminder> plan = ReminderPlanner.plan(today, demand.leads());
            int owed = byDue(plan.stream()
                            .filter(r -> !r.due().isAfter(now) && r.due().isAfter(now.minus(Ledger.LOOK_BACK))))
                    .values()
                    .stream()
                    .mapToInt(together -> ledger.expand(together, now))
                    .sum();
            if (owed > 0) {
                log.info("{} reminders are owed from before now", owed);
            }
            setAlarms(plan, demand, now, now.minus(HeadStart.MOST));
            condition = Condition.up();
            somethingToSend.run();
        } catch (Unavailable unavailable) {
            retryAfter(unavailable);
        }
    }

    /**
     * Sets the alarms anew after somebody changed their lead times. Nothing is owed to them from before, so the ledger is
     * left alone; that keeps {@code /reminders on} quick however many chats there are.
     */
    public synchronized void leadsChanged() {
        try {
            Demand demand = subscriptions.demand();
            Instant after = whatStillRings();
            setAlarms(ReminderPlanner.plan(timetable.get(), demand.leads()), demand, after, after);
        } catch (Unavailable unavailable) {
            retryAfter(unavailable);
        }
    }

    /** What is due after this instant still rings: also what should have rung long ago, where the clock was set or we slept. */
    private Instant whatStillRings() {
        Instant justNow = clock.instant().minus(JUST_NOW);
        return ahead.isEmpty() || ahead.firstKey().isAfter(justNow)
                ? justNow
                : ahead.firstKey().minusMillis(1);
    }

    @Override
    public void close() {
        retries.close();
        alarms.close();
        condition = Condition.off("stopped");
    }

    /** For what is due after an instant; where sending takes a while also before that, but not before another instant. */
    private void setAlarms(List<Reminder> plan, Demand demand, Instant dueAfter, Instant ringAfter) {
        ahead = byDue(plan.stream().filter(r -> r.due().isAfter(dueAfter)));
        Map.copyOf(ahead).forEach((due, together) -> {
            Instant early = due.minus(headStart.of(together, demand));
            if (early.isBefore(due) && early.isAfter(ringAfter)) {
                ahead.computeIfAbsent(early, _ -> new ArrayList<>()).addAll(together);
            }
        });
        alarms.set(ahead.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(reminder -> Alarm.of(reminder, e.getKey())))
                .toList());
    }

    private static SortedMap<Instant, List<Reminder>> byDue(Stream<Reminder> reminders) {
        return reminders.collect(Collectors.groupingBy(Reminder::due, TreeMap::new, Collectors.toList()));
    }

    private void supersede(Timetable today, Instant now) {
        for (PlannedStart planned : ledger.pendingStarts()) {
            Optional<Instant> at = ReminderPlanner.startOf(today, planned.start());
            if (!at.equals(Optional.of(planned.at()))) {
                String reason = at.map(instant -> "now starts at " + instant).orElse("does not take place as planned");
                int rows = ledger.supersede(planned, reason, now);
                log.info("{} {}: {} unsent reminders for {} superseded", planned.start(), reason, rows, planned.at());
            }
        }
    }

    /**
     * The first alarm of an instant rings for all of them: were each to write its own rows, the dispatcher could come in
     * between and make two messages of what is to be one.
     */
    private synchronized void ring(Alarm alarm) {
        List<Reminder> planned = ahead.remove(alarm.rings());
        if (planned == null) {
            return;
        }
        try {
            List<Reminder> together =
                    planned.stream().flatMap(r -> asItIsNow(r).stream()).toList();
            int owed = ledger.expand(together, clock.instant());
            together.forEach(r -> log.info("{}: {}, {} before", r.due(), r.start(), r.lead()));
            log.info("{} reminders are owed", owed);
            somethingToSend.run();
        } catch (Unavailable unavailable) {
            retryAfter(unavailable);
        }
    }

    private Optional<Reminder> asItIsNow(Reminder planned) {
        Optional<Reminder> now = ReminderPlanner.plan(timetable.get(), planned.start(), planned.lead())
                .filter(r -> r.at().equals(planned.at()));
        if (now.isEmpty()) {
            log.info("{} no longer starts at {}: alarm ignored", planned.start(), planned.at());
        }
        return now;
    }

    /** Nothing is lost meanwhile: a refresh finds every owed reminder of the last days that has no row. */
    private void retryAfter(Unavailable unavailable) {
        condition = Condition.down(unavailable.sentence());
        if (!retryAhead.compareAndSet(false, true)) {
            return;
        }
        log.warn("reminders wait: {} (next try in {} s)", unavailable.sentence(), RETRY.toSeconds());
        retries.after(RETRY, this::retry);
    }

    private void retry() {
        retryAhead.set(false);
        try {
            refresh();
        } catch (RuntimeException bug) {
            log.error("our bug: reminders can't be brought up to date; next try in {} s", RETRY.toSeconds(), bug);
            condition = Condition.down("our bug: see the log");
            retryAhead.set(true);
            retries.after(RETRY, this::retry);
        }
    }
}
