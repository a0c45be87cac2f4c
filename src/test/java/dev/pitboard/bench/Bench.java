package dev.pitboard.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./pitboard bench}. */
final class Bench {
    /** Requests a second that Discord allows a bot. */
    private static final int DISCORD_LIMIT = 50;

    /** Messages a second that Telegram allows a bot. */
    private static final int TELEGRAM_LIMIT = 30;

    /** Messages a second that the program is allowed where limits are raised: more than it can send. */
    private static final String RAISED = "10000";

    /** Messages a second that are expected at least then. */
    private static final int RAISED_EXPECTED = 500;

    private static final Duration LATENCY = Duration.ofMillis(60);

    private static final Duration TO_GET_READY = Duration.ofSeconds(8);
    /** Commands are sent to the idle program for some seconds first. */
    private static final Duration AHEAD = TO_GET_READY.plusSeconds(10);

    private final Options options;
    private final PrintStream out;
    private final Path folder;
    private final List<Table> tables = new ArrayList<>();

    Bench(Options options, PrintStream out, Path folder) {
        this.options = options;
        this.out = out;
        this.folder = folder;
    }

    public static void main(String[] args) {
        Options options = new Options();
        System.exit(Verb.run(options, args, () -> {
            new Bench(options, System.out, Path.of("target", "bench").toAbsolutePath()).run();
            return 0;
        }));
    }

    /** Measures and prints everything that is asked for. */
    List<Table> run() throws Exception {
        out.println(Machine.line());
        if (options.has(Options.Part.CAPACITY)) {
            show(capacity());
        }
        if (options.has(Options.Part.STARTUP)) {
            show(StartUp.table(options.serverCounts(), folder));
        }
        if (options.has(Options.Part.FANOUT)) {
            fanOut(options.channels);
            if (options.full) {
                fanOut(20_000);
            }
        }
        if (options.has(Options.Part.TELEGRAM)) {
            show(telegram(options.telegramChats()));
        }
        if (options.has(Options.Part.RAISED)) {
            show(raised(options.full ? 20_000 : 5_000));
        }
        if (options.has(Options.Part.STORE)) {
            show(StoreRun.table(options.rows, folder));
        }
        if (options.markdown != null) {
            write(options.markdown);
        }
        return tables;
    }

    private static Table capacity() throws Exception {
        return new Table("The loopback Discord by itself", List.of("", ""))
                .row(List.of("messages/s, plain HTTP client", FanOut.number(Capacity.perSecond(10_000))))
                .row(List.of(
                        "one message after the other, no latency, ms",
                        FanOut.number(Capacity.roundTrip(Duration.ZERO).toNanos() / 1e6)))
                .row(List.of(
                        "one message after the other, 60 ms latency, ms",
                        FanOut.number(Capacity.roundTrip(LATENCY).toNanos() / 1e6)));
    }

    private void fanOut(int channels) throws Exception {
        List<FanOut> columns = new ArrayList<>();
        columns.add(discord("Pitboard", false, channels));
        if (options.has(Options.Part.NAIVE) && channels <= 1000) {
            columns.add(discord("JDA, all queued at once", true, channels));
        }
        show(FanOut.table(
                "Fan-out to %,d Discord channels, 50 requests/s, 60 ms latency".formatted(channels), columns));
    }

    private FanOut discord(String name, boolean naive, int channels) throws Exception {
        DiscordRun.Plan plan =
                new DiscordRun.Plan(name, naive, channels, AHEAD, DISCORD_LIMIT, DISCORD_LIMIT, LATENCY, Map.of());
        return new DiscordRun(plan, fresh("fan-out-" + channels + (naive ? "-naive" : ""))).play();
    }

    private Table telegram(int chats) throws Exception {
        TelegramRun.Plan plan =
                new TelegramRun.Plan("Pitboard", chats, TO_GET_READY, true, TELEGRAM_LIMIT, LATENCY, Map.of());
        return FanOut.table(
                "Fan-out to %,d Telegram chats, 30 messages/s, 60 ms latency".formatted(chats),
                List.of(new TelegramRun(plan, fresh("telegram-" + chats)).play()));
    }

    /** Without the platform's limits, and with the program's own raised. */
    private Table raised(int chats) throws Exception {
        List<FanOut> columns = new ArrayList<>();
        for (Duration latency : List.of(Duration.ZERO, LATENCY)) {
            DiscordRun.Plan plan = new DiscordRun.Plan(
                    "Discord, %d ms".formatted(latency.toMillis()),
                    false,
                    chats,
                    TO_GET_READY,
                    0,
                    RAISED_EXPECTED,
                    latency,
                    Map.of("PITBOARD_DISCORD_RATE", RAISED));
            columns.add(new DiscordRun(plan, fresh("raised-" + latency.toMillis())).play());
        }
        TelegramRun.Plan plan = new TelegramRun.Plan(
                "Telegram, 0 ms",
                chats,
                TO_GET_READY,
                false,
                RAISED_EXPECTED,
                Duration.ZERO,
                Map.of("PITBOARD_TELEGRAM_RATE", RAISED, "PITBOARD_TELEGRAM_GROUP_RATE", "0"));
        columns.add(new TelegramRun(plan, fresh("raised-telegram")).play());
        return FanOut.table("%,d messages with limits raised".formatted(chats), columns);
    }

    private Path fresh(String name) throws IOException {
        return Folders.empty(folder.resolve(name));
    }

    private void show(Table table) {
        tables.add(table);
        out.print(table.plain());
    }

    private void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(Machine.line() + "\n");
        tables.forEach(table -> text.append(table.markdown()));
        Files.writeString(file, text);
    }
}
