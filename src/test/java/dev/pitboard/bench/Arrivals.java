package dev.pitboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Instants at which something arrived, in order. */
record Arrivals(List<Instant> sorted) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    static Arrivals of(Collection<Instant> instants) {
        return new Arrivals(instants.stream().sorted().toList());
    }

    /**
     * Arrivals a second: the slope of the straight line through the counted arrivals, so that it makes no difference
     * whether they come evenly or in steps of a limit's window. 0 with fewer than two instants.
     */
    double perSecond() {
        if (sorted.isEmpty()) {
            return 0;
        }
        Instant origin = sorted.getFirst();
        double meanTime =
                sorted.stream().mapToDouble(at -> seconds(origin, at)).average().orElse(0);
        double meanCount = (sorted.size() - 1) / 2.0;
        double together = 0;
        double spread = 0;
        for (int i = 0; i < sorted.size(); i++) {
            double time = seconds(origin, sorted.get(i)) - meanTime;
            together += time * (i - meanCount);
            spread += time * time;
        }
        return spread == 0 ? 0 : together / spread;
    }

    /** The most arrivals in any second, wherever it begins; an arrival exactly a second later is not in it. */
    int mostInASecond() {
        int most = 0;
        int from = 0;
        for (int i = 0; i < sorted.size(); i++) {
            while (!sorted.get(from).plus(SECOND).isAfter(sorted.get(i))) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }

    /** From the first to the last. */
    Duration span() {
        return sorted.isEmpty() ? Duration.ZERO : Duration.between(sorted.getFirst(), sorted.getLast());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
