package dev.pitboard.loopback.discord;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All guilds, people and direct messages. May be changed before and while the bot is connected. */
public final class World {
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int MILLIS_FROM_BIT = 22;

    private final Monitor monitor;
    private final Events events;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<String, FakeGuild> guilds = new LinkedHashMap<>();
    private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
    private final Map<String, FakeUser> users = new LinkedHashMap<>();
    private final Map<String, FakeChannel> directMessages = new LinkedHashMap<>();
    private final FakeUser bot;
    private final String applicationId;

    World(Monitor monitor, Events events) {
        this.monitor = monitor;
        this.events = events;
        this.applicationId = nextId();
        this.bot = new FakeUser(nextId(), "Pitboard", "en-US", true);
        users.put(bot.id(), bot);
    }

    /** A guild the bot is in. When the bot is connected it does not hear of it: use {@link #guildToJoin} then. */
    public FakeGuild guild(String name) {
        return add(name, true);
    }

    /** A guild the bot is not in until {@link FakeGuild#join()}. */
    public FakeGuild guildToJoin(String name) {
        return add(name, false);
    }

    private FakeGuild add(String name, boolean joined) {
        return monitor.with(() -> {
            FakeGuild guild = new FakeGuild(this, nextId(), name, joined);
            guilds.put(guild.id(), guild);
            return guild;
        });
    }

    /** A person with an English client. */
    public FakeUser user(String name) {
        return user(name, "en-US");
    }

    public FakeUser user(String name, String locale) {
        return monitor.with(() -> {
            FakeUser user = new FakeUser(nextId(), name, locale, false);
            users.put(user.id(), user);
            return user;
        });
    }

    /** The direct messages between this person and the bot. */
    public FakeChannel directMessages(FakeUser user) {
        return monitor.with(() -> directMessages.computeIfAbsent(user.id(), _ -> {
            FakeChannel channel = new FakeChannel(this, null, nextId(), FakeChannel.DIRECT, user.name(), null, user);
            remember(channel);
            return channel;
        }));
    }

    /** The bot's own account. */
    public FakeUser bot() {
        return bot;
    }

    /** Not the bot's user id, as for applications made before the two became one number. */
    public String applicationId() {
        return applicationId;
    }

    Monitor monitor() {
        return monitor;
    }

    Events events() {
        return events;
    }

    /**
     * A snowflake of its own millisecond, so that guilds spread over shards. On the system's time whatever the clock
     * of the server says: JDA reads the age of an interaction from its id.
     */
    String nextId() {
        long now = InstantSource.system().millis() - EPOCH_MILLIS;
        long id = lastId.updateAndGet(last -> Math.max(last + 1, now));
        return Long.toString(id << MILLIS_FROM_BIT);
    }

    List<FakeGuild> guilds() {
        return new ArrayList<>(guilds.values());
    }

    @Nullable
    FakeGuild guildById(String id) {
        return guilds.get(id);
    }

    @Nullable
    FakeUser userById(String id) {
        return users.get(id);
    }

    /** The channel, when it exists and the bot is where it is. */
    FakeChannel channel(String id) {
        FakeChannel channel = channels.get(id);
        if (channel == null) {
            throw Refusal.unknownChannel();
        }
        FakeGuild guild = channel.guild;
        if (guild != null && (!guild.joined() || !channel.botMay(Permissions.VIEW_CHANNEL))) {
            throw Refusal.missingAccess();
        }
        return channel;
    }

    /** A message of the bot in any channel there still is. */
    StoredMessage message(String id) {
        return channels.values().stream()
                .flatMap(channel -> channel.messages.stream())
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::unknownMessage);
    }

    void remember(FakeChannel channel) {
        channels.put(channel.id(), channel);
    }

    void forget(FakeChannel channel) {
        channels.remove(channel.id());
    }
}
