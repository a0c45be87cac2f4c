package dev.pitboard.bench;

import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.PendingInteraction;
import dev.pitboard.loopback.discord.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One reminder to many channels of the loopback Discord, and people who use commands meanwhile. */
final class DiscordRun {
    /** Few enough for one shard. */
    private static final int MOST_SERVERS = 500;

    /** In five seconds. */
    private static final int MESSAGES_OF_A_CHANNEL = 5;

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration LONGEST_EARLY = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);
    private static final List<String> LINES = List.of(NaiveLoop.COMMAND, "reminders list");

    private final Plan plan;
    private final Path folder;

    /**
     * @param perSecond the server's limit on requests in any second; 0 for none
     * @param ahead how long before the due instant the sender is started, besides what it may be early
     * @param expected messages a second, to know how early the sender may want to begin and how long to wait
     * @param settings further variables of the program's environment
     */
    record Plan(
            String name,
            boolean naive,
            int channels,
            Duration ahead,
            int perSecond,
            int expected,
            Duration latency,
            Map<String, String> settings) {
        int servers() {
            return Math.min(channels, MOST_SERVERS);
        }

        Duration length() {
            return Duration.ofMillis(channels * 1000L / expected);
        }
    }

    DiscordRun(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    FanOut play() throws Exception {
        try (LoopbackDiscord discord = LoopbackDiscord.start()) {
            Field.Servers field = Field.Servers.of(discord, plan.servers(), 1, plan.channels());
            Path data = Files.createDirectories(folder.resolve("data"));
            if (!plan.naive()) {
                Field.subscribe(data, field.chats());
            }
            discord.faults().latency(plan.latency()).globalLimit(plan.perSecond());
            discord.faults().channelLimit(plan.perSecond() > 0 ? MESSAGES_OF_A_CHANNEL : 0);
            Duration early = plan.length().compareTo(LONGEST_EARLY) < 0 ? plan.length() : LONGEST_EARLY;
            SeasonFile season =
                    SeasonFile.race(Instant.now().plus(plan.ahead()).plus(early).plus(Field.LEAD.before()));
            season.write(folder.resolve("config"));
            Instant due = season.starts().getFirst().minus(Field.LEAD.before());
            try (Contender contender = start(discord, field, due)) {
                return watch(discord, field, due, contender);
            }
        }
    }

    private Contender start(LoopbackDiscord discord, Field.Servers field, Instant due) throws IOException {
        Map<String, String> environment = new HashMap<>(Field.environment(folder));
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl());
        environment.putAll(plan.settings());
        if (!plan.naive()) {
            return Contender.pitboard(folder, environment, "run");
        }
        Path channels = folder.resolve("channels.txt");
        Files.write(channels, field.channels().stream().map(FakeChannel::id).toList());
        return Contender.naive(folder, environment, due.toString(), channels.toString());
    }

    private FanOut watch(LoopbackDiscord discord, Field.Servers field, Instant due, Contender contender)
            throws Exception {
        awaitReady(discord, field, plan.servers(), contender);
        Instant ready = Instant.now();
        Usage usage = new Usage(contender.gauge());
        Usage server = new Usage(new Gauge(ProcessHandle.current()));
        OptionalLong before = contender.gauge().heap();
        OptionalLong halfway = OptionalLong.empty();
        Instant deadline = due.plus(plan.length().multipliedBy(3)).plusSeconds(60);
        boolean probed = plan.perSecond() > 0;
        List<String> lines = plan.naive() ? LINES.subList(0, 1) : LINES;
        try (CommandProbe probe =
                new CommandProbe(discord, field.person(), field.channels(), probed ? lines : List.of())) {
            while (discord.recorder().posted() < plan.channels()
                    && Instant.now().isBefore(deadline)) {
                contender.requireAlive();
                usage.look();
                server.look();
                if (!probed && halfway.isEmpty() && discord.recorder().posted() > plan.channels() / 2) {
                    halfway = contender.gauge().heap();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
            Thread.sleep(AFTERWARDS);
            FanOut.Heap heap =
                    new FanOut.Heap(before, halfway, contender.gauge().heap());
            return result(discord, due, ready, usage, server, heap, probe);
        }
    }

    /** Waits until a command in the last server is answered. @return when */
    static Instant awaitReady(LoopbackDiscord discord, Field.Servers field, int servers, Contender contender)
            throws InterruptedException {
        int shards = servers / 1000 + 1;
        while (discord.recorder().registrations() == 0
                || discord.gateway().identifies().size() < shards) {
            contender.requireAlive();
            Thread.sleep(5);
        }
        PendingInteraction first =
                discord.slash(field.person(), field.channels().getLast(), NaiveLoop.COMMAND);
        while (first.answeredWithin().isEmpty()) {
            contender.requireAlive();
            Thread.sleep(1);
        }
        return first.createdAt().plus(first.answeredWithin().orElseThrow());
    }

    private FanOut result(
            LoopbackDiscord discord,
            Instant due,
            Instant ready,
            Usage usage,
            Usage server,
            FanOut.Heap heap,
            CommandProbe probe) {
        List<FanOut.Post> posts = discord.recorder().messages().stream()
                .map(message -> new FanOut.Post(message.channelId(), message.at()))
                .toList();
        Instant first =
                posts.stream().map(FanOut.Post::at).min(Instant::compareTo).orElse(due);
        Instant last =
                posts.stream().map(FanOut.Post::at).max(Instant::compareTo).orElse(due);
        List<Instant> arrivals = new ArrayList<>();
        long refused = 0;
        for (Recorder.Request request : discord.recorder().requests()) {
            if (countsTowardsTheLimit(request)) {
                arrivals.add(request.at());
                refused += request.status() == 429 ? 1 : 0;
            }
        }
        boolean probed = plan.perSecond() > 0;
        return new FanOut(
                plan.name(),
                plan.channels(),
                due,
                posts,
                Arrivals.of(arrivals),
                refused,
                probed ? probe.between(ready.plus(WARM_UP), first) : null,
                probed ? probe.between(first, last) : null,
                usage.cpu(first, last),
                server.cpu(first, last),
                usage.mostThreads(),
                heap);
    }

    private static boolean countsTowardsTheLimit(Recorder.Request request) {
        return !request.path().startsWith("/api/v10/interactions/")
                && !request.path().startsWith("/api/v10/webhooks/")
                && request.status() != 101;
    }
}
