package dev.pitboard.metrics;

import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.delivery.DeliveryState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Counters of what becomes of reminders, and how late they are. */
final class DeliveryMeters implements DeliveryEvents {
    private static final Duration[] LATE = LongStream.of(1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private static final Set<DeliveryState> ENDS =
            EnumSet.complementOf(EnumSet.of(DeliveryState.PENDING, DeliveryState.SENDING));

    private final MeterRegistry registry;

    DeliveryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Lets everything that can be counted on a platform begin at 0, so that the first time is seen as an increase. */
    void begin(Platform platform) {
        owed(0);
        lateness(platform);
        ENDS.forEach(state -> settled(platform, state).increment(0));
        retried(platform).increment(0);
        for (Answer answer : Answer.values()) {
            attempts(platform, answer).increment(0);
        }
    }

    @Override
    public void owed(int reminders) {
        Counter.builder("pitboard.deliveries.owed")
                .description("Reminders that were put into the ledger because they became due.")
                .register(registry)
                .increment(reminders);
    }

    @Override
    public void sent(Platform platform, int reminders, Duration late) {
        settled(platform, DeliveryState.SENT).increment(reminders);
        lateness(platform).record(late.isNegative() ? Duration.ZERO : late);
    }

    @Override
    public void unsent(@Nullable Platform platform, DeliveryState state, int reminders) {
        settled(platform, state).increment(reminders);
    }

    @Override
    public void again(Platform platform) {
        retried(platform).increment();
    }

    @Override
    public void answered(Platform platform, Answer answer) {
        attempts(platform, answer).increment();
    }

    private Timer lateness(Platform platform) {
        return Timer.builder("pitboard.delivery.lateness")
                .description("From the due instant to the platform's answer, for each message; early counts as 0.")
                .tag("platform", platform.word())
                .serviceLevelObjectives(LATE)
                .register(registry);
    }

    private Counter settled(@Nullable Platform platform, DeliveryState state) {
        return counter(
                platform,
                "pitboard.deliveries.settled",
                "Reminders by the state they ended in, as in the ledger.",
                "state",
                state.word());
    }

    private Counter retried(Platform platform) {
        return Counter.builder("pitboard.messages.retried")
                .description("Messages that were not there after an attempt and are tried again.")
                .tag("platform", platform.word())
                .register(registry);
    }

    private Counter attempts(Platform platform, Answer answer) {
        return counter(
                platform,
                "pitboard.send.attempts",
                "Attempts to send a message, by how they went.",
                "answer",
                answer.name().toLowerCase(Locale.ROOT));
    }

    private Counter counter(@Nullable Platform platform, String name, String description, String label, String value) {
        return Counter.builder(name)
                .description(description)
                .tag("platform", platform == null ? "any" : platform.word())
                .tag(label, value)
                .register(registry);
    }
}
