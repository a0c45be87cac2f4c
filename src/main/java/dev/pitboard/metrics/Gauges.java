package dev.pitboard.metrics;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import dev.pitboard.delivery.Waiting;
import dev.pitboard.health.Condition;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is measured when the page is asked for. What the database is asked for is asked again only after a few seconds; while it
 * can't be reached these numbers are NaN.
 *
 * @param parts the names of the parts that {@code /healthz} shows
 * @param conditions how each of them is now
 * @param platforms those that are on, and the ways to them
 * @param waiting what is due and not there yet; a platform with nothing may be left out
 * @param subscriptions how many are active
 * @param shutChats how many chats can't be written to, by the word of their state
 * @param clock timetable time
 * @param machine machine time
 */
public record Gauges(
        List<String> parts,
        Supplier<Map<String, Condition>> conditions,
        Map<Platform, Link> platforms,
        Supplier<Map<Platform, Waiting>> waiting,
        Supplier<Long> subscriptions,
        Supplier<Map<String, Long>> shutChats,
        InstantSource clock,
        InstantSource machine) {
    private static final List<String> SHUT = List.of("blocked", "gone");

    private static final List<Integer> REFUSALS = List.of(401, 403, 429);

    private static final Duration FRESH = Duration.ofSeconds(5);

    void bindTo(MeterRegistry registry) {
        Supplier<Map<String, Condition>> now = new Remembered<>(conditions, machine, FRESH);
        parts.forEach(part -> states(registry, part, now));
        Supplier<Map<Platform, Waiting>> backlog = new Remembered<>(waiting, machine, FRESH);
        platforms.forEach((platform, link) -> {
            backlog(registry, platform, backlog);
            REFUSALS.forEach(status -> refusals(registry, platform, link, status));
        });
        Supplier<Long> active = new Remembered<>(subscriptions, machine, FRESH);
        Gauge.builder("pitboard.subscriptions.active", () -> orNaN(active::get))
                .description("Subscriptions that are on.")
                .register(registry);
        Supplier<Map<String, Long>> shut = new Remembered<>(shutChats, machine, FRESH);
        for (String state : SHUT) {
            Gauge.builder("pitboard.chats.shut", () -> orNaN(() -> shut.get().getOrDefault(state, 0L)))
                    .description("Chats that can't be written to.")
                    .tag("state", state)
                    .register(registry);
        }
        Link discord = platforms.get(Platform.DISCORD);
        if (discord != null) {
            shards(registry, discord, true);
            shards(registry, discord, false);
        }
        Link telegram = platforms.get(Platform.TELEGRAM);
        if (telegram != null) {
            Gauge.builder("pitboard.telegram.last.poll.age", () -> pollAge(telegram))
                    .description("Time since Telegram last answered a poll.")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    private static void shards(MeterRegistry registry, Link discord, boolean connected) {
        Gauge.builder(
                        "pitboard.discord.shards",
                        () -> discord.gateway().get().stream()
                                .filter(state -> state.equals("CONNECTED") == connected)
                                .count())
                .description("Connections to Discord's gateway.")
                .tag("connected", String.valueOf(connected))
                .register(registry);
    }

    private static void refusals(MeterRegistry registry, Platform platform, Link link, int status) {
        FunctionCounter.builder(
                        "pitboard.platform.refusals",
                        link,
                        way -> way.refusals().get().getOrDefault(status, 0L))
                .description("Answers of a platform that count against us, since the start.")
                .tag("platform", platform.word())
                .tag("status", String.valueOf(status))
                .register(registry);
    }

    private static void states(MeterRegistry registry, String part, Supplier<Map<String, Condition>> conditions) {
        for (Condition.State state : Condition.State.values()) {
            Gauge.builder("pitboard.part.state", () -> {
                        Condition condition = conditions.get().get(part);
                        return condition != null && condition.state() == state ? 1 : 0;
                    })
                    .description("1 for the state a part is in, as in /healthz.")
                    .tag("part", part)
                    .tag("state", state.word())
                    .register(registry);
        }
    }

    private void backlog(MeterRegistry registry, Platform platform, Supplier<Map<Platform, Waiting>> backlog) {
        Gauge.builder(
                        "pitboard.deliveries.waiting",
                        () -> orNaN(() -> {
                            Waiting found = backlog.get().get(platform);
                            return found == null ? 0 : found.reminders();
                        }))
                .description("Reminders that are due and not there yet.")
                .tag("platform", platform.word())
                .register(registry);
        Gauge.builder(
                        "pitboard.queue.age",
                        () -> orNaN(() -> {
                            Waiting found = backlog.get().get(platform);
                            return found == null ? 0 : seconds(Duration.between(found.oldestDue(), clock.instant()));
                        }))
                .description("How long ago the oldest reminder that is not there yet was due.")
                .baseUnit("seconds")
                .tag("platform", platform.word())
                .register(registry);
    }

    private double pollAge(Link telegram) {
        return telegram.lastPoll()
                .get()
                .map(at -> seconds(Duration.between(at, machine.instant())))
                .orElse(Double.NaN);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static double orNaN(Supplier<Number> question) {
        try {
            return question.get().doubleValue();
        } catch (Unavailable unavailable) {
            return Double.NaN;
        }
    }
}
