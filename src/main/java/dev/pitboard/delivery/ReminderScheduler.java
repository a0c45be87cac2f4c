package dev.pitboard.delivery;

import dev.pitboard.command.Unavailable;
import dev.pitboard.delivery.Ledger.PlannedStart;
import dev.pitboard.health.Condition;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
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
    private final Timer retries;
    private final AtomicBoolean retryAhead = new AtomicBoolean();
    private volatile Condition condition = Condition.connecting("not started");

    /**
     * @param clock timetable time
     * @param somethingToSend called when there may be new pending rows
     */
    public ReminderScheduler(
            Supplier<Timetable> timetable,
            Subscriptions subscriptions,
            Ledger ledger,
            AlarmClock alarms,
            InstantSource clock,
            Runnable somethingToSend) {
        this(timetable, subscriptions, ledger, alarms, clock, somethingToSend, Timer.onThread("reminder-retry"));
    }

    ReminderScheduler(
            Supplier<Timetable> timetable,
            Subscriptions subscriptions,
            Ledger ledger,
            AlarmClock alarms,
            InstantSource clock,
            Runnable somethingToSend,
            Timer retries) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.alarms = alarms;
        this.clock = clock;
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
            List<Reminder> plan = ReminderPlanner.plan(today, subscriptions.leadsInUse());
            int owed = plan.stream()
                    .filter(r -> !r.due().isAfter(now) && r.due().isAfter(now.minus(Ledger.LOOK_BACK)))
                    .mapToInt(r -> ledger.expand(r, now))
                    .sum();
            if (owed > 0) {
                log.info("{} reminders are owed from before now", owed);
            }
            setAlarms(plan, now);
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
            setAlarms(
                    ReminderPlanner.plan(timetable.get(), subscriptions.leadsInUse()),
                    clock.instant().minus(JUST_NOW));
        } catch (Unavailable unavailable) {
            retryAfter(unavailable);
        }
    }

    @Override
    public void close() {
        retries.close();
        alarms.close();
        condition = Condition.off("stopped");
    }

    private void setAlarms(List<Reminder> plan, Instant after) {
        alarms.set(
                plan.stream().filter(r -> r.due().isAfter(after)).map(Alarm::of).toList());
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

    private void ring(Alarm alarm) {
        try {
            Optional<Reminder> reminder = ReminderPlanner.plan(timetable.get(), alarm.start(), alarm.lead())
                    .filter(r -> r.at().equals(alarm.at()));
            if (reminder.isEmpty()) {
                log.info("{} no longer starts at {}: alarm ignored", alarm.start(), alarm.at());
                return;
            }
            int owed = ledger.expand(reminder.get(), clock.instant());
            log.info("{} in {}: {} reminders are owed", alarm.start(), alarm.lead(), owed);
            somethingToSend.run();
        } catch (Unavailable unavailable) {
            retryAfter(unavailable);
        }
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
            log.error("our bug: reminders can't be brought up to date", bug);
            condition = Condition.down("our bug: see the log");
        }
    }
}
