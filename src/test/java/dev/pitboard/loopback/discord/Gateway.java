package dev.pitboard.loopback.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateway as a test sees it: who is connected, and how to break the connection. */
public final class Gateway implements Events {
    private static final int ALL_INTENTS = (1 << 26) - 1;
    private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;
    private static final int GUILDS = 1;
    /** After these the client may not resume. Source: the opcodes topic of the Discord documentation. */
    private static final Set<Integer> FINAL = Set.of(1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014);

    private static final int MOST_GUILDS = 2500;

    /** One IDENTIFY. */
    public record Identify(int intents, int shard, int shards) {}

    private final Monitor monitor;
    private final String token;
    private final Map<String, GatewaySession> sessions = new LinkedHashMap<>();
    private final List<Identify> identifies = new ArrayList<>();
    private @Nullable World world;
    private String resumeUrl = "";
    private int resumes;
    private int sessionNumber;

    Gateway(Monitor monitor, String token) {
        this.monitor = monitor;
        this.token = token;
    }

    void open(World newWorld, String newResumeUrl) {
        world = newWorld;
        resumeUrl = newResumeUrl;
    }

    /** Whether a session is connected and has been told READY or RESUMED. */
    public boolean connected() {
        return monitor.with(() -> sessions.values().stream().anyMatch(GatewaySession::connected));
    }

    public void awaitConnected() {
        monitor.await("gateway connected", Monitor.PATIENCE, this::connected);
    }

    public void awaitDisconnected() {
        monitor.await("gateway disconnected", Monitor.PATIENCE, () -> !connected());
    }

    public void awaitResumes(int count) {
        monitor.await(count + " resumes", Monitor.PATIENCE, () -> resumes >= count);
    }

    public void awaitIdentifies(int count) {
        monitor.await(count + " identifies", Monitor.PATIENCE, () -> identifies.size() >= count && connected());
    }

    /** Every IDENTIFY that was accepted, oldest first. */
    public List<Identify> identifies() {
        return monitor.with(() -> List.copyOf(identifies));
    }

    public int resumes() {
        return monitor.with(() -> resumes);
    }

    /** Closes every connection with this code, such as 4000; after 4004 and its like a client must not come back. */
    public void disconnect(int code) {
        monitor.run(() -> {
            for (GatewaySession session : List.copyOf(sessions.values())) {
                GatewaySocket socket = session.detach();
                if (socket != null) {
                    socket.close(code, "test");
                }
                if (FINAL.contains(code)) {
                    sessions.remove(session.id());
                }
            }
        });
    }

    /** Breaks every connection without a word. */
    public void drop() {
        monitor.run(() -> sessions.values().forEach(session -> {
            GatewaySocket socket = session.detach();
            if (socket != null) {
                socket.cut();
            }
        }));
    }

    /** Asks every client to reconnect and resume (opcode 7). */
    public void askToReconnect() {
        monitor.run(() -> sessions.values().forEach(session -> session.control(7, null)));
    }

    /** Tells every client that its session is invalid (opcode 9), and forgets it unless it may be resumed. */
    public void invalidateSessions(boolean resumable) {
        monitor.run(() -> {
            for (GatewaySession session : List.copyOf(sessions.values())) {
                session.control(9, resumable);
                if (!resumable) {
                    sessions.remove(session.id());
                }
            }
        });
    }

    /** Forgets all sessions while nobody is connected, so that the next RESUME is refused. */
    public void forgetSessions() {
        monitor.run(sessions::clear);
    }

    @Override
    public void push(@Nullable FakeGuild guild, String type, ObjectNode data) {
        monitor.run(() -> {
            for (GatewaySession session : sessions.values()) {
                boolean interaction = type.equals("INTERACTION_CREATE");
                if (session.isFor(guild) && (interaction || guild == null || session.has(GUILDS))) {
                    session.dispatch(type, data);
                }
            }
        });
    }

