package dev.pitboard.crash;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was promised in a round and what became of it.
 *
 * @param promised messages owed, by the plain rule: the chat wanted the session and its due instant came
 * @param delivered of these, how many are there at least once
 * @param late of these, how many came more than 60 s after they were due
 * @param doubledDiscord superfluous copies on Discord
 * @param doubledTelegram superfluous copies on Telegram, all of them
 * @param mostAtOnce of these, how many a single crash or outage accounts for at most
 * @param inDoubt owed messages the ledger calls in doubt
 * @param expired owed messages that are not there, and the ledger says so and why
 * @param lost owed messages that are not there without the ledger saying so
 * @param faults what must not happen, as sentences; empty when the round is clean
 */
record Tally(
        int promised,
        int delivered,
        int late,
        int doubledDiscord,
        int doubledTelegram,
        int mostAtOnce,
        int inDoubt,
        int expired,
        int lost,
        List<String> faults) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    Tally {
        faults = List.copyOf(faults);
    }

    /** The same with more that must not happen. */
    Tally with(List<String> more) {
        return new Tally(
                promised,
                delivered,
                late,
                doubledDiscord,
                doubledTelegram,
                mostAtOnce,
                inDoubt,
                expired,
                lost,
                Stream.concat(faults.stream(), more.stream()).toList());
    }

    Tally plus(Tally other) {
        return new Tally(
                promised + other.promised,
                delivered + other.delivered,
                late + other.late,
                doubledDiscord + other.doubledDiscord,
                doubledTelegram + other.doubledTelegram,
                Math.max(mostAtOnce, other.mostAtOnce),
                inDoubt + other.inDoubt,
                expired + other.expired,
                lost + other.lost,
                Stream.concat(faults.stream(), other.faults.stream()).toList());
    }

    static String head() {
        return "%8s %9s %6s %9s %9s %7s %8s %8s %5s"
                .formatted(
                        "promised",
                        "delivered",
                        "late",
                        "doubled-D",
                        "doubled-T",
                        "at-once",
                        "in-doubt",
                        "expired",
                        "lost");
    }

    String line() {
        return "%8d %9d %6d %9d %9d %7d %8d %8d %5d"
                .formatted(
                        promised, delivered, late, doubledDiscord, doubledTelegram, mostAtOnce, inDoubt, expired, lost);
    }
}
