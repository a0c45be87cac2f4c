package dev.pitboard;

import dev.pitboard.card.Presentation;
import dev.pitboard.chat.Platform;
import dev.pitboard.config.Configuration;
import dev.pitboard.config.ConfigurationError;
import dev.pitboard.config.Secret;
import dev.pitboard.delivery.TimetableClock;
import dev.pitboard.discord.DiscordBot;
import dev.pitboard.discord.DiscordSetup;
import dev.pitboard.health.Condition;
import dev.pitboard.health.HealthServer;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.quartz.QuartzAlarmClock;
import dev.pitboard.seasons.Loaded;
import dev.pitboard.seasons.SeasonWatch;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.DataFolder;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlLedger;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.telegram.BotToken;
import dev.pitboard.telegram.TelegramConnection;
import dev.pitboard.telegram.TelegramSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code pitboard run}: opens everything in order, waits to be told to stop, and closes it in the opposite order. */
final class Server {
    private static final Logger log = LoggerFactory.getLogger(Server.class);

    /** Discord allows 50 requests in any second for the whole bot. */
    private static final int DISCORD_PER_SECOND = 50;

    /** Telegram allows about 30 messages in any second for the whole bot. */
    private static final int TELEGRAM_PER_SECOND = 30;

    private static final String REHEARSAL = "rehearsal.db";

    private final Program program;
    private final Configuration configuration;
    private final RunCommand.@Nullable Rehearsal rehearsal;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable DiscordBot discord;
    private @Nullable TelegramConnection telegram;
    private boolean wellOnce;

    Server(Program program, Configuration configuration, RunCommand.@Nullable Rehearsal rehearsal) {
        this.program = program;
        this.configuration = configuration;
        this.rehearsal = rehearsal;
    }

    /** Serves until SIGTERM or until no platform lets us in. @return the exit code */
    int serve() throws Exception {
        SeasonWatch watch = opened(new SeasonWatch(configuration.config(), program.machine(), this::seasonsRead));
        Timetables timetables = watch.timetables();
        Seasons.tell(program, watch.first());
        Thread hook = new Thread(this::stopAndWait, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            DataFolder folder = opened(
                    DataFolder.take(configuration.data(), program.machine().instant()));
            Database database = opened(database(folder));
            TimetableClock clock = clock();
            Presentation presentation = new Presentation(rehearsal != null, configuration.zone(), clock);
            Pitboard pitboard = new Pitboard(
                    timetables,
                    new SqlSubscriptions(database),
                    new SqlLedger(database),
                    new QuartzAlarmClock(clock),
                    presentation,
                    program.machine());
            connectDiscord(pitboard);
            connectTelegram(pitboard);
            if (configuration.httpPort() != 0) {
                listen(() -> conditions(pitboard, database));
            }
            opened(pitboard);
            pitboard.start();
            watch.start();
            startPlatforms();
            return waitForTheEnd();
        } catch (CannotOpen cannot) {
            return program.fail(
                    cannot.isUnreachable() ? ExitCode.UNAVAILABLE : ExitCode.CONFIGURATION,
                    String.valueOf(cannot.getMessage()));
        } finally {
            closeAll();
            stopped.countDown();
            forget(hook);
        }
    }

    /** Makes {@link #serve} close everything and return. */
    void stop() {
        stop.countDown();
    }

    private void listen(Supplier<Map<String, Condition>> conditions) {
        try {
            opened(new HealthServer(configuration.httpHost(), configuration.httpPort(), conditions));
        } catch (IOException inUse) {
            throw new ConfigurationError("can't listen on " + configuration.httpHost() + ":" + configuration.httpPort()
                    + " (" + inUse.getMessage() + "); set PITBOARD_HTTP_PORT to another port, or to 0 for none.");
        }
    }

    private void seasonsRead(Loaded loaded) {
        loaded.problems().forEach(problem -> log.warn("{}", problem.render()));
        log.info(
                loaded.hasErrors()
                        ? "the season files have problems: what can't be used stays as it was"
                        : "the season files were read again");
    }