    int sessionStartsLeft() {
        return monitor.with(() -> 1000 - identifies.size());
    }

    /** IDENTIFY (opcode 2). */
    @Nullable
    GatewaySession identify(GatewaySocket socket, JsonNode data) {
        return monitor.with(() -> {
            int shard = data.path("shard").path(0).asInt(0);
            int shards = data.path("shard").path(1).asInt(1);
            int intents = data.path("intents").asInt(-1);
            int fatal = refuseIdentify(data, shard, shards, intents);
            if (fatal != 0) {
                socket.close(fatal, "Refused.");
                return null;
            }
            Identify identify = new Identify(intents, shard, shards);
            identifies.add(identify);
            GatewaySession session = new GatewaySession("session-" + ++sessionNumber, identify);
            sessions.put(session.id(), session);
            session.attach(socket);
            ready(session);
            return session;
        });
    }

    private int refuseIdentify(JsonNode data, int shard, int shards, int intents) {
        if (!accepts(data.path("token").asText())) {
            return 4004;
        }
        if (shard < 0 || shard >= shards) {
            return 4010;
        }
        if (intents < 0 || (intents & ~ALL_INTENTS) != 0) {
            return 4013;
        }
        if ((intents & PRIVILEGED) != 0) {
            return 4014;
        }
        return guilds(new Identify(intents, shard, shards)).size() > MOST_GUILDS ? 4011 : 0;
    }

    boolean accepts(String given) {
        return given.equals(token);
    }

    private List<FakeGuild> guilds(Identify identify) {
        return known().guilds().stream()
                .filter(FakeGuild::joined)
                .filter(guild -> GatewaySession.isFor(identify, guild))
                .toList();
    }

    private World known() {
        if (world == null) {
            throw new IllegalStateException("Not open");
        }
        return world;
    }

    private void ready(GatewaySession session) {
        ObjectNode ready =
                Wire.object().put("v", 10).put("session_id", session.id()).put("resume_gateway_url", resumeUrl);
        ready.set("user", Wire.self(known().bot()));
        ready.putObject("application").put("id", known().applicationId()).put("flags", 0);
        ready.putArray("private_channels");
        ready.putArray("shard")
                .add(session.identify().shard())
                .add(session.identify().shards());
        List<FakeGuild> guilds = guilds(session.identify());
        var stubs = ready.putArray("guilds");
        guilds.forEach(guild -> stubs.addObject().put("id", guild.id()).put("unavailable", true));
        session.dispatch("READY", ready);
        if (session.has(GUILDS)) {
            for (FakeGuild guild : guilds) {
                if (guild.available()) {
                    session.dispatch("GUILD_CREATE", Wire.guild(guild));
                }
            }
        }
    }

    /** RESUME (opcode 6): what was missed is sent again. */
    @Nullable
    GatewaySession resume(GatewaySocket socket, JsonNode data) {
        return monitor.with(() -> {
            if (!accepts(data.path("token").asText())) {
                socket.close(4004, "Authentication failed.");
                return null;
            }
            GatewaySession session = sessions.get(data.path("session_id").asText());
            if (session == null) {
                socket.send(Wire.object().put("op", 9).put("d", false).toString());
                return null;
            }
            int seen = data.path("seq").asInt(0);
            if (seen > session.sequence()) {
                sessions.remove(session.id());
                socket.close(4007, "Invalid seq.");
                return null;
            }
            session.attach(socket);
            session.replay(seen);
            session.dispatch("RESUMED", Wire.object());
            resumes++;
            return session;
        });
    }

    /** The client is gone; one that closed with 1000 or 1001 gave up its session. */
    void closed(@Nullable GatewaySession session, GatewaySocket socket, int code) {
        monitor.run(() -> {
            if (session != null && session.isAt(socket)) {
                session.detach();
                if (code == 1000 || code == 1001) {
                    sessions.remove(session.id());
                }
            }
        });
    }
}
