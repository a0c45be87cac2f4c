package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** The real JDA, connected to the loopback Discord. */
final class RealJda implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShardManager shards;
    private final AtomicReference<BiConsumer<JDA, GenericEvent>> handler = new AtomicReference<>((_, _) -> {});

    private RealJda(LoopbackDiscord discord, String token) {
        EventListener listener = event -> handler.get().accept(event.getJDA(), event);
        shards = DefaultShardManagerBuilder.createLight(token, List.of())
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
                .setSessionController(new GatewayFromApi(discord))
                .addEventListeners(listener)
                .build();
    }

    /** Signs in and waits until the gateway is ready. */
    static RealJda connect(LoopbackDiscord discord) {
        RealJda jda = new RealJda(discord, discord.token());
        discord.await("JDA connected", () -> jda.api().getStatus() == JDA.Status.CONNECTED);
        return jda;
    }

    static RealJda signIn(LoopbackDiscord discord, String token) {
        return new RealJda(discord, token);
    }

    void on(BiConsumer<JDA, GenericEvent> newHandler) {
        handler.set(newHandler);
    }

    JDA api() {
        return Objects.requireNonNull(shards.getShardById(0));
    }

    @Override
    public void close() {
        JDA api = shards.getShardById(0);
        shards.shutdown();
        if (api != null) {
            api.shutdownNow();
            try {
                if (!api.awaitShutdown(10, TimeUnit.SECONDS)) {
                    throw new AssertionError("JDA did not shut down");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** After an outage JDA asks for the gateway again, which must not be the public one. */
    private static final class GatewayFromApi extends ConcurrentSessionController {
        private final LoopbackDiscord discord;

        GatewayFromApi(LoopbackDiscord discord) {
            this.discord = discord;
        }

        @Override
        public String getGateway() {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + "gateway/bot"))
                        .header("Authorization", "Bot " + discord.token())
                        .header("User-Agent", "DiscordBot (https://pitboard.dev, 0)")
                        .build();
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                JsonNode body = JSON.readTree(response.body());
                return body.path("url").asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
