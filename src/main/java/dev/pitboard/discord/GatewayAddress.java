package dev.pitboard.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * Where the gateway is, always as the configured API says: JDA by itself would go to Discord's public gateway after an
 * outage, past a proxy or a test server.
 */
final class GatewayAddress extends ConcurrentSessionController {
    private final Rest rest;
    private final Runnable onRefused;

    /** @param onRefused is called when Discord refuses the token */
    GatewayAddress(Rest rest, Runnable onRefused) {
        this.rest = rest;
        this.onRefused = onRefused;
    }

    /** Asks. @throws IllegalStateException with a sentence for people when there is no usable answer */
    ShardedGateway ask() {
        Reply reply = rest.getInTurn("gateway/bot");
        return switch (reply) {
            case Reply.Unreached(String reason) -> throw new IllegalStateException(reason);
            case Reply.Lost(String reason) -> throw new IllegalStateException(reason);
            case Reply.Answered answer -> {
                if (answer.status() == 401) {
                    onRefused.run();
                    throw new IllegalStateException("Discord refuses the token.");
                }
                String url = answer.body().path("url").asText("");
                if (!answer.isSuccess() || url.isEmpty()) {
                    throw new IllegalStateException(
                            "Discord can't say where its gateway is (status " + answer.status() + ").");
                }
                yield new ShardedGateway(
                        url,
                        Math.max(1, answer.body().path("shards").asInt(1)),
                        Math.max(
                                1,
                                answer.body()
                                        .path("session_start_limit")
                                        .path("max_concurrency")
                                        .asInt(1)));
            }
        };
    }

    @Override
    public String getGateway() {
        return ask().getUrl();
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        return ask();
    }
}
