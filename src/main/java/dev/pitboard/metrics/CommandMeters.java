package dev.pitboard.metrics;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;

/** How long commands take. */
final class CommandMeters implements CommandEvents {
    private static final Duration[] TOOK = LongStream.of(5, 10, 20, 50, 100, 250, 1000, 3000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(Platform platform, String command, Result result, Duration took) {
        Timer.builder("pitboard.command")
                .description("From a command to its answer, without the ways to and from the platform.")
                .tag("platform", platform.word())
                .tag("command", command)
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(TOOK)
                .register(registry)
                .record(took);
    }
}
