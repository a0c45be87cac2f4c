package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pitboard.motorsport.SessionId;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every alarm clock does. */
public abstract class AlarmClockContract {
    protected static final Instant BEGIN = Instant.parse("2023-09-29T08:00:00Z");

    private final BlockingQueue<Alarm> rung = new LinkedBlockingQueue<>();
    private AlarmClock clock;

    /** A clock that shows {@link #BEGIN}. */
    protected abstract AlarmClock create();

    /** Lets timetable time pass until {@code then}, in whatever way this clock does that. */
    protected abstract void pass(Instant then);

    @BeforeEach
    final void start() {
        clock = create();
        clock.start(rung::add);
    }

    @AfterEach
    final void stop() {
        clock.close();
    }

    @Test
    final void ringsOnceWhenDue() throws InterruptedException {
        Alarm alarm = alarm("race-1", 10, BEGIN.plus(Duration.ofMinutes(20)));
        clock.set(List.of(alarm));
        pass(BEGIN.plus(Duration.ofMinutes(9)));
        assertNull(rung.poll());
        pass(BEGIN.plus(Duration.ofMinutes(11)));
        assertEquals(alarm, next());
        pass(BEGIN.plus(Duration.ofMinutes(30)));
        assertNull(rung.poll());
        assertEquals(0, clock.pending());
    }

    @Test
    final void ringsAtOnceForWhatIsDueAlready() throws InterruptedException {
        Alarm alarm = alarm("fp1", 60, BEGIN.plus(Duration.ofMinutes(5)));
        clock.set(List.of(alarm));
        pass(BEGIN.plusSeconds(1));
        assertEquals(alarm, next());
    }

    @Test
    final void anAlarmThatIsNoLongerSetDoesNotRing() throws InterruptedException {
        Alarm gone = alarm("race-1", 10, BEGIN.plus(Duration.ofMinutes(20)));
        Alarm stays = alarm("race-2", 10, BEGIN.plus(Duration.ofMinutes(25)));
        clock.set(List.of(gone, stays));
        clock.set(List.of(stays));
        pass(BEGIN.plus(Duration.ofMinutes(30)));
        assertEquals(stays, next());
        assertNull(rung.poll());
    }

    @Test
    final void settingTheSameAgainRingsOnce() throws InterruptedException {
        Alarm alarm = alarm("race-1", 10, BEGIN.plus(Duration.ofMinutes(20)));
        clock.set(List.of(alarm));
        clock.set(List.of(alarm));
        assertEquals(1, clock.pending());
        pass(BEGIN.plus(Duration.ofMinutes(15)));
        assertEquals(alarm, next());
        assertNull(rung.poll());
    }

    @Test
    final void alarmsOfOneInstantAllRing() throws InterruptedException {
        Alarm one = alarm("race-1", 10, BEGIN.plus(Duration.ofMinutes(20)));
        Alarm other = alarm("race-2", 10, BEGIN.plus(Duration.ofMinutes(20)));
        clock.set(List.of(one, other));
        pass(BEGIN.plus(Duration.ofMinutes(15)));
        Alarm first = next();
        Alarm second = next();
        assertEquals(Set.of(one, other), Set.of(first, second));
    }

    private Alarm next() throws InterruptedException {
        @Nullable Alarm alarm = rung.poll(10, TimeUnit.SECONDS);
        if (alarm == null) {
            throw new AssertionError("nothing rang");
        }
        return alarm;
    }

    private static Alarm alarm(String session, int minutes, Instant at) {
        return new Alarm(
                Start.of(new SessionId("gt4", 2023, "barcelona", session)),
                LeadTime.ofMinutes(minutes),
                at,
                at.minus(Duration.ofMinutes(minutes)));
    }
}
