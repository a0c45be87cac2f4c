package dev.pitboard.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Something after which the program can't know of some messages whether they arrived. */
sealed interface Incident {
    /** From an answer until the ledger knows of it, on a machine that is busy with several rounds. */
    Duration SETTLING = Duration.ofSeconds(3);

    /** Between two processes and their sockets. */
    Duration ON_THE_WAY = Duration.ofSeconds(1);

    /** How long after trouble with the database the next attempt to write may be. */
    Duration LONGEST_WAIT = Duration.ofSeconds(31);

    /** @return whether a message that arrived at that instant may be among them */
    boolean concerns(Promised promised, Instant arrived, Duration latency);

    /**
     * The program was killed.
     *
     * @param inTheAir what it had claimed and not settled: nothing else can be in doubt
     * @param settledUntil the last instant at which it could settle anything
     */
    record Killed(Instant at, Set<Promised> inTheAir, Instant settledUntil) implements Incident {
        public Killed {
            inTheAir = Set.copyOf(inTheAir);
        }

        @Override
        public boolean concerns(Promised promised, Instant arrived, Duration latency) {
            return inTheAir.contains(promised)
                    && !arrived.isAfter(at.plus(ON_THE_WAY))
                    && !arrived.plus(latency).plus(SETTLING).isBefore(settledUntil);
        }
    }

    /** It lost the answers to the requests that were on their way: it was frozen, or the platform was gone. */
    record CutOff(Instant from) implements Incident {
        @Override
        public boolean concerns(Promised promised, Instant arrived, Duration latency) {
            return !arrived.isAfter(from.plus(ON_THE_WAY))
                    && !arrived.plus(latency).plus(ON_THE_WAY).isBefore(from);
        }
    }
}
