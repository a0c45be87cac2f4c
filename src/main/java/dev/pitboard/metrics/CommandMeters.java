package dev.pitboard.metrics;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandEvents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;

/** How long commands take, and how they are met. */
final class CommandMeters implements CommandEvents {
    private static final Duration[] TOOK = LongStream.of(5, 10, 20, 50, 100, 250, 1000, 3000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Lets the counters of a platform begin at 0, so that the first time is seen as an increase. */
    void begin(Platform platform) {
        for (Result result : Result.values()) {
            met(platform, result).increment(0);
        }
    }

    @Override
    public void answered(Platform platform, String command, Result result, Duration took) {
        met(platform, result).increment();
        Timer.builder("pitboard.command")
                .description("From a command to its answer, without the ways to and from the platform.")
                .tag("platform", platform.word())
                .tag("command", command)
                .serviceLevelObjectives(TOOK)
                .register(registry)
                .record(took);
    }

    private Counter met(Platform platform, Result result) {
        return Counter.builder("pitboard.commands.answered")
                .description("Commands by how they were met.")
                .tag("platform", platform.word())
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
