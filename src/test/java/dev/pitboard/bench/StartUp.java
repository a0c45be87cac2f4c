package dev.pitboard.bench;

import dev.pitboard.loopback.discord.LoopbackDiscord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The program's start on a Discord with many servers, and what it takes when it is there and idle. */
final class StartUp {
    /** Channels in each server, of which one follows the series. */
    private static final int CHANNELS = 5;

    /** For what comes after the first answer: caches, compilers, garbage. */
    private static final Duration TO_REST = Duration.ofSeconds(3);

    private StartUp() {}

    /** One row for each count of servers. */
    static Table table(List<Integer> serverCounts, Path folder) throws Exception {
        Table table = new Table(
                "Start and memory, %d channels a server".formatted(CHANNELS),
                List.of(
                        "servers",
                        "shards",
                        "first command answered after, s",
                        "resident, MB",
                        "living objects, MB",
                        "threads"));
        for (int servers : serverCounts) {
            table.row(play(servers, Folders.empty(folder.resolve("start-" + servers))));
        }
        return table.note("A shard may begin every 5 s: with more than one, that is what the start waits for.");
    }

    private static List<String> play(int servers, Path folder) throws Exception {
        try (LoopbackDiscord discord = LoopbackDiscord.start()) {
            Field.Servers field = Field.Servers.of(discord, servers, CHANNELS, servers);
            Field.subscribe(Files.createDirectories(folder.resolve("data")), field.chats());
            SeasonFile.race(Instant.now().plus(Duration.ofDays(2))).write(folder.resolve("config"));
            Map<String, String> environment = new HashMap<>(Field.environment(folder));
            environment.put("DISCORD_TOKEN", discord.token());
            environment.put("DISCORD_API_URL", discord.apiUrl());
            try (Contender contender = Contender.pitboard(folder, environment, "run")) {
                Instant ready = DiscordRun.awaitReady(discord, field, servers, contender);
                Thread.sleep(TO_REST);
                OptionalLong heap = contender.gauge().heap();
                return List.of(
                        "%,d".formatted(servers),
                        Integer.toString(servers / 1000 + 1),
                        FanOut.number(
                                Duration.between(contender.started(), ready).toMillis() / 1000.0),
                        FanOut.megabytes(contender.gauge().resident()),
                        FanOut.megabytes(heap),
                        FanOut.whole(contender.gauge().threads()));
            }
        }
    }
}
