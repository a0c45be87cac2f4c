package dev.pitboard.discord;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.sharding.ShardManager;

/** What the gateway has told about servers. What is not in here may exist all the same. */
final class Servers {
    private static final int REMEMBERED = 1_000;

    private final Supplier<Optional<ShardManager>> manager;
    private final Map<String, String> deleted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    Servers(Supplier<Optional<ShardManager>> manager) {
        this.manager = manager;
    }

    Optional<Guild> find(String guildId) {
        return id(guildId).flatMap(id -> manager.get().map(m -> m.getGuildById(id)));
    }

    /** A channel or thread; of threads only those in use. */
    Optional<GuildChannel> findChannel(String channelId) {
        return id(channelId).flatMap(id -> manager.get().map(m -> m.getGuildChannelById(id)));
    }

    /** Keeps which server a channel was on that is deleted: its people may have to be told. */
    void remember(String channelId, String guildId) {
        synchronized (deleted) {
            deleted.put(channelId, guildId);
        }
    }

    /** The server of a channel, also of one that was deleted lately. */
    Optional<Guild> ofChannel(String channelId) {
        Optional<Guild> present = findChannel(channelId).map(GuildChannel::getGuild);
        if (present.isPresent()) {
            return present;
        }
        synchronized (deleted) {
            return Optional.ofNullable(deleted.get(channelId)).flatMap(this::find);
        }
    }

    /** Where the bot may speak to all: the channel for news of the server itself, then the others from the top. */
    static Stream<TextChannel> speakable(Guild guild) {
        return Stream.concat(
                        Stream.ofNullable(guild.getSystemChannel()),
                        guild.getTextChannelCache().stream()
                                .sorted(Comparator.comparingInt(TextChannel::getPositionRaw)))
                .filter(c -> guild.getSelfMember()
                        .hasPermission(
                                c, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_EMBED_LINKS));
    }

    /** Whether the role is certainly not there (any more): its server is known and doesn't have it. */
    boolean isGone(String role, String channelId) {
        return findChannel(channelId)
                .map(c -> id(role).map(id -> c.getGuild().getRoleById(id)).isEmpty())
                .orElse(false);
    }

    /** Whether this "role" is everyone of a server: that role has the server's id. */
    boolean isEveryone(String role) {
        return find(role).isPresent();
    }

    /** Whether the gateway has told of everything there is: not yet after a start, and not while it is away. */
    boolean areAllKnown() {
        return manager.get()
                .filter(m -> m.getShardsTotal() == m.getShards().size())
                .filter(m -> m.getShards().stream().allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED))
                .isPresent();
    }

    /** Whether messages of this channel can be read; empty when that isn't known. Without the right Discord shows none. */
    Optional<Boolean> canReadHistory(String channelId) {
        return findChannel(channelId)
                .map(c -> c.getGuild()
                        .getSelfMember()
                        .hasPermission(ruling(c), Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY));
    }

    private static GuildChannel ruling(GuildChannel channel) {
        return channel instanceof ThreadChannel thread ? thread.getParentChannel() : channel;
    }

    private static Optional<Long> id(String text) {
        return text.matches("\\d{1,19}") ? Optional.of(Long.parseUnsignedLong(text)) : Optional.empty();
    }
}
