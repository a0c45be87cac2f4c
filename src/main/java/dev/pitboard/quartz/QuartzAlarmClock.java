package dev.pitboard.quartz;

import dev.pitboard.delivery.Alarm;
import dev.pitboard.delivery.AlarmClock;
import dev.pitboard.delivery.TimetableClock;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarm clock on Quartz, in memory: alarms are planned anew at boot, so that nothing about time is stored twice. Each
 * alarm has a job of its own, because many triggers on one job fire many times later than on their own.
 */
public final class QuartzAlarmClock implements AlarmClock {
    private static final Logger log = LoggerFactory.getLogger(QuartzAlarmClock.class);
    private static final String START = "start";
    private static final String LEAD_MINUTES = "leadMinutes";
    private static final String AT = "at";
    private static final String RINGS = "rings";

    /** Quartz cuts instants to milliseconds; an alarm that rings a moment early finds nothing due yet. */
    private static final Duration NEVER_EARLY = Duration.ofMillis(1);

    private final TimetableClock clock;
    private final Scheduler scheduler;

    public QuartzAlarmClock(TimetableClock clock) {
        this.clock = clock;
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "pitboard-" + System.identityHashCode(this));
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        // After the machine slept, a due alarm is seen within this time.
        properties.setProperty("org.quartz.scheduler.idleWaitTime", "5000");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        try {
            this.scheduler = new StdSchedulerFactory(properties).getScheduler();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz does not start", broken);
        }
    }

    @Override
    public void start(Consumer<Alarm> listener) {
        try {
            scheduler.setJobFactory((bundle, _) -> new Ring(listener));
            scheduler.start();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz does not start", broken);
        }
    }

    @Override
    public void set(Collection<Alarm> alarms) {
        try {
            Set<JobKey> unwanted = new HashSet<>(scheduler.getJobKeys(GroupMatcher.anyGroup()));
            for (Alarm alarm : alarms) {
                JobKey key = key(alarm);
                if (!unwanted.remove(key) && !scheduler.checkExists(key)) {
                    scheduler.scheduleJob(job(key, alarm), trigger(key, alarm));
                }
            }
            for (JobKey key : unwanted) {
                scheduler.deleteJob(key);
            }
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz does not take alarms", broken);
        }
    }

    @Override
    public int pending() {
        try {
            return scheduler.getJobKeys(GroupMatcher.anyGroup()).size();
        } catch (SchedulerException broken) {
            throw new IllegalStateException("Quartz does not answer", broken);
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException broken) {
            log.warn("Quartz did not stop cleanly", broken);
        }
    }

    private static JobKey key(Alarm alarm) {
        return JobKey.jobKey(alarm.start() + "@" + alarm.at() + "-" + alarm.lead() + "@" + alarm.rings());
    }

    private static JobDetail job(JobKey key, Alarm alarm) {
        return JobBuilder.newJob(Ring.class)
                .withIdentity(key)
                .usingJobData(START, alarm.start().toString())
                .usingJobData(LEAD_MINUTES, Long.toString(alarm.lead().before().toMinutes()))
                .usingJobData(AT, alarm.at().toString())
                .usingJobData(RINGS, alarm.rings().toString())
                .build();
    }

    private Trigger trigger(JobKey key, Alarm alarm) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key.getName())
                .startAt(Date.from(clock.machineAt(alarm.rings()).plus(NEVER_EARLY)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    /** Rings once and forgets itself. */
    @DisallowConcurrentExecution
    private static final class Ring implements Job {
        private final Consumer<Alarm> listener;

        private Ring(Consumer<Alarm> listener) {
            this.listener = listener;
        }

        @Override
        public void execute(JobExecutionContext context) {
            JobDataMap data = context.getMergedJobDataMap();
            Alarm alarm = new Alarm(
                    Start.parse(data.getString(START)),
                    LeadTime.ofMinutes(Long.parseLong(data.getString(LEAD_MINUTES))),
                    Instant.parse(data.getString(AT)),
                    Instant.parse(data.getString(RINGS)));
            try {
                listener.accept(alarm);
            } catch (RuntimeException bug) {
                log.error("our bug: the alarm for {} was not handled", alarm.start(), bug);
            }
        }
    }
}
