package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.config.ConfigurationError;
import dev.pitboard.delivery.ChatState;
import dev.pitboard.delivery.ShutChats;
import dev.pitboard.delivery.TimetableClock;
import dev.pitboard.health.Condition;
import dev.pitboard.health.HealthServer;
import dev.pitboard.metrics.Gauges;
import dev.pitboard.metrics.Metrics;
import dev.pitboard.store.Backlog;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlShutChats;
import dev.pitboard.subscription.Subscriptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /healthz}, {@code /readyz} and {@code /metrics}, and what is counted for them; nothing at all where the port is off. */
final class Watch implements AutoCloseable {
    private static final String DISCORD = "discord";
    private static final String TELEGRAM = "telegram";

    private final Configuration configuration;
    private final @Nullable Metrics metrics;
    private @Nullable HealthServer server;

    Watch(Configuration configuration) throws IOException {
        this.configuration = configuration;
        this.metrics = configuration.httpPort() == 0 ? null : new Metrics(Main.Version.number());
    }

    /** Who counts. */
    Watchers watchers() {
        return metrics == null ? Watchers.NONE : new Watchers(metrics.deliveries(), metrics.commands());
    }

    /** Begins to answer. @throws ConfigurationError when the address can't be used */
    void listen(
            Program program,
            Platforms platforms,
            Pitboard pitboard,
            Database database,
            Subscriptions subscriptions,
            TimetableClock clock) {
        Metrics counted = metrics;
        if (counted == null) {
            return;
        }
        Supplier<Map<String, Condition>> parts = () -> parts(platforms, pitboard, database::check);
        Backlog backlog = new Backlog(database);
        ShutChats shutChats = new SqlShutChats(database);
        counted.watch(new Gauges(
                List.of(DISCORD, TELEGRAM, "scheduler", "database"),
                parts,
                platforms.links(),
                () -> backlog.at(clock.instant()),
                subscriptions::countActive,
                () -> byWord(shutChats.shutCounts()),
                clock,
                program.machine()));
        HealthServer.Pages pages = new HealthServer.Pages(
                parts,
                () -> parts(platforms, pitboard, database::checkToWrite),
                Set.of(DISCORD, TELEGRAM),
                counted::page,
                Metrics.MEDIA_TYPE);
        try {
            server = new HealthServer(configuration.httpHost(), configuration.httpPort(), pages);
        } catch (IOException inUse) {
            throw new ConfigurationError("can't listen on " + configuration.httpHost() + ":" + configuration.httpPort()
                    + " (" + inUse.getMessage() + "); set PITBOARD_HTTP_PORT to another port, or to 0 for none.");
        }
    }

    private static Map<String, Long> byWord(Map<ChatState, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().word(), Map.Entry::getValue));
    }

    private static Map<String, Condition> parts(Platforms platforms, Pitboard pitboard, Supplier<Condition> database) {
        Map<String, Condition> parts = new LinkedHashMap<>();
        parts.put(DISCORD, platforms.discordCondition());
        parts.put(TELEGRAM, platforms.telegramCondition());
        parts.put("scheduler", pitboard.schedulerCondition());
        parts.put("database", database.get());
        return parts;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (metrics != null) {
            metrics.close();
        }
    }
}
