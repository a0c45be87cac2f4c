package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Presentation;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Dispatcher;
import dev.pitboard.delivery.HandAlarmClock;
import dev.pitboard.discord.DiscordBot;
import dev.pitboard.discord.DiscordSetup;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeGuild;
import dev.pitboard.loopback.discord.FakeRole;
import dev.pitboard.loopback.discord.FakeUser;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.discord.Permissions;
import dev.pitboard.loopback.discord.PostedMessage;
import dev.pitboard.loopback.telegram.Button;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.loopback.telegram.Person;
import dev.pitboard.loopback.telegram.SentMessage;
import dev.pitboard.loopback.telegram.Standing;
import dev.pitboard.metrics.Metrics;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.revision.Stewards;
import dev.pitboard.seasons.Loaded;
import dev.pitboard.seasons.SeasonWatch;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlStewards;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscriptions;
import dev.pitboard.telegram.BotToken;
import dev.pitboard.telegram.TelegramConnection;
import dev.pitboard.telegram.TelegramSettings;
import dev.pitboard.terminal.TerminalMessenger;
import dev.pitboard.terminal.TerminalRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The whole program on three platforms at once: the real JDA and the real Telegram client against loopback servers, a real
 * SQLite file, season files in a folder; only the clock is moved by hand. {@link #boot} and {@link #stop} may be called
 * again and again: what lives on is the database, the files and the platforms.
 */
final class Paddock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ChatRef TERMINAL = ChatRef.of(Platform.TERMINAL, "pit-wall");

    final LoopbackDiscord discordServer = LoopbackDiscord.start();
    final LoopbackTelegram telegramServer = LoopbackTelegram.start();
    final FakeGuild server = discordServer.world().guild("GT4 fans");
    final FakeChannel fans = server.text("race-day");
    final FakeRole role = server.role("Race fans", true);
    final FakeUser manager = discordServer.world().user("Maja");
    final Person admin = telegramServer.world().person("Jonas");
    final long group = telegramServer.world().supergroup("Team Backman");
    final List<String> wall = new CopyOnWriteArrayList<>();
    final List<String> updates = new CopyOnWriteArrayList<>();
    final Metrics metrics = new Metrics("test");
    private final ZoneId zone = ZoneId.of("Europe/Madrid");
    private final Path folder;
    private String databaseUrl;
    private Instant machine = Instant.parse("2026-01-01T00:00:00Z");
    private HandAlarmClock clock;
    private @Nullable Running running;
    private @Nullable RaceControl raceControl;

    /** What a crash takes away. */
    private record Running(
            Database database,
            Subscriptions subscriptions,
            Pitboard pitboard,
            DiscordBot discord,
            TelegramConnection telegram,
            SeasonWatch seasons) {}

    Paddock(Path folder, String firstInstant) throws IOException {
        this.folder = folder;
        this.databaseUrl = Database.sqliteUrl(folder.resolve("pitboard.db"));
        this.clock = new HandAlarmClock(Instant.parse(firstInstant));
        server.member(manager, Permissions.MANAGE_GUILD);
        telegramServer.world().member(group, admin, Standing.ADMINISTRATOR);
        copy(Path.of("config"), folder.resolve("config"));
    }

    /** Uses another database than a SQLite file. Before {@link #boot}. */
    Paddock on(String otherDatabaseUrl) {
        databaseUrl = otherDatabaseUrl;
        return this;
    }

    /** Replaces a season by another. Before {@link #boot}. */
    void writeSeason(int year, String text) throws IOException {
        Files.writeString(seasonFile(year), text);
    }

    private Path seasonFile(int year) {
        return folder.resolve("config/series/gt4-european/" + year + ".yaml");
    }

    /** Leaves the circuits and nothing else. Before {@link #boot}. */
    Paddock withoutSeries() throws IOException {
        Path series = folder.resolve("config/series");
        try (var files = Files.walk(series)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return this;
    }

    /** The host names somebody who may change every series. */
    void steward(String person) {
        new SqlStewards(now().database()).add(new Stewards.Steward(person, null));
    }

    /** The admin of the group writes something. @return the answer that fits */
    SentMessage asksTelegram(String text, Predicate<SentMessage> fits) {
        telegramServer.events().says(admin, group, text);
        return telegramServer.recorder().awaitMessage(group, fits);
    }

    /** The admin of the group presses the first button whose label fits. @return the message that answers */
    SentMessage pressesTelegram(SentMessage message, Predicate<String> label) {
        int before = telegramServer.recorder().messages(group).size();
        String pressed = message.buttons().stream()
                .map(Button::text)
                .filter(label)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such button among " + message.buttons()));
        telegramServer.events().presses(admin, message, pressed);
        return telegramServer.recorder().awaitMessages(group, before + 1).getLast();
    }

    /** The manager of the server runs a command in the fans' channel. */
    PostedMessage asksDiscord(String line, Map<String, ?> options) {
        return discordServer.slash(manager, fans, line, options).answer();
    }

    /** The manager presses a button. */
    PostedMessage pressesDiscord(PostedMessage message, String label) {
        return discordServer
                .press(manager, message, message.button(label).customId())
                .answer();
    }

    /** Starts the program as it starts after a crash or an update. */
    Paddock boot() throws Exception {
        Instant now = clock.instant();
        clock = new HandAlarmClock(now);
        Database database = Database.open(databaseUrl, null, null);
        SeasonWatch seasons = new SeasonWatch(folder.resolve("config"), () -> machine, this::readFiles);
        assertFalse(seasons.first().hasErrors());
        Presentation presentation = new Presentation(false, zone, clock);
        Watchers watchers = new Watchers(metrics.deliveries(), metrics.commands());
        Stores stores = Stores.in(database, watchers.deliveries());
        Pitboard pitboard = new Pitboard(
                new Timetables(Timetable.empty()),
                stores,
                NoticeRules.USUAL,
                clock,
                presentation,
                InstantSource.system(),
                watchers);
        raceControl = pitboard.raceControl();
        readFiles(seasons.first());
        DiscordBot discord = new DiscordBot(new DiscordSetup(
                discordServer::token,
                discordServer.apiUrl(),
                pitboard.router(),
                presentation,
                () -> pitboard.help().greeting(Platform.DISCORD),
                pitboard.chatNews(),
                InstantSource.system(),
                Duration.ofSeconds(60),
                5_000));
        TelegramConnection telegram = new TelegramConnection(
                // What takes days here is over in a moment: too fast for what Telegram allows a chat.
                new TelegramSettings(new BotToken(telegramServer.token()), telegramServer.apiUrl(), 0, true),
                pitboard.router(),
                presentation,
                () -> pitboard.help().greeting(Platform.TELEGRAM),
                pitboard.chatNews(),
                InstantSource.system());
        TerminalRenderer renderer = new TerminalRenderer(presentation, false);
        pitboard.connect(discord.messenger(), 50);
        pitboard.connect(telegram.messenger(), 30);
        pitboard.connect(
                new TerminalMessenger(Platform.TERMINAL, post -> onTheWall(renderer.render(post.card(), 80))), 1000);
        running = new Running(database, stores.subscriptions(), pitboard, discord, telegram, seasons);
        pitboard.start();
        discord.start();
        telegram.start();
        discordServer.gateway().awaitConnected();
        discordServer.recorder().awaitCommands();
        telegramServer.recorder().awaitPoll();
        settle();
        return this;
    }

    private void readFiles(Loaded loaded) {
        if (loaded.timetable() != null) {
            control().filesRead(loaded.timetable(), loaded.unread());
        }
    }

    RaceControl control() {
        return Objects.requireNonNull(raceControl);
    }

    /** Everybody asks for reminders as people do: a slash command with a role, a text message, the terminal. */
    void everybodyTurnsRemindersOn() {
        everybodyTurnsRemindersOn("gt4-european");
    }

    /** The same of another series, which must be the only one. */
    void everybodyTurnsRemindersOn(String series) {
        Map<String, Object> options = Map.of("role", role);
        String answer = discordServer
                .slash(manager, fans, "reminders on", options)
                .answer()
                .text();
        assertTrue(answer.contains("Free Practice 1") || answer.contains("on"), answer);
        int before = telegramServer.recorder().messages(group).size();
        telegramServer.events().says(admin, group, "/reminders on 1h,10m");
        telegramServer.recorder().awaitMessages(group, before + 1);
        now().subscriptions().turnOn(TERMINAL, "pit-wall", series, Settings.defaults(), clock.instant());
    }

    /** A Discord channel that wants reminders; its people are not asked. */
    FakeChannel another(String name) {
        FakeChannel channel = server.text(name);
        now().subscriptions()
                .turnOn(
                        ChatRef.of(Platform.DISCORD, channel.id()),
                        server.id(),
                        "gt4-european",
                        Settings.defaults(),
                        clock.instant());
        return channel;
    }

    /** Time goes on to that instant, ringing what is due on the way, until everything is sent. */
    void at(String instant) throws InterruptedException {
        while (clock.ringNext(Instant.parse(instant))) {
            settle();
        }
    }

    /** Time goes on while the program is not there. */
    void awayUntil(String instant) {
        clock.sleepUntil(Instant.parse(instant));
    }

    /** Writes a season file and lets the program notice, as it does by itself within seconds. */
    void edit(int year, String from, String to) throws IOException, InterruptedException {
        String text = Files.readString(seasonFile(year));
        assertTrue(text.contains(from), "the file has no " + from);
        Files.writeString(seasonFile(year), text.replace(from, to));
        for (int i = 0; i < 4; i++) {
            machine = machine.plusSeconds(5);
            now().seasons().tick();
        }
        settle();
    }

    /** Time goes on to that instant, ringing what is due on the way, without waiting for what is sent. */
    void ringUntil(String instant) {
        clock.advanceTo(Instant.parse(instant));
    }

    /** Waits until nothing is on its way any more. */
    void settle() throws InterruptedException {
        for (Platform platform : Platform.values()) {
            Dispatcher dispatcher = now().pitboard().dispatcher(platform).orElseThrow();
            assertTrue(dispatcher.awaitIdle(PATIENCE), platform + " is still sending");
        }
    }

    /** Reminders on Discord: the bot's own posts, without answers. */
    List<PostedMessage> onDiscord() {
        return discordServer.recorder().messages(fans).stream()
                .filter(m -> m.nonce() != null)
                .toList();
    }

    /** Waits for a message that is tried again after a while. */
    void awaitOnDiscord(int reminders) throws InterruptedException {
        // Besides the reminders there is the answer to the command, which is no message of the channel.
        discordServer.recorder().awaitMessages(fans, reminders);
        settle();
    }

    private void onTheWall(String post) {
        (post.contains("Updated · ") ? updates : wall).add(post);
    }

    /** Reminders and notices on Telegram, by their first line as it is now. */
    List<String> onTelegram() {
        return telegramServer.recorder().messages(group).stream()
                .map(SentMessage::text)
                .map(text -> text.lines().findFirst().orElse(""))
                .filter(line -> line.contains(" · GT4 European Series, "))
                .toList();
    }

    /** Stops without settling anything that is in the air. */
    void stop() throws Exception {
        Running stopping = now();
        stopping.pitboard().close();
        stopping.discord().close();
        stopping.telegram().close();
        stopping.seasons().close();
        stopping.database().close();
        running = null;
    }

    @Override
    public void close() {
        try {
            if (running != null) {
                stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the program did not stop cleanly", e);
        } finally {
            discordServer.close();
            telegramServer.close();
        }
    }

    private Running now() {
        Running current = running;
        if (current == null) {
            throw new IllegalStateException("the program is not running");
        }
        return current;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
