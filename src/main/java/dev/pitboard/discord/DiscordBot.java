package dev.pitboard.discord;

import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.SharedLimit;
import dev.pitboard.health.Condition;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pitboard on Discord: connects, registers the commands, answers, and gives the messenger for reminders. */
public final class DiscordBot implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DiscordBot.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int LONGEST_RECONNECT_PAUSE_SECONDS = 60;
    private static final String BAD_TOKEN =
            "Discord refuses the token: it is wrong or was revoked. Put a valid one into DISCORD_TOKEN and start again.";

    private final DiscordSetup setup;
    private final Pools pools = new Pools();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<String> invite = new CompletableFuture<>();
    private final Traffic traffic;
    private final Rest rest;
    private final GatewayAddress gateway;
    private final Servers servers;
    private final DiscordMessenger messenger;
    private final InteractionListener interactions;
    private volatile @Nullable ShardManager manager;
    private volatile Condition starting = Condition.connecting("not started yet");
    private volatile @Nullable Condition ended;

    public DiscordBot(DiscordSetup setup) {
        this.setup = setup;
        SavedLines saved = new SavedLines();
        DiscordRenderer renderer = new DiscordRenderer(setup.presentation(), saved);
        this.traffic = new Traffic(setup.mostRefusals(), setup.machineTime());
        this.rest = new Rest(setup.token(), setup.apiUrl(), traffic);
        this.gateway = new GatewayAddress(rest, this::refused);
        this.servers = new Servers(() -> Optional.ofNullable(manager));
        this.messenger = new DiscordMessenger(
                rest, traffic, renderer, servers, setup.nonceWindow(), setup.machineTime(), this::refused);
        Answering answering = new Answering(setup.router(), renderer, pools.events());
        this.interactions = new InteractionListener(
                setup.router(), answering, saved, setup.presentation().now());
        // A default of all of JDA, and the only sensible one for a bot that repeats what people typed.
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    }

    /** The limit that posts keep to: everything else is to keep to it too, except answers to people, which don't count. */
    public void share(SharedLimit limit) {
        traffic.share(limit);
    }

    /** Begins to connect and returns at once. While Discord can't be reached it is tried again, ever more slowly. */
    public void start() {
        starting = Condition.connecting("connecting to Discord");
        pools.events().execute(this::connect);
    }

    /** Whether commands are answered and posts can be sent now. */
    public Condition condition() {
        Condition end = ended;
        if (end != null) {
            return end;
        }
        ShardManager current = manager;
        if (current == null) {
            return starting;
        }
        List<JDA.Status> others = current.getShards().stream()
                .map(JDA::getStatus)
                .filter(s -> s != JDA.Status.CONNECTED)
                .toList();
        if (!others.isEmpty() || current.getShards().isEmpty()) {
            return Condition.connecting("no connection to Discord's gateway at the moment");
        }
        String stopped = traffic.stopped();
        return stopped == null ? Condition.up() : Condition.down(stopped);
    }

    /** How each connection to the gateway is, by the number of its shard, in JDA's words such as CONNECTED. */
    public List<String> gatewayStates() {
        ShardManager current = manager;
        return current == null
                ? List.of()
                : current.getShards().stream()
                        .sorted(Comparator.comparingInt(
                                shard -> shard.getShardInfo().getShardId()))
                        .map(shard -> shard.getStatus().name())
                        .toList();
    }

    /** The link with which people add the bot to a server; known from the first connection on. */
    public CompletableFuture<String> inviteLink() {
        return invite.copy();
    }

    /** How many requests Discord refused since the start, by HTTP status from 400 on. */
    public Map<Integer, Long> refusals() {
        return traffic.refusalsByStatus();
    }

    /** Posts by channel id, also while the gateway is down. */
    public Messenger messenger() {
        return messenger;
    }

    /** Disconnects, within seconds. */
    @Override
    public void close() {
        if (closed.getCount() == 0) {
            return;
        }
        closed.countDown();
        ended = Condition.off("stopped");
        ShardManager current = manager;
        if (current != null) {
            Shutdown.of(current, GRACE);
        }
        rest.close();
        pools.close();
    }

    private void connect() {
        Backoff backoff = new Backoff(closed, FIRST_PAUSE);
        do {
            try {
                login(gateway.ask().getShardTotal());
                return;
            } catch (InvalidTokenException e) {
                refused();
            } catch (RuntimeException e) {
                String reason = String.valueOf(e.getMessage());
                log.warn("No connection to Discord yet: {}", reason);
                starting = Condition.connecting(reason);
            }
        } while (ended == null && backoff.pause());
    }

    private void login(int shards) {
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(
                        setup.token().get(), List.of())
                .setShardsTotal(shards)
                .setRestConfig(new RestConfig().setBaseUrl(setup.apiUrl()))
                // Its own connections and threads: an answer to a person never waits behind posts.
                .setHttpClientBuilder(new OkHttpClient.Builder().addInterceptor(traffic))
                .setSessionController(gateway)
                .setMaxReconnectDelay(LONGEST_RECONNECT_PAUSE_SECONDS)
                .setEnableShutdownHook(false)
                .addEventListeners(
                        interactions,
                        new SessionListener(
                                new Registration(setup.router().signatures(), closed),
                                new Greeter(messenger, setup.greeting()),
                                invite,
                                this::ended),
                        new PlaceListener(setup.news(), servers, pools::later));
        ShardManager built = pools.giveTo(builder).build(false);
        try {
            built.login();
        } catch (RuntimeException e) {
            built.shutdown();
            throw e;
        }
        manager = built;
        if (closed.getCount() == 0) {
            Shutdown.of(built, GRACE);
        }
    }

    private void refused() {
        ended(BAD_TOKEN);
    }

    /** Nothing will help but a person: stops trying. */
    private void ended(String reason) {
        synchronized (closed) {
            if (ended != null) {
                return;
            }
            ended = Condition.refused(reason);
        }
        log.error("Discord: {}", reason);
        ShardManager current = manager;
        if (current != null) {
            current.shutdown();
        }
    }
}
