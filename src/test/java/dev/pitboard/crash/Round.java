package dev.pitboard.crash;

import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** One round: a fan-out to all chats, the troubles its seed draws, and the reckoning. */
final class Round {
    private static final int DISCORD_PER_SECOND = 50;

    /** One round in so many is on PostgreSQL. */
    private static final int ONE_IN = 5;

    private static final Duration LEAST_TO_GET_READY = Duration.ofSeconds(9);
    private static final Duration MOST_TO_GET_READY = Duration.ofSeconds(60);

    /** From a start until the first reminders are due: long enough for this machine, as the rounds before found. */
    private static volatile Duration toGetReady = LEAST_TO_GET_READY;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

    private final Launch launch;
    private final long seed;
    private final Path folder;
    private final Random random;
    private final boolean onServer;
    private final List<Trouble> troubles;

    /** What came of it. */
    record Result(
            long seed,
            List<Trouble> troubles,
            boolean onServer,
            Tally tally,
            Duration settledWithin,
            int starts,
            long complaints,
            Duration took) {
        boolean clean() {
            return tally.faults().isEmpty();
        }

        String line() {
            return "%-8s %6d %s %8d %6d %6d %5ds  %s"
                    .formatted(
                            clean() ? "clean" : "FAILED",
                            seed,
                            tally.line(),
                            settledWithin.toMillis(),
                            starts,
                            complaints,
                            took.toSeconds(),
                            (onServer ? "(PostgreSQL) " : "")
                                    + troubles.stream().map(Trouble::name).collect(Collectors.joining(" ")));
        }

        static String head() {
            return "%-8s %6s %s %8s %6s %6s %6s  %s"
                    .formatted("", "seed", Tally.head(), "ms-p50", "starts", "no-db", "took", "troubles");
        }
    }

    /** @param folder where its files go; they are deleted when the round is clean */
    Round(Launch launch, long seed, Path folder) {
        this.launch = launch;
        this.seed = seed;
        this.folder = folder;
        this.random = new Random(seed);
        this.onServer = Math.floorMod(seed, ONE_IN) == 0;
        this.troubles = Trouble.draw(random, onServer);
    }

    /** A bug of the test itself is a fault of this round; the others go on. */
    Result play() throws IOException, InterruptedException {
        Instant began = Instant.now();
        try {
            return played(began);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception bug) {
            StringWriter trace = new StringWriter();
            bug.printStackTrace(new PrintWriter(trace));
            Files.writeString(folder.resolve("broken.txt"), trace.toString());
            Tally broken = Tally.NONE.with(List.of("the test itself broke: " + bug));
            return new Result(
                    seed, troubles, onServer, broken, Duration.ZERO, 0, 0, Duration.between(began, Instant.now()));
        }
    }

    private Result played(Instant began) throws Exception {
        delete(folder);
        Path data = Files.createDirectories(folder.resolve("data"));
        ShiftingClock clock = new ShiftingClock();
        Result result;
        try (LoopbackDiscord discord = LoopbackDiscord.start(clock);
                LoopbackTelegram telegram = LoopbackTelegram.start();
                Storage storage = storage(data)) {
            Duration latency = Duration.ofMillis(10 + random.nextInt(140));
            discord.faults().latency(latency).globalLimit(DISCORD_PER_SECOND);
            telegram.faults().latency(latency);
            telegram.faults().limits(true);
            Grid grid = new Grid(discord, telegram, random);
            Instant subscribed = Instant.now().minus(Duration.ofSeconds(5));
            grid.subscribe(storage, subscribed);
            Season season = new Season(Instant.now().plus(toGetReady));
            season.write(Files.createDirectories(folder.resolve("config")));
            boolean startedAgain = troubles.stream().anyMatch(Trouble::isOfTheDatabase);
            try (Bot bot = new Bot(launch, folder, environment(discord, telegram, storage, data), startedAgain)) {
                Script script = new Script(random, bot, discord, telegram, clock, storage, season);
                troubles.forEach(script::add);
                bot.start();
                awaitReady(discord, season.first().minusSeconds(1));
                script.play(season.first());
                Steward steward = new Steward(grid, season, subscribed, storage, discord, telegram, clock);
                List<String> faults = new ArrayList<>();
                Instant settled = settle(steward, season, bot, faults);
                Optional.ofNullable(bot.died()).ifPresent(faults::add);
                Optional.ofNullable(bot.stop()).ifPresent(faults::add);
                faults.addAll(bot.bugs());
                faults.addAll(new Referee(discord, telegram, clock).faults(DISCORD_PER_SECOND, script.tooMany()));
                boolean mayExpire = troubles.stream().filter(Trouble::isLong).count() > 1;
                Tally tally = steward.judge(settled, script.incidents(), latency, mayExpire)
                        .with(faults);
                Files.write(folder.resolve("script.txt"), script.played());
                Files.write(folder.resolve("faults.txt"), tally.faults());
                result = new Result(
                        seed,
                        troubles,
                        onServer,
                        tally,
                        steward.settledWithin(),
                        bot.starts(),
                        bot.complaints(),
                        Duration.between(began, Instant.now()));
            }
        }
        if (result.clean()) {
            delete(folder);
        }
        return result;
    }

    private static void awaitReady(LoopbackDiscord discord, Instant atMost) throws InterruptedException {
        Instant started = Instant.now();
        while (discord.recorder().registrations() == 0 && Instant.now().isBefore(atMost)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        boolean ready = discord.recorder().registrations() > 0;
        Duration took = Duration.between(started, Instant.now());
        Duration next = ready ? took.plusSeconds(4) : toGetReady.multipliedBy(3).dividedBy(2);
        toGetReady = Collections.max(List.of(LEAST_TO_GET_READY, Collections.min(List.of(MOST_TO_GET_READY, next))));
    }

    /** Waits until all that is owed has ended. @return the instant up to which that is so */
    private static Instant settle(Steward steward, Season season, Bot bot, List<String> faults) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        Instant lastOfFirst = season.first().plusSeconds(3);
        while (true) {
            Instant now = Instant.now();
            Optional<String> open = steward.open(now);
            if (open.isEmpty() && now.isAfter(lastOfFirst)) {
                return now;
            }
            if (now.isAfter(deadline) || bot.died() != null) {
                faults.add("not settled: " + open.orElse("the program is gone"));
                return now;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private Storage storage(Path data) throws IOException {
        return onServer
                ? new PostgresqlServer()
                : new SqliteFile(data.resolve("pitboard.db"), troubles.contains(Trouble.FULL_DATABASE));
    }

    private Map<String, String> environment(
            LoopbackDiscord discord, LoopbackTelegram telegram, Storage storage, Path data) throws SQLException {
        Map<String, String> environment = Launch.environment(discord, telegram, folder.resolve("config"), data);
        environment.putAll(storage.environment());
        return environment;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
