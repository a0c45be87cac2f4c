package dev.pitboard.loopback.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockWebServer;

/**
 * A Discord on 127.0.0.1 that a real client can talk to over REST and the gateway, and that refuses what the real
 * one refuses. Set the world up, point the client at {@link #apiUrl()} with {@link #token()}, act as people with
 * {@link #slash}, {@link #autocomplete} and {@link #press}, and look at {@link #recorder()}.
 */
public final class LoopbackDiscord implements AutoCloseable {
    private static final String TOKEN = "MTQwMDAwMDAwMDAwMDAwMDAwMA.loopback.discord-token-for-tests";

    private final MockWebServer server = new MockWebServer();
    private final Connections connections = new Connections();
    private final Monitor monitor = new Monitor();
    private final Gateway gateway = new Gateway(monitor, TOKEN);
    private final World world = new World(monitor, gateway);
    private final Recorder recorder = new Recorder(monitor);
    private final Faults faults = new Faults(monitor, gateway);
    private final Interactions interactions;
    private final Attachments attachments = new Attachments();

    private LoopbackDiscord(InstantSource clock) throws IOException {
        server.setServerSocketFactory(connections);
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        String socket = "ws://127.0.0.1:" + server.getPort();
        gateway.open(world, socket + "/resume");
        CommandRoutes commands = new CommandRoutes(world, recorder);
        InteractionRoutes answers = new InteractionRoutes(world, recorder, clock);
        interactions = new Interactions(world, commands, answers, clock);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new AccountRoutes(world, gateway, socket + "/gateway").routes());
        routes.addAll(new MessageRoutes(world, recorder, faults, clock).routes());
        routes.addAll(commands.routes());
        routes.addAll(answers.routes());
        server.setDispatcher(new Rest(connections, monitor, gateway, faults, recorder, clock, routes, attachments));
    }

    /** Starts on a free port, on the machine's clock. */
    public static LoopbackDiscord start() {
        return start(InstantSource.system());
    }

    /**
     * Starts on a free port.
     *
     * @param clock the machine's time as this server sees it: deadlines of interactions, the life of a nonce and
     *     the times of messages; the global rate limit always runs on real time
     */
    public static LoopbackDiscord start(InstantSource clock) {
        try {
            return new LoopbackDiscord(clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base of all REST paths, such as {@code http://127.0.0.1:4711/api/v10/}. */
    public String apiUrl() {
        return "http://127.0.0.1:" + server.getPort() + "/api/v10/";
    }

    /** The only token that is accepted. */
    public String token() {
        return TOKEN;
    }

    public World world() {
        return world;
    }

    public Gateway gateway() {
        return gateway;
    }

    public Faults faults() {
        return faults;
    }

    public Recorder recorder() {
        return recorder;
    }

    /** A person sends a command without options. */
    public PendingInteraction slash(FakeUser user, FakeChannel channel, String line) {
        return slash(user, channel, line, Map.of());
    }

    /**
     * A person sends a command.
     *
     * @param line the command with its group and subcommand, such as {@code reminders on}
     * @param options by name: text, numbers, booleans, {@link FakeRole}, {@link FakeUser}, {@link FakeChannel},
     *     {@link FakeFile}
     * @throws IllegalStateException when no client would send this, as it isn't what the bot registered
     */
    public PendingInteraction slash(FakeUser user, FakeChannel channel, String line, Map<String, ?> options) {
        return interactions.command(user, channel, line, options);
    }

    /**
     * A file as the value of an option.
     *
     * @throws IllegalStateException when it is larger than a client lets anyone attach
     */
    public FakeFile file(String name, byte[] content) {
        return attachments.add(monitor.with(world::nextId), name, content, "http://127.0.0.1:" + server.getPort());
    }

    /** The addresses of all files so far have expired. */
    public void expireFiles() {
        attachments.forget();
    }

    /** A person is typing into an option with autocomplete. */
    public PendingInteraction autocomplete(
            FakeUser user, FakeChannel channel, String line, String option, String typed) {
        return autocomplete(user, channel, line, Map.of(), option, typed);
    }

    /** A person is typing into an option with autocomplete and has filled in others. */
    public PendingInteraction autocomplete(
            FakeUser user, FakeChannel channel, String line, Map<String, ?> others, String option, String typed) {
        return interactions.autocomplete(user, channel, line, others, option, typed);
    }

    /** A person presses a button as it stands on the message now. */
    public PendingInteraction press(FakeUser user, PostedMessage message, String customId) {
        return interactions.press(user, message.id(), customId);
    }

    /**
     * Waits for a condition on anything.
     *
     * @throws AssertionError when it does not hold within 15 s
     */
    public void await(String what, BooleanSupplier condition) {
        monitor.awaitUnlocked(what, Monitor.PATIENCE, condition);
    }

    @Override
    public void close() {
        gateway.drop();
        server.close();
    }
}
