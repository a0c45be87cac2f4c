package dev.pitboard.bench;

import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What the loopback Discord itself can take, without limits: what no sender can exceed here. */
final class Capacity {
    private static final int SENDERS = 32;
    private static final String BODY =
            "{\"content\":\"**Race Alpha** starts in 10 minutes at the Misano World Circuit.\"}";

    private static final MediaType JSON = MediaType.get("application/json");

    private final LoopbackDiscord discord;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(SENDERS, 1, TimeUnit.MINUTES))
            .build();

    private Capacity(LoopbackDiscord discord) {
        this.discord = discord;
    }

    /**
     * The median time of one message after the other, with this delay of every answer: what the server and the machine add
     * to it is the difference.
     */
    static Duration roundTrip(Duration latency) throws Exception {
        try (LoopbackDiscord discord = LoopbackDiscord.start()) {
            discord.faults().latency(latency);
            Capacity capacity = new Capacity(discord);
            FakeChannel channel = discord.world().guild("Server").text("channel");
            Callable<Duration> timed = () -> {
                long begun = System.nanoTime();
                capacity.post(channel);
                return Duration.ofNanos(System.nanoTime() - begun);
            };
            for (int i = 0; i < 100; i++) {
                timed.call();
            }
            return Quantiles.of(Stream.generate(() -> called(timed)).limit(50).toList())
                    .at(0.5);
        }
    }

    /** Messages a second from a plain HTTP client with some tens of connections, each to the next of these channels. */
    static double perSecond(int messages) throws Exception {
        try (LoopbackDiscord discord = LoopbackDiscord.start();
                ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            Capacity capacity = new Capacity(discord);
            List<FakeChannel> channels = Field.Servers.of(discord, 100, 1, 1000).channels();
            List<Callable<Integer>> posts = Stream.iterate(0, i -> i + 1)
                    .limit(messages)
                    .<Callable<Integer>>map(i -> () -> capacity.post(channels.get(i % channels.size())))
                    .toList();
            for (Future<Integer> done : senders.invokeAll(posts)) {
                if (done.get() != 200) {
                    throw new IllegalStateException("refused with " + done.get());
                }
            }
            return Arrivals.of(discord.recorder().messages().stream()
                            .skip(messages / 2)
                            .map(message -> message.at())
                            .toList())
                    .perSecond();
        }
    }

    private static Duration called(Callable<Duration> timed) {
        try {
            return timed.call();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private int post(FakeChannel channel) throws IOException {
        Request request = new Request.Builder()
                .url(discord.apiUrl() + "channels/" + channel.id() + "/messages")
                .header("Authorization", "Bot " + discord.token())
                .header("User-Agent", "DiscordBot (bench, 1)")
                .post(RequestBody.create(BODY, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            response.body().bytes();
            return response.code();
        }
    }
}
