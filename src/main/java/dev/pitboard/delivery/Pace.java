package dev.pitboard.delivery;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps requests under a limit of so many in any second, as the platform counts them.
 *
 * <p>There is one permit for each request of a second, but for the fiftieth part, which is left as a margin for what nobody
 * paces. A permit comes back one second after the response, less the smallest round trip lately seen: the request arrived at least that much before its response, and the next one with this permit takes
 * about that long to arrive, so that arrivals can't bunch up whatever the network does in between. And requests begin one
 * after the other instead of all at once, so that few are in the air when something breaks.
 *
 * <p>Not for use by several threads at once, except {@link #ended} and {@link #leaveFirst}.
 */
final class Pace {
    private static final long SECOND = 1_000_000_000L;

    /** How long the smallest round trip is believed without being seen again. */
    private static final long LATELY = 30 * SECOND;

    /** The part of a second's requests that is left as a margin. */
    private static final int MARGIN = 50;

    /** How much of a second's requests may be caught up at once after the loop was held up: a twentieth. */
    private static final int CATCH_UP = 20;

    private final int perSecond;
    private final long interval;
    private final long catchUp;
    private final LongSupplier ticker;
    private final PriorityQueue<Long> comingBack = new PriorityQueue<>();
    private int free;
    private int told;
    private int waitingFirst;
    private long nextAt;
    private long smallest = Long.MAX_VALUE;
    private long smallestBefore = Long.MAX_VALUE;
    private long turnOfSmallest;
    private int seen;
    private int seenBefore;

    /**
     * @param perSecond the limit
     * @param ticker nanoseconds that only go forward, such as {@link System#nanoTime}
     */
    Pace(int perSecond, LongSupplier ticker) {
        if (perSecond < 1) {
            throw new IllegalArgumentException(perSecond + " a second");
        }
        this.perSecond = perSecond;
        this.interval = SECOND / perSecond;
        this.catchUp = Math.max(2, perSecond / CATCH_UP) * interval;
        this.ticker = ticker;
        this.free = perSecond < 10 ? perSecond : perSecond - Math.ceilDiv(perSecond, MARGIN);
        this.nextAt = ticker.getAsLong();
        this.turnOfSmallest = nextAt;
    }

    /** How many requests may leave now: so many permits are kept for {@link #leave} until this is asked again. */
    synchronized int free() {
        long now = ticker.getAsLong();
        collect(now);
        long behind = now - Math.max(nextAt, now - catchUp);
        told = behind < 0 ? 0 : Math.clamp(behind / interval + 1, 0, Math.max(0, free - waitingFirst));
        return told;
    }

    /** How long until there is a permit, zero when there is one: only known while none of the requests in the air ends. */
    synchronized Duration untilFree() {
        long now = ticker.getAsLong();
        collect(now);
        if (free > waitingFirst) {
            return Duration.ofNanos(Math.max(0, nextAt - now));
        }
        Long back = comingBack.peek();
        return back == null ? Duration.ofSeconds(1) : Duration.ofNanos(back - now);
    }

    /** A request leaves. @return when, for {@link #ended} */
    synchronized long leave() {
        long now = ticker.getAsLong();
        collect(now);
        if (free == 0) {
            throw new IllegalStateException("no permit");
        }
        told = Math.max(0, told - 1);
        free--;
        nextAt = Math.max(nextAt, now - catchUp) + interval;
        return now;
    }

    /**
     * A request leaves that is not one of those counted by {@link #free} but has the same limit: it waits for the next permit
     * and takes it.
     *
     * @return when, for {@link #ended}
     */
    synchronized long leaveFirst() throws InterruptedException {
        waitingFirst++;
        try {
            long now = ticker.getAsLong();
            collect(now);
            while (free <= told) {
                Long back = comingBack.peek();
                TimeUnit.NANOSECONDS.timedWait(this, back == null ? SECOND : back - now);
                now = ticker.getAsLong();
                collect(now);
            }
            free--;
            return now;
        } finally {
            waitingFirst--;
        }
    }

    /**
     * The request that left at that time has ended.
     *
     * @param roundTrip whether that took a round trip: who was told to wait may not have been on the way at all
     */
    synchronized void ended(long left, boolean roundTrip) {
        long now = ticker.getAsLong();
        forget(now);
        if (roundTrip) {
            see(now - left);
        }
        comingBack.add(now + SECOND - credit());
        notifyAll();
    }

    /** By how much sooner than a second after the response, once enough round trips are known; nothing is quite that exact. */
    private long credit() {
        return seen + seenBefore < 2 * perSecond ? 0 : Math.min(smallest, smallestBefore) / 10 * 9;
    }

    /** What was seen before a quiet time says nothing about now. */
    private void forget(long now) {
        long age = now - turnOfSmallest;
        if (age > LATELY) {
            smallestBefore = age > 2 * LATELY ? Long.MAX_VALUE : smallest;
            seenBefore = age > 2 * LATELY ? 0 : seen;
            seen = 0;
            smallest = Long.MAX_VALUE;
            turnOfSmallest = now;
        }
    }

    private void see(long roundTrip) {
        smallest = Math.min(smallest, Math.min(roundTrip, SECOND));
        seen = Math.min(seen + 1, 2 * perSecond);
    }

    private void collect(long now) {
        while (!comingBack.isEmpty() && comingBack.peek() <= now) {
            comingBack.remove();
            free++;
        }
    }

    @Override
    public String toString() {
        return perSecond + " a second";
    }
}
