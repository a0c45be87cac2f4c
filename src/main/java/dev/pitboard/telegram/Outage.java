package dev.pitboard.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Notices that answers are lost one after the other: then it is no chat's trouble. Sending on would make more and more
 * messages doubtful, so everything is held back, each time twice as long, until an answer comes.
 */
final class Outage {
    /** So many lost answers in a row are no accident. */
    private static final int IN_A_ROW = 5;

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int MOST_DOUBLED = 5;

    private final InstantSource machine;
    private Instant until = Instant.EPOCH;
    private int lost;
    private int pauses;

    Outage(InstantSource machine) {
        this.machine = machine;
    }

    /** Any answer at all came. */
    synchronized void answered() {
        lost = 0;
        pauses = 0;
    }

    /** An answer was lost. @return how long to hold everything back; zero for not */
    synchronized Duration lost() {
        lost++;
        Instant now = machine.instant();
        if (lost < IN_A_ROW || until.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(pauses, MOST_DOUBLED));
        pauses++;
        until = now.plus(pause);
        return pause;
    }
}
