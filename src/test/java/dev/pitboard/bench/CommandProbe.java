package dev.pitboard.bench;

import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeUser;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.PendingInteraction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A person who sends one command after the other at an even pace, whether or not they are answered. */
final class CommandProbe implements AutoCloseable {
    /** Of each second. */
    private static final int COMMANDS = 10;

    private final LoopbackDiscord discord;
    private final FakeUser person;
    private final List<FakeChannel> channels;
    private final List<String> lines;
    private final List<PendingInteraction> sent = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /** @param lines commands without options, in turn; none for silence */
    CommandProbe(LoopbackDiscord discord, FakeUser person, List<FakeChannel> channels, List<String> lines) {
        this.discord = discord;
        this.person = person;
        this.channels = channels;
        this.lines = lines;
        if (lines.isEmpty()) {
            return;
        }
        var _ = thread.scheduleAtFixedRate(this::send, 0, 1000 / COMMANDS, TimeUnit.MILLISECONDS);
    }

    private synchronized void send() {
        int number = sent.size();
        sent.add(discord.slash(person, channels.get(number % channels.size()), lines.get(number % lines.size())));
    }

    /** What came of those sent in that time. The last may still be answered. */
    synchronized Answers between(Instant from, Instant until) {
        List<PendingInteraction> those = sent.stream()
                .filter(one ->
                        !one.createdAt().isBefore(from) && one.createdAt().isBefore(until))
                .toList();
        List<Duration> answered = those.stream()
                .map(PendingInteraction::answeredWithin)
                .flatMap(Optional::stream)
                .toList();
        return new Answers(Quantiles.of(answered), those.size() - answered.size());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** @param unanswered how many had no answer in the three seconds that Discord waits */
    record Answers(Quantiles within, int unanswered) {
        @Override
        public String toString() {
            return within.millis() + (unanswered == 0 ? "" : " and " + unanswered + " without an answer");
        }
    }
}
