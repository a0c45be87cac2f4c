package dev.pitboard.bench;

import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.PendingInteraction;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.loopback.telegram.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A rehearsal of a season, in which everybody asked for reminders by command, with commands and lost gateways on the way. */
final class SeasonPlay {
    /** Six rounds of eight. */
    static final int SESSIONS = 48;

    private static final int SESSIONS_OF_A_ROUND = 8;
    private static final int SAMPLES = 30;
    private static final int LOST_GATEWAYS = 5;
    private static final int MINUTES_APART = 75;
    private static final int MINUTES_LONG = 45;
    private static final int CHANNELS_OF_A_SERVER = 10;
    /** Commands that wait for their answer. */
    private static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String DATABASE = "rehearsal.db";
    private static final String RAISED = "10000";
    /** What is owed and must at least arrive; the rest expired because the machine was too slow for such a fast season. */
    private static final int ENOUGH_PERCENT = 90;

    private final int minutes;
    private final int chats;
    private final Path folder;
    private long before;
    private long delivered;

    SeasonPlay(int minutes, int chats, Path folder) {
        this.minutes = minutes;
        this.chats = chats;
        this.folder = folder;
    }

    /** @param samples is given what the program uses, again and again */
    void play(Consumer<Sample> samples) throws Exception {
        try (LoopbackDiscord discord = LoopbackDiscord.start();
                LoopbackTelegram telegram = LoopbackTelegram.start()) {
            Field.Servers field =
                    Field.Servers.of(discord, Math.ceilDiv(chats, 2 * CHANNELS_OF_A_SERVER), 1, chats - chats / 2);
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < chats / 2; i++) {
                Person person = telegram.world().person("Fan" + i);
                telegram.world().privateChat(person);
                people.add(person);
            }
            Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS);
            double speed = (double) MINUTES_APART * SESSIONS / minutes;
            Duration toSubscribe =
                    Duration.ofSeconds(20).plus(Duration.ofMillis(40).multipliedBy(chats));
            Instant first = from.plusSeconds(Math.round(toSubscribe.toSeconds() * speed));
            new SeasonFile(first, SESSIONS, Duration.ofMinutes(MINUTES_APART), MINUTES_LONG, SESSIONS_OF_A_ROUND)
                    .write(folder.resolve("config"));
            Map<String, String> environment = new HashMap<>(Field.environment(folder));
            environment.put("DISCORD_TOKEN", discord.token());
            environment.put("DISCORD_API_URL", discord.apiUrl());
            environment.put("TELEGRAM_TOKEN", telegram.token());
            environment.put("TELEGRAM_API_URL", telegram.apiUrl());
            environment.put("PITBOARD_DISCORD_RATE", RAISED);
            environment.put("PITBOARD_TELEGRAM_RATE", RAISED);
            environment.put("PITBOARD_TELEGRAM_GROUP_RATE", "0");
            environment.put("PITBOARD_LOG", "warn");
            try (Contender contender = Contender.pitboard(
                    folder, environment, "run", "--from", from.toString(), "--speed", Double.toString(speed))) {
                DiscordRun.awaitReady(discord, field, Math.ceilDiv(chats, 2 * CHANNELS_OF_A_SERVER), contender);
                subscribe(discord, field, telegram, people, contender);
                before = delivered(discord, telegram);
                Duration left = toSubscribe.minus(Duration.between(contender.started(), Instant.now()));
                if (left.isNegative()) {
                    throw new IllegalStateException("the season began before everybody had subscribed");
                }
                Thread.sleep(left);
                watch(discord, field, telegram, contender, samples);
            }
        }
    }

    /** Everybody asks, some at a time. */
    private static void subscribe(
            LoopbackDiscord discord,
            Field.Servers field,
            LoopbackTelegram telegram,
            List<Person> people,
            Contender contender)
            throws InterruptedException {
        for (int i = 0; i < people.size(); i++) {
            telegram.events().says(people.get(i), people.get(i).id(), "/reminders on 1h");
            int answers = i + 1 - AT_ONCE;
            await(contender, () -> telegram.recorder().calls("sendMessage").size() >= answers);
        }
        await(contender, () -> telegram.recorder().calls("sendMessage").size() >= people.size());
        List<PendingInteraction> asked = new ArrayList<>();
        for (FakeChannel channel : field.channels()) {
            asked.add(discord.slash(field.person(), channel, "reminders on", Map.of("before", "1h")));
            int first = Math.max(0, asked.size() - AT_ONCE);
            await(contender, () -> asked.get(first).answeredWithin().isPresent());
        }
        await(
                contender,
                () -> asked.stream().allMatch(one -> one.answeredWithin().isPresent()));
    }

    private static void await(Contender contender, BooleanSupplier answered) throws InterruptedException {
        Instant patience = Instant.now().plus(PATIENCE);
        while (!answered.getAsBoolean()) {
            contender.requireAlive();
            if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException("a command had no answer within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(2);
        }
    }

    private void watch(
            LoopbackDiscord discord,
            Field.Servers field,
            LoopbackTelegram telegram,
            Contender contender,
            Consumer<Sample> samples)
            throws Exception {
        Instant began = Instant.now();
        // The first reminders were due an hour before the first start; after the last some time is left to deliver
        // them.
        Duration step = Duration.ofMinutes(minutes).dividedBy(SAMPLES);
        try (CommandProbe _ = new CommandProbe(
                discord, field.person(), field.channels(), List.of(NaiveLoop.COMMAND, "reminders list"))) {
            for (int i = 1; i <= SAMPLES; i++) {
                Thread.sleep(Duration.between(Instant.now(), began.plus(step.multipliedBy(i))));
                contender.requireAlive();
                delivered = delivered(discord, telegram) - before;
                samples.accept(
                        Sample.take(Duration.between(began, Instant.now()), delivered, contender.gauge(), DATABASE));
                if (i % (SAMPLES / LOST_GATEWAYS) == SAMPLES / LOST_GATEWAYS / 2) {
                    discord.gateway().drop();
                }
            }
        }
    }

    private static long delivered(LoopbackDiscord discord, LoopbackTelegram telegram) {
        return discord.recorder().posted()
                + telegram.recorder().calls("sendMessage").stream()
                        .filter(call -> call.status() == 200)
                        .count();
    }

    String summary() {
        return "%,d of %,d messages were delivered.".formatted(delivered, (long) chats * SESSIONS);
    }

    /** What makes the soak worthless. */
    List<String> faults() {
        return delivered * 100 < (long) chats * SESSIONS * ENOUGH_PERCENT
                ? List.of("too few messages for a soak: this machine needs more --minutes")
                : List.of();
    }
}
