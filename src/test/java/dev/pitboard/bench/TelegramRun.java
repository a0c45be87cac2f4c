package dev.pitboard.bench;

import dev.pitboard.loopback.telegram.Call;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One reminder to many chats of the loopback Telegram. */
final class TelegramRun {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final Plan plan;
    private final Path folder;

    /**
     * @param ahead how long before the due instant the program is started, besides what it may be early
     * @param limits whether Telegram's limits are enforced
     * @param expected messages a second
     * @param settings further variables of the program's environment
     */
    record Plan(
            String name,
            int chats,
            Duration ahead,
            boolean limits,
            int expected,
            Duration latency,
            Map<String, String> settings) {
        Duration length() {
            return Duration.ofMillis(chats * 1000L / expected);
        }
    }

    TelegramRun(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    FanOut play() throws Exception {
        try (LoopbackTelegram telegram = LoopbackTelegram.start()) {
            Path data = Files.createDirectories(folder.resolve("data"));
            Field.subscribe(data, Field.telegramChats(telegram, plan.chats()));
            telegram.faults().latency(plan.latency());
            telegram.faults().limits(plan.limits());
            SeasonFile season = SeasonFile.race(
                    Instant.now().plus(plan.ahead()).plus(plan.length()).plus(Field.LEAD.before()));
            season.write(folder.resolve("config"));
            Instant due = season.starts().getFirst().minus(Field.LEAD.before());
            Map<String, String> environment = new HashMap<>(Field.environment(folder));
            environment.put("TELEGRAM_TOKEN", telegram.token());
            environment.put("TELEGRAM_API_URL", telegram.apiUrl());
            environment.putAll(plan.settings());
            try (Contender contender = Contender.pitboard(folder, environment, "run")) {
                return watch(telegram, due, contender);
            }
        }
    }

    private FanOut watch(LoopbackTelegram telegram, Instant due, Contender contender) throws Exception {
        while (telegram.recorder().calls("getUpdates").isEmpty()) {
            contender.requireAlive();
            Thread.sleep(BETWEEN_LOOKS);
        }
        Usage usage = new Usage(contender.gauge());
        Usage server = new Usage(new Gauge(ProcessHandle.current()));
        OptionalLong before = contender.gauge().heap();
        Instant deadline = due.plus(plan.length().multipliedBy(3)).plusSeconds(60);
        while (posts(telegram).size() < plan.chats() && Instant.now().isBefore(deadline)) {
            contender.requireAlive();
            usage.look();
            server.look();
            Thread.sleep(BETWEEN_LOOKS);
        }
        Thread.sleep(AFTERWARDS);
        FanOut.Heap heap =
                new FanOut.Heap(before, OptionalLong.empty(), contender.gauge().heap());
        List<Call> sends = telegram.recorder().calls("sendMessage");
        Instant first = sends.isEmpty() ? due : sends.getFirst().at();
        Instant last = sends.isEmpty() ? due : sends.getLast().at();
        return new FanOut(
                plan.name(),
                plan.chats(),
                due,
                posts(telegram),
                Arrivals.of(sends.stream().map(Call::at).toList()),
                sends.stream().filter(call -> call.status() == 429).count(),
                null,
                null,
                usage.cpu(first, last),
                server.cpu(first, last),
                usage.mostThreads(),
                heap);
    }

    private static List<FanOut.Post> posts(LoopbackTelegram telegram) {
        return telegram.recorder().calls("sendMessage").stream()
                .filter(call -> call.status() == 200)
                .map(call -> new FanOut.Post(call.parameters().getOrDefault("chat_id", ""), call.at()))
                .toList();
    }
}
