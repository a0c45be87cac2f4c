package dev.pitboard.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pace against a simulated network: what leaves takes a while to arrive, and its answer a while to come back. */
final class PaceTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private final AtomicLong ticker = new AtomicLong();

    /** A request in the air. */
    private record Flight(long left, long answered) {}

    /** Sends as fast as the pace allows for so long. @return when each request arrived */
    private List<Long> arrivals(Pace pace, long time, long latency, long jitter, long heldUp, Random dice) {
        List<Long> arrivals = new ArrayList<>();
        PriorityQueue<Flight> air = new PriorityQueue<>(Comparator.comparingLong(Flight::answered));
        while (ticker.get() < time) {
            while (!air.isEmpty() && air.peek().answered() <= ticker.get()) {
                pace.ended(air.remove().left(), true);
            }
            for (int i = pace.free(); i > 0; i--) {
                long left = pace.leave();
                long arrived = left + latency / 2 + dice.nextLong(jitter);
                arrivals.add(arrived);
                air.add(new Flight(left, arrived + latency / 2 + dice.nextLong(jitter)));
            }
            // Now and then the loop is held up, by a slow disk or a collection of garbage.
            ticker.addAndGet(dice.nextInt(500) == 0 ? heldUp : MILLI / 2);
        }
        arrivals.sort(Comparator.naturalOrder());
        return arrivals;
    }

    private static int mostInASecond(List<Long> arrivals) {
        Deque<Long> window = new ArrayDeque<>();
        int most = 0;
        for (long at : arrivals) {
            window.addLast(at);
            while (window.getFirst() <= at - SECOND) {
                window.removeFirst();
            }
            most = Math.max(most, window.size());
        }
        return most;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # a second, latency ms, jitter ms, held up ms, at least
            50,  60,  4,   0, 48.3
            50,  60,  4,  30, 48.0
            50,   2,  1,   5, 48.4
            50, 250, 60,  20, 43.0
            30,  80, 10,  20, 28.2
            500, 20,  4,  10, 465
            """)
    void asManyAsAllowedAndNeverMore(int perSecond, int latency, int jitter, int heldUp, double atLeast) {
        for (int seed = 0; seed < 5; seed++) {
            ticker.set(0);
            Pace pace = new Pace(perSecond, ticker::get);
            long time = 120 * SECOND;
            List<Long> arrivals = arrivals(
                    pace, time, latency * MILLI, jitter * MILLI, Math.max(1, heldUp) * MILLI, new Random(seed));
            assertTrue(mostInASecond(arrivals) < perSecond, mostInASecond(arrivals) + " in a second, seed " + seed);
            double rate = arrivals.size() / 120.0;
            assertTrue(rate >= atLeast, rate + " a second, seed " + seed);
        }
    }

    @Test
    void theyBeginOneAfterTheOther() {
        Pace pace = new Pace(50, ticker::get);
        assertEquals(1, pace.free());
        pace.leave();
        assertEquals(0, pace.free());
        assertEquals(Duration.ofMillis(20), pace.untilFree());
        ticker.addAndGet(20 * MILLI);
        assertEquals(1, pace.free());
    }

    @Test
    void afterAQuietTimeOnlyALittleIsCaughtUp() {
        Pace pace = new Pace(100, ticker::get);
        ticker.addAndGet(3600 * SECOND);
        assertEquals(6, pace.free());
    }

    @Test
    void aPermitComesBackASecondAfterItsResponseOrSoonerWhenRoundTripsAreKnown() {
        Pace pace = new Pace(1, ticker::get);
        Duration[] waits = {Duration.ofMillis(1000), Duration.ofMillis(910), Duration.ofMillis(910)};
        for (Duration wait : waits) {
            long left = pace.leave();
            ticker.addAndGet(100 * MILLI);
            pace.ended(left, true);
            assertEquals(wait, pace.untilFree());
            ticker.addAndGet(wait.toNanos() - 1);
            assertEquals(0, pace.free());
            ticker.addAndGet(1);
            assertEquals(1, pace.free());
        }
    }

    @Test
    void withoutAPermitNothingLeaves() {
        Pace pace = new Pace(1, ticker::get);
        pace.leave();
        assertThrows(IllegalStateException.class, pace::leave);
        assertThrows(IllegalArgumentException.class, () -> new Pace(0, ticker::get));
    }

    @Test
    void onlyWhatWentThereAndBackSaysHowLongThatTakes() {
        Pace pace = new Pace(1, ticker::get);
        for (int i = 0; i < 3; i++) {
            long left = pace.leave();
            ticker.addAndGet(100 * MILLI);
            pace.ended(left, true);
            ticker.addAndGet(SECOND);
        }
        pace.ended(pace.leave(), false);
        assertEquals(Duration.ofMillis(910), pace.untilFree());
    }

    @Test
    void whatElseIsSentTakesAPermitToo() throws InterruptedException {
        Pace pace = new Pace(2, ticker::get);
        long left = pace.leaveFirst();
        ticker.addAndGet(500 * MILLI);
        pace.leave();
        ticker.addAndGet(400 * MILLI);
        assertEquals(0, pace.free());
        pace.ended(left, false);
        ticker.addAndGet(SECOND);
        assertEquals(1, pace.free());
    }

    @Test
    void whatElseIsSentComesBeforePosts() throws Exception {
        Pace pace = new Pace(2, ticker::get);
        long first = pace.leave();
        ticker.addAndGet(500 * MILLI);
        long second = pace.leave();
        FutureTask<Long> other = new FutureTask<>(pace::leaveFirst);
        Thread waiting = Thread.ofPlatform().start(other);
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        pace.ended(first, true);
        ticker.addAndGet(SECOND);
        assertEquals(0, pace.free(), "the one permit there is has somebody who waits for it");

        pace.ended(second, true);
        assertEquals(1500 * MILLI, other.get(60, TimeUnit.SECONDS));
        ticker.addAndGet(SECOND);
        assertEquals(1, pace.free());
    }

    @Test
    void whatPostsWereToldOfIsNotTakenFromThem() throws Exception {
        Pace pace = new Pace(2, ticker::get);
        ticker.addAndGet(SECOND);
        assertEquals(2, pace.free());
        FutureTask<Long> other = new FutureTask<>(pace::leaveFirst);
        Thread waiting = Thread.ofPlatform().start(other);
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        long left = pace.leave();
        pace.leave();
        pace.ended(left, true);
        assertEquals(0, pace.free());
        ticker.addAndGet(SECOND);
        assertEquals(2 * SECOND, other.get(60, TimeUnit.SECONDS));
    }

    @Test
    void whatWasSeenBeforeAQuietTimeIsForgotten() {
        Pace pace = new Pace(1, ticker::get);
        for (int i = 0; i < 3; i++) {
            long left = pace.leave();
            ticker.addAndGet(900 * MILLI);
            pace.ended(left, true);
            ticker.addAndGet(pace.untilFree().toNanos());
        }
        ticker.addAndGet(3600 * SECOND);
        long left = pace.leave();
        ticker.addAndGet(100 * MILLI);
        pace.ended(left, false);
        assertEquals(Duration.ofSeconds(1), pace.untilFree());
    }
}
