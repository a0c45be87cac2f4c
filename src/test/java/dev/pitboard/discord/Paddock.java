package dev.pitboard.discord;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Router;
import dev.pitboard.delivery.RecordedNews;
import dev.pitboard.health.Condition;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.FakeUser;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.Permissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A loopback Discord with a server and two people on it, and the real bot beside it. */
final class Paddock implements AutoCloseable {
    static final int MOST_REFUSALS = 100;
    static final Instant NOW = Instant.parse("2023-09-30T14:40:00Z");

    final LoopbackDiscord discord = LoopbackDiscord.start();
    final FakeGuild guild = discord.world().guild("GT4 fans");
    final FakeChannel channel = guild.text("general");
    final FakeUser fan = discord.world().user("Fan");
    final FakeUser boss = discord.world().user("Boss");
    final FakeCommands commands = new FakeCommands();
    /** The machine's time as the bot sees it. */
    final AtomicReference<Instant> machine = new AtomicReference<>(Instant.now());

    final RecordedNews news = new RecordedNews();
    final DiscordBot bot;

    Paddock() {
        this(null);
    }

    Paddock(@Nullable String token) {
        guild.member(fan, 0);
        guild.member(boss, Permissions.MANAGE_GUILD);
        bot = newBot(token == null ? discord.token() : token);
    }

    /** Another bot with the same commands, as after a restart. */
    DiscordBot newBot(String token) {
        return newBot(token, commands.router());
    }

    DiscordBot newBot(String token, Router router) {
        return new DiscordBot(new DiscordSetup(
                () -> token,
                discord.apiUrl(),
                router,
                new Presentation(false, ZoneOffset.UTC, () -> NOW),
                () -> Card.titled(Tone.INFO, "Hello from the pit wall")
                        .run("Turn reminders on", "reminders on")
                        .build(),
                news,
                machine::get,
                Duration.ofSeconds(60),
                MOST_REFUSALS));
    }

    /** Starts the bot and waits until its commands can be used. */
    Paddock open() {
        bot.start();
        awaitUp(bot);
        discord.recorder().awaitCommands();
        return this;
    }

    void awaitUp(DiscordBot one) {
        await(one, Condition.State.UP);
    }

    void await(DiscordBot one, Condition.State state) {
        discord.await("Discord " + state, () -> one.condition().state() == state);
    }

    @Override
    public void close() {
        commands.gate.countDown();
        bot.close();
        discord.close();
    }
}