    private Database database(DataFolder folder) throws CannotOpen, IOException {
        if (rehearsal != null) {
            for (String file : List.of(REHEARSAL, REHEARSAL + "-wal", REHEARSAL + "-shm")) {
                Files.deleteIfExists(configuration.data().resolve(file));
            }
            return Database.open(folder.sqliteUrl(REHEARSAL), null, null);
        }
        String url = configuration.databaseUrl();
        Secret password = configuration.databasePassword();
        return url == null
                ? Database.open(folder.sqliteUrl("pitboard.db"), null, null)
                : Database.open(url, configuration.databaseUser(), password == null ? null : password.get());
    }

    private TimetableClock clock() {
        return rehearsal == null
                ? TimetableClock.real(program.machine())
                : TimetableClock.starting(program.machine(), rehearsal.from(), rehearsal.speed());
    }

    private void connectDiscord(Pitboard pitboard) {
        Secret token = configuration.discordToken();
        if (token != null) {
            DiscordBot bot = opened(new DiscordBot(new DiscordSetup(
                    token,
                    configuration.discordApi().toString(),
                    pitboard.router(),
                    pitboard.presentation(),
                    () -> pitboard.help().greeting(Platform.DISCORD),
                    program.machine())));
            pitboard.connect(bot.messenger(), DISCORD_PER_SECOND);
            discord = bot;
        }
    }

    private void connectTelegram(Pitboard pitboard) {
        Secret token = configuration.telegramToken();
        if (token != null) {
            TelegramConnection connection = opened(new TelegramConnection(
                    new TelegramSettings(
                            new BotToken(token.get()),
                            configuration.telegramApi().toString()),
                    pitboard.router(),
                    pitboard.presentation(),
                    () -> pitboard.help().greeting(Platform.TELEGRAM),
                    pitboard::chatMoved,
                    program.machine()));
            pitboard.connect(connection.messenger(), TELEGRAM_PER_SECOND);
            telegram = connection;
        }
    }

    private void startPlatforms() {
        if (rehearsal != null) {
            program.out()
                    .println(
                            "REHEARSAL: timetable time starts at " + rehearsal.from() + " and runs " + rehearsal.speed()
                                    + " times as fast. It has a database of its own: turn reminders on again.");
        }
        if (discord != null) {
            discord.start();
            var _ = discord.inviteLink()
                    .thenAccept(link -> program.out().println("Add it to a Discord server: " + link));
        }
        if (telegram != null) {
            telegram.start();
        }
    }

    private int waitForTheEnd() throws InterruptedException {
        boolean linkTold = telegram == null;
        while (!stop.await(1, TimeUnit.SECONDS)) {
            if (!linkTold && telegram != null && telegram.link().isPresent()) {
                telegram.link().ifPresent(link -> program.out().println("Talk to it on Telegram: " + link));
                telegram.groupLink().ifPresent(link -> program.out().println("Add it to a Telegram group: " + link));
                linkTold = true;
            }
            List<Condition> platforms = List.of(discordCondition(), telegramCondition()).stream()
                    .filter(c -> c.state() != Condition.State.OFF)
                    .toList();
            wellOnce |= platforms.stream().anyMatch(c -> c.state() == Condition.State.UP);
            if (!wellOnce && platforms.stream().allMatch(Condition::lasting)) {
                return program.fail(
                        ExitCode.CONFIGURATION,
                        platforms.stream().map(Condition::reason).toList());
            }
        }
        return ExitCode.DONE;
    }

    private Map<String, Condition> conditions(Pitboard pitboard, Database database) {
        Map<String, Condition> parts = new LinkedHashMap<>();
        parts.put("discord", discordCondition());
        parts.put("telegram", telegramCondition());
        parts.put("scheduler", pitboard.schedulerCondition());
        parts.put("database", database.check());
        return parts;
    }

    private Condition discordCondition() {
        return discord == null ? Condition.off("DISCORD_TOKEN is not set") : discord.condition();
    }

    private Condition telegramCondition() {
        return telegram == null ? Condition.off("TELEGRAM_TOKEN is not set") : telegram.condition();
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception problem) {
                log.warn("{} did not close cleanly", part.getClass().getSimpleName(), problem);
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            log.debug("stopped by a signal");
        }
    }

    /** On SIGTERM or Ctrl-C: has everything closed in order, then ends well. */
    private void stopAndWait() {
        stop();
        try {
            if (!stopped.await(10, TimeUnit.SECONDS)) {
                log.warn("not everything closed within ten seconds");
            } else if (wellOnce) {
                Runtime.getRuntime().halt(ExitCode.DONE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
