package dev.pitboard.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Durations in order; each quantile is one that occurred. */
record Quantiles(List<Duration> sorted) {
    static Quantiles of(Collection<Duration> durations) {
        return new Quantiles(durations.stream().sorted().toList());
    }

    /**
     * The smallest duration that at least this share of all does not exceed.
     *
     * @param share above 0 and up to 1
     */
    Duration at(double share) {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    /** p50/p95/p99/max in milliseconds. */
    String millis() {
        return sorted.isEmpty()
                ? "-"
                : String.join("/", millis(at(0.5)), millis(at(0.95)), millis(at(0.99)), millis(at(1)));
    }

    private static String millis(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis);
    }
}
