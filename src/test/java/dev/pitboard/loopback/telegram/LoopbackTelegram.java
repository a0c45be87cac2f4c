package dev.pitboard.loopback.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockWebServer;

/**
 * A Telegram Bot API with one bot on 127.0.0.1, on a port of its own. It keeps chats, people and messages, and refuses what the
 * real service refuses, with its words.
 *
 * <pre>{@code
 * try (var telegram = LoopbackTelegram.start()) {
 *     var ana = telegram.world().person("Ana");
 *     bot(telegram.apiUrl(), telegram.token());
 *     telegram.events().says(ana, telegram.world().privateChat(ana), "/next_session");
 *     telegram.recorder().awaitMessage(ana.id(), message -> message.text().contains("Race 1"));
 * }
 * }</pre>
 */
public final class LoopbackTelegram implements AutoCloseable {
    private static final String TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcLOOP";
    private static final Person BOT = new Person(4_839_574_812L, true, "Pitboard", "pitboard_test_bot", "en");

    private final MockWebServer server = new MockWebServer();
    private final World world;
    private final Events events;
    private final Faults faults;
    private final Recorder recorder;

    private LoopbackTelegram(InstantSource machineTime) {
        var shared = new Shared();
        var updates = new Updates();
        var queries = new CallbackQueries(updates, BOT);
        var limits = new Limits(machineTime);
        world = new World(shared, BOT);
        var documents = new Documents();
        events = new Events(shared, world, updates, queries, documents, machineTime);
        faults = new Faults(shared, limits);
        var commands = new CommandMethods(world);
        var polling = new UpdateMethods(shared, updates, faults);
        recorder = new Recorder(shared, world, commands, queries, polling);
        var methods = new ArrayList<Method>();
        methods.addAll(new MessageMethods(world, limits, machineTime).all());
        methods.addAll(new ChatMethods(world, queries).all());
        methods.addAll(commands.all());
        methods.addAll(polling.all());
        methods.addAll(documents.all());
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(
                new BotApi(server, TOKEN, List.copyOf(methods), shared, faults, recorder, documents, machineTime));
    }

    /** Starts a service on the system's clock. */
    public static LoopbackTelegram start() {
        return start(InstantSource.system());
    }

    /** Starts a service whose messages and limits follow the given clock; only polls wait in real time. */
    public static LoopbackTelegram start(InstantSource machineTime) {
        var telegram = new LoopbackTelegram(machineTime);
        try {
            telegram.server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return telegram;
    }

    /** The root, to which {@code /bot<token>/Method} is appended. */
    public String apiUrl() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** The only token that is accepted. */
    public String token() {
        return TOKEN;
    }

    /** The bot's user name, without an @. */
    public String botName() {
        return String.valueOf(BOT.userName());
    }

    /** Who and what there is. */
    public World world() {
        return world;
    }

    /** What people do. */
    public Events events() {
        return events;
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** What the bot did. */
    public Recorder recorder() {
        return recorder;
    }

    /** Wakes polls that wait, and stops. */
    @Override
    public void close() {
        faults.close();
        server.close();
    }
}
