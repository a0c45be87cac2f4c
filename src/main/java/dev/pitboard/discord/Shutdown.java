package dev.pitboard.discord;

import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.sharding.ShardManager;

/** Ends JDA in bounded time. */
final class Shutdown {
    private Shutdown() {}

    /** Lets what is being answered be answered, for at most {@code grace}; then ends it hard. */
    static void of(ShardManager manager, Duration grace) {
        List<JDA> shards = manager.getShards();
        manager.shutdown();
        long deadline = System.nanoTime() + grace.toNanos();
        try {
            for (JDA shard : shards) {
                shard.shutdown();
                long left = Math.max(1, deadline - System.nanoTime());
                if (!shard.awaitShutdown(Duration.ofNanos(left))) {
                    shard.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            shards.forEach(JDA::shutdownNow);
            Thread.currentThread().interrupt();
        }
    }
}
