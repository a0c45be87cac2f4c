package dev.pitboard.telegram;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.Signature;
import dev.pitboard.delivery.RecordedNews;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The real connection beside a loopback service, with a few commands that stand for all. */
final class TelegramFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2023-09-30T14:40:00Z");
    static final Presentation LIVE = new Presentation(false, ZoneId.of("Europe/Madrid"), InstantSource.fixed(NOW));

    /** Quick retries; a poll that waits like the real one. */
    static final Rhythm QUICK = new Rhythm(
            Duration.ofSeconds(30),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(60),
            Duration.ofMillis(200),
            3);

    final LoopbackTelegram telegram = LoopbackTelegram.start();
    final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    final RecordedNews news = new RecordedNews();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    final Commands commands = new Commands(requests);
    final Router router = new Router(commands.all());
    TelegramConnection connection = connect();

    /** Without the limits of a chat: what is sent here is about other things. */
    TelegramSettings settings() {
        return new TelegramSettings(new BotToken(telegram.token()), telegram.apiUrl(), 0, true);
    }

    TelegramConnection connect() {
        return connect(settings(), QUICK);
    }

    TelegramConnection connect(TelegramSettings settings, Rhythm rhythm) {
        return new TelegramConnection(
                settings,
                router,
                LIVE,
                () -> Card.titled(Tone.INFO, "Hello from Pitboard").build(),
                news,
                this::now,
                rhythm,
                new BotClient(settings, Duration.ofSeconds(5)));
    }

    /** The machine's time as the bot sees it. */
    Instant now() {
        return Instant.now().plus(ahead.get());
    }

    /** The machine's time goes on by so much. */
    void later(Duration more) {
        ahead.updateAndGet(more::plus);
    }

    TelegramFixture started() {
        connection.start();
        telegram.recorder().awaitPoll();
        return this;
    }

    static ChatRef chat(long id) {
        return ChatRef.of(Platform.TELEGRAM, Long.toString(id));
    }

    static ChatRef topic(long id, int topic) {
        return new ChatRef(Platform.TELEGRAM, Long.toString(id), Integer.toString(topic));
    }

    static Card card(String title) {
        return Card.titled(Tone.LIVE, title).build();
    }

    /** A command of a test. */
    record Command(Signature signature, Function<Request, Card> answer) implements ChatCommand {
        @Override
        public Card run(Request request) {
            return answer.apply(request);
        }
    }

    static List<ChatCommand> list(ChatCommand... commands) {
        return List.of(commands);
    }

    @Override
    public void close() {
        connection.close();
        telegram.close();
    }
}
