package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.User;
import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.command.Router;
import dev.pitboard.delivery.ChatNews;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.health.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot on Telegram. It polls; what it has not handled yet comes again after a crash, so an answer may be given twice
 * then, but none is lost.
 */
public final class TelegramConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TelegramConnection.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final TelegramSettings settings;
    private final BotClient client;
    private final Introduction introduction;
    private final PollLoop loop;
    private final Messenger messenger;
    private @Nullable Thread poller;
    private volatile boolean malformed;

    /**
     * Prepares everything; nothing is asked yet.
     *
     * @param presentation how cards are shown, with timetable time
     * @param greeting what is said where the bot is added or started; a button that turns reminders on is added if it has none
     * @param news is told what happens to chats; may be told twice
     * @param machine machine time
     */
    public TelegramConnection(
            TelegramSettings settings,
            Router router,
            Presentation presentation,
            Supplier<Card> greeting,
            ChatNews news,
            InstantSource machine) {
        this(settings, router, presentation, greeting, news, machine, Rhythm.REAL, new BotClient(settings));
    }

    TelegramConnection(
            TelegramSettings settings,
            Router router,
            Presentation presentation,
            Supplier<Card> greeting,
            ChatNews news,
            InstantSource machine,
            Rhythm rhythm,
            BotClient client) {
        this.settings = settings;
        this.client = client;
        introduction = new Introduction(client, router.signatures());
        var renderer = new TelegramRenderer(presentation, router.signatures());
        var lines = new SavedLines();
        var keyboard = new Keyboard(renderer.names(), lines);
        var pace = new ChatPace(settings.groupMinute(), machine);
        var postman = new Postman(client, new Outcomes(machine), pace, new Outage(machine));
        var moves = new Migrations(news);
        var admins = new Admins(client, machine);
        var answers = new Answers(router, presentation, renderer, keyboard, postman, machine);
        var desk = new Desk(
                this::botName,
                answers,
                admins,
                new Presses(client, answers, admins, lines),
                new Greetings(answers, greeting, moves, news, machine),
                moves,
                new TelegramFiles(client));
        loop = new PollLoop(client, introduction, new Intake(desk::handle), rhythm, machine);
        messenger = new TelegramMessenger(
                postman,
                new Doubts(settings.again(), machine),
                renderer,
                keyboard,
                new PostingRights(client, settings.token().botId()),
                moves,
                Thread::sleep);
    }

    /** Connects and begins to answer, without waiting for it. Once only. */
    public void start() {
        if (!settings.token().wellFormed()) {
            malformed = true;
            log.error("{}", condition().reason());
            return;
        }
        poller = Thread.ofPlatform().name("telegram-poll").daemon().start(loop);
    }

    /** How it is. */
    public Condition condition() {
        return malformed
                ? Condition.refused("TELEGRAM_TOKEN is no token. BotFather gives one that looks like 123456789:AAF….")
                : loop.condition();
    }

    /** When Telegram last answered a poll, in machine time. */
    public Optional<Instant> lastPoll() {
        return loop.lastPoll();
    }

    /** How many requests Telegram refused since the start, by its error codes, which are HTTP statuses. */
    public Map<Integer, Long> refusals() {
        return client.refusals();
    }

    /** Posts on Telegram. */
    public Messenger messenger() {
        return messenger;
    }

    /** The address that opens a chat with the bot, once Telegram has said who it is. */
    public Optional<String> link() {
        return name().map(name -> "https://t.me/" + name);
    }

    /** The address that adds the bot to a group. */
    public Optional<String> groupLink() {
        return link().map(link -> link + "?startgroup=pitboard");
    }

    /** Stops asking, lets what is being answered finish for a few seconds, and disconnects. */
    @Override
    public void close() {
        boolean connected = condition().state() == Condition.State.UP;
        loop.close();
        Thread running = poller;
        if (running != null) {
            awaitEnd(running, client::cancelPoll);
            if (connected) {
                awaitEnd(Thread.ofVirtual().name("telegram-confirm").start(loop::confirm), () -> {});
            }
        }
        client.close();
    }

    private static void awaitEnd(Thread running, Runnable push) {
        long end = System.nanoTime() + CLOSING.toNanos();
        try {
            while (running.isAlive() && System.nanoTime() < end) {
                push.run();
                running.join(Duration.ofMillis(50));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> name() {
        return Optional.ofNullable(introduction.self()).map(User::username);
    }

    private String botName() {
        return name().orElse("");
    }
}
