package dev.pitboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Whether something grew in the course of a soak: the middle of the last third of the samples against the middle of the
 * first third, after a fifth of them was left out because caches fill and the compiler works then.
 */
final class Growth {
    private static final int WARM_UP = 5;
    private static final long MEGABYTE = 1_000_000;

    /** What may come on top of the first third for another reason than a leak: a share of it and a fixed amount. */
    private record Bound(String name, Function<Sample, OptionalLong> of, int percent, long plus) {}

    private static final List<Bound> BOUNDS = List.of(
            // Caches that are still being filled: compiled regular expressions, JDA's sessions, statistics of the pool.
            new Bound("living objects, bytes", Sample::heap, 5, 2 * MEGABYTE),
            // The collector keeps some of what it once had, and compiled code comes on top.
            new Bound("resident memory, bytes", Sample::resident, 10, 20 * MEGABYTE),
            // Pools lend threads for half a minute; the sample may meet a command or a reconnect.
            new Bound("threads", Sample::threads, 0, 5),
            // Connections to the platforms are kept for some minutes after a burst.
            new Bound("open files", Sample::files, 0, 10),
            new Bound("database connections", Sample::connections, 0, 1));

    private Growth() {}

    /** A sentence for everything that grew beyond its bound, or that could not be measured. */
    static List<String> faults(List<Sample> samples) {
        List<Sample> warm = samples.subList(samples.size() / WARM_UP, samples.size());
        int third = warm.size() / 3;
        if (third < 3) {
            return List.of("only " + samples.size() + " samples: too few to tell");
        }
        List<String> faults = new ArrayList<>();
        for (Bound bound : BOUNDS) {
            OptionalLong first = middle(warm.subList(0, third), bound.of());
            OptionalLong last = middle(warm.subList(warm.size() - third, warm.size()), bound.of());
            if (first.isEmpty() || last.isEmpty()) {
                faults.add(bound.name() + " can't be read on this system");
                continue;
            }
            long most = first.getAsLong() * (100 + bound.percent()) / 100 + bound.plus();
            if (last.getAsLong() > most) {
                faults.add(String.format(
                        Locale.ROOT,
                        "%s grew from %,d to %,d; at most %,d were expected",
                        bound.name(),
                        first.getAsLong(),
                        last.getAsLong(),
                        most));
            }
        }
        return faults;
    }

    private static OptionalLong middle(List<Sample> samples, Function<Sample, OptionalLong> of) {
        List<Long> sorted = samples.stream()
                .map(of)
                .flatMapToLong(OptionalLong::stream)
                .sorted()
                .boxed()
                .toList();
        return sorted.size() < samples.size() ? OptionalLong.empty() : OptionalLong.of(sorted.get(sorted.size() / 2));
    }
}
