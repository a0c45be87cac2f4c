package dev.pitboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** What a process used over some time, looked at again and again. */
final class Usage {
    private final Gauge gauge;
    private final List<Look> looks = new ArrayList<>();

    private record Look(Instant at, Duration cpu, OptionalLong resident, OptionalLong threads) {}

    Usage(Gauge gauge) {
        this.gauge = gauge;
    }

    void look() {
        looks.add(new Look(Instant.now(), gauge.cpu(), gauge.resident(), gauge.threads()));
    }

    OptionalLong mostResident() {
        return most(Look::resident);
    }

    OptionalLong mostThreads() {
        return most(Look::threads);
    }

    /** Processor seconds for a second of that time. */
    double cpu(Instant from, Instant until) {
        List<Look> within = looks.stream()
                .filter(look -> !look.at().isBefore(from) && !look.at().isAfter(until))
                .toList();
        if (within.size() < 2) {
            return 0;
        }
        Look first = within.getFirst();
        Look last = within.getLast();
        return last.cpu().minus(first.cpu()).toMillis()
                / (double) Duration.between(first.at(), last.at()).toMillis();
    }

    private OptionalLong most(Function<Look, OptionalLong> of) {
        return looks.stream().map(of).flatMapToLong(OptionalLong::stream).max();
    }
}
