package dev.pitboard.discord;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;

/** JDA's threads, bounded, and ended by us after JDA itself: it may still need them while it shuts down. */
final class Pools {
    private static final int REQUESTS = 16;
    private static final int KEPT_SECONDS = 30;

    private final ExecutorService requests;
    private final ScheduledExecutorService limits = scheduler("discord-limits-", 1);
    private final ScheduledExecutorService gateway = scheduler("discord-gateway-", 2);
    /** Events and callbacks may wait for the network or the database, so each has a thread of its own. */
    private final ExecutorService events = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("discord-event-", 0).factory());

    Pools() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                REQUESTS,
                REQUESTS,
                KEPT_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads("discord-requests-"));
        pool.allowCoreThreadTimeOut(true);
        this.requests = pool;
    }

    ExecutorService events() {
        return events;
    }

    /** Does something later, on a thread that may wait. */
    void later(Duration wait, Runnable task) {
        var _ = limits.schedule(() -> events.execute(task), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    DefaultShardManagerBuilder giveTo(DefaultShardManagerBuilder builder) {
        return builder.setRateLimitElastic(requests, false)
                .setRateLimitScheduler(limits, false)
                .setGatewayPool(gateway, false)
                .setCallbackPool(events, false)
                .setEventPool(events, false);
    }

    /** What is being asked for right now may end; its callbacks still need the other pools. */
    void close() {
        requests.shutdown();
        try {
            if (!requests.awaitTermination(1, TimeUnit.SECONDS)) {
                requests.shutdownNow();
            }
        } catch (InterruptedException e) {
            requests.shutdownNow();
            Thread.currentThread().interrupt();
        }
        limits.shutdownNow();
        gateway.shutdownNow();
        events.shutdownNow();
    }

    private static ScheduledExecutorService scheduler(String name, int size) {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(size, threads(name));
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name, 0).factory();
    }
}
