package dev.pitboard.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what Discord refuses. It bans the address for a while that is refused 10,000 times in ten minutes (status 401, 403,
 * and 429 unless the limit is shared with others); long before that nothing more is posted, until enough of it is past.
 */
final class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int SLOT_SECONDS = 10;

    /** How many counted within one stretch of ten seconds. */
    private record Slot(long number, int count) {
        Instant past() {
            return Instant.ofEpochSecond((number + 1) * SLOT_SECONDS).plus(WINDOW);
        }
    }

    private final int most;
    private final InstantSource machine;
    private final Deque<Slot> slots = new ArrayDeque<>();
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private int counted;

    /** @param most from so many on nothing is posted */
    Refusals(int most, InstantSource machine) {
        this.most = most;
        this.machine = machine;
    }

    /**
     * Notes an answer.
     *
     * @param scope whose limit was reached, as Discord says with a 429, or null
     */
    synchronized void note(int status, @Nullable String scope) {
        if (status < 400) {
            return;
        }
        byStatus.merge(status, 1L, Long::sum);
        boolean counts = status == 401 || status == 403 || (status == 429 && !"shared".equals(scope));
        if (!counts) {
            return;
        }
        forgetOld();
        long number = machine.instant().getEpochSecond() / SLOT_SECONDS;
        Slot last = slots.peekLast();
        if (last != null && last.number() >= number) {
            slots.removeLast();
            slots.addLast(new Slot(last.number(), last.count() + 1));
        } else {
            slots.addLast(new Slot(number, 1));
        }
        counted++;
        if (counted == most) {
            log.error("Discord refused {} requests within ten minutes; nothing is posted until that is over", most);
        }
    }

    /** How long nothing may be posted; zero when it may. */
    synchronized Duration pause() {
        forgetOld();
        int left = counted;
        for (Slot slot : slots) {
            if (left < most) {
                break;
            }
            left -= slot.count();
            if (left < most) {
                return Duration.between(machine.instant(), slot.past());
            }
        }
        return Duration.ZERO;
    }

    /** The reason for people why nothing is posted. */
    String reason() {
        return "Discord refused " + most
                + " or more of our requests within ten minutes, and would ban this address at 10,000."
                + " Nothing is posted until some of that is past.";
    }

    /** How many requests Discord refused since the start, by HTTP status from 400 on. */
    synchronized Map<Integer, Long> byStatus() {
        return Map.copyOf(byStatus);
    }

    private void forgetOld() {
        Instant now = machine.instant();
        for (Slot first = slots.peekFirst(); first != null && isPast(first, now); first = slots.peekFirst()) {
            counted -= first.count();
            slots.removeFirst();
        }
    }

    /** Also what lies far in the future, since the clock was set back. */
    private static boolean isPast(Slot slot, Instant now) {
        return !slot.past().isAfter(now) || Duration.between(now, slot.past()).compareTo(WINDOW.multipliedBy(2)) > 0;
    }
}
