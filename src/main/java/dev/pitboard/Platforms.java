package dev.pitboard;

import dev.pitboard.chat.Platform;
import dev.pitboard.config.Configuration;
import dev.pitboard.config.Pacing;
import dev.pitboard.config.Secret;
import dev.pitboard.discord.DiscordBot;
import dev.pitboard.discord.DiscordSetup;
import dev.pitboard.health.Condition;
import dev.pitboard.metrics.Link;
import dev.pitboard.telegram.BotToken;
import dev.pitboard.telegram.TelegramConnection;
import dev.pitboard.telegram.TelegramSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platforms that have a token. A new platform is added here. */
final class Platforms implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Platforms.class);

    private final Program program;
    private final @Nullable DiscordBot discord;
    private final @Nullable TelegramConnection telegram;
    private boolean telegramLinkTold;

    /** Gives each platform that has a token to the program; nothing is connected yet. */
    Platforms(Program program, Configuration configuration, Pitboard pitboard) {
        this.program = program;
        this.discord = discord(configuration, pitboard);
        this.telegram = telegram(configuration, pitboard);
    }

    private @Nullable DiscordBot discord(Configuration configuration, Pitboard pitboard) {
        Secret token = configuration.discordToken();
        if (token == null) {
            return null;
        }
        DiscordBot bot = new DiscordBot(new DiscordSetup(
                token,
                configuration.discordApi().toString(),
                pitboard.router(),
                pitboard.presentation(),
                () -> pitboard.help().greeting(Platform.DISCORD),
                pitboard.chatNews(),
                program.machine(),
                configuration.pacing().discordNonce(),
                configuration.pacing().discordMostRefusals()));
        bot.share(pitboard.connect(bot.messenger(), configuration.pacing().discordRate()));
        return bot;
    }

    private @Nullable TelegramConnection telegram(Configuration configuration, Pitboard pitboard) {
        Secret token = configuration.telegramToken();
        if (token == null) {
            return null;
        }
        Pacing pacing = configuration.pacing();
        TelegramConnection connection = new TelegramConnection(
                new TelegramSettings(
                        new BotToken(token.get()),
                        configuration.telegramApi().toString(),
                        pacing.telegramGroupRate(),
                        pacing.telegramAgain()),
                pitboard.router(),
                pitboard.presentation(),
                () -> pitboard.help().greeting(Platform.TELEGRAM),
                pitboard.chatNews(),
                program.machine());
        pitboard.connect(connection.messenger(), pacing.telegramRate());
        return connection;
    }

    /** Begins to connect, without waiting for it. */
    void start() {
        if (discord != null) {
            discord.start();
            var _ = discord.inviteLink()
                    .thenAccept(link -> program.out().println("Add it to a Discord server: " + link));
        }
        if (telegram != null) {
            telegram.start();
        }
    }

    /** Prints the links that lead to the bot on Telegram, once they are known. */
    void tellTelegramLinks() {
        if (telegram != null && !telegramLinkTold && telegram.link().isPresent()) {
            telegram.link().ifPresent(link -> program.out().println("Talk to it on Telegram: " + link));
            telegram.groupLink().ifPresent(link -> program.out().println("Add it to a Telegram group: " + link));
            telegramLinkTold = true;
        }
    }

    /** The ways to those that are on, for whoever counts. */
    Map<Platform, Link> links() {
        Map<Platform, Link> links = new EnumMap<>(Platform.class);
        if (discord != null) {
            links.put(Platform.DISCORD, new Link(discord::refusals, discord::gatewayStates, Optional::empty));
        }
        if (telegram != null) {
            links.put(Platform.TELEGRAM, new Link(telegram::refusals, List::of, telegram::lastPoll));
        }
        return links;
    }

    Condition discordCondition() {
        return discord == null ? Condition.off("DISCORD_TOKEN is not set") : discord.condition();
    }

    Condition telegramCondition() {
        return telegram == null ? Condition.off("TELEGRAM_TOKEN is not set") : telegram.condition();
    }

    /** The conditions of those that are on. */
    List<Condition> conditions() {
        return Stream.of(discordCondition(), telegramCondition())
                .filter(c -> c.state() != Condition.State.OFF)
                .toList();
    }

    /** Disconnects, side by side, because each may wait some seconds for a platform that hangs. */
    @Override
    public void close() {
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(discord, telegram)
                    .filter(Objects::nonNull)
                    .forEach(platform -> closing.execute(() -> close(platform)));
        }
    }

    private static void close(AutoCloseable platform) {
        try {
            platform.close();
        } catch (Exception problem) {
            log.warn("{} did not close cleanly", platform.getClass().getSimpleName(), problem);
        }
    }
}
