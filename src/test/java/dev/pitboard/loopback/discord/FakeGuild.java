package dev.pitboard.loopback.discord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server of Discord: roles, channels, members and whether the bot is in it. What changes is told to the bot. */
public final class FakeGuild {
    final World world;
    final Map<String, FakeRole> roles = new LinkedHashMap<>();
    final Map<String, FakeChannel> channels = new LinkedHashMap<>();
    final FakeRole everyone;
    final FakeRole botRole;
    private final Map<String, List<String>> rolesOfMembers = new LinkedHashMap<>();
    private final String id;
    private final String name;
    private final String ownerId;
    private boolean joined;
    private boolean available = true;

    @Nullable
    String systemChannel;

    FakeGuild(World world, String id, String name, boolean joined) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.joined = joined;
        this.ownerId = world.nextId();
        this.everyone = new FakeRole(this, id, "@everyone", false, false, Permissions.USUAL);
        this.botRole = new FakeRole(this, world.nextId(), world.bot().name(), false, true, Permissions.USUAL);
        roles.put(everyone.id(), everyone);
        roles.put(botRole.id(), botRole);
        rolesOfMembers.put(world.bot().id(), List.of(botRole.id()));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    String ownerId() {
        return ownerId;
    }

    boolean joined() {
        return joined;
    }

    boolean available() {
        return available;
    }

    public FakeChannel text(String channelName) {
        return add(FakeChannel.TEXT, channelName, null);
    }

    public FakeChannel announcement(String channelName) {
        return add(FakeChannel.ANNOUNCEMENT, channelName, null);
    }

    public FakeChannel forum(String channelName) {
        return add(FakeChannel.FORUM, channelName, null);
    }

    FakeChannel add(int type, String channelName, @Nullable FakeChannel parent) {
        return world.monitor().with(() -> {
            FakeChannel channel = new FakeChannel(world, this, world.nextId(), type, channelName, parent, null);
            channels.put(channel.id(), channel);
            world.remember(channel);
            tell(channel.isThread() ? "THREAD_CREATE" : "CHANNEL_CREATE", channel);
            return channel;
        });
    }

    /** A role; one that is not mentionable is pinged only by a bot with the right to mention everyone. */
    public FakeRole role(String roleName, boolean mentionable) {
        return addRole(roleName, mentionable, 0);
    }

    /** Makes this person a member with these rights besides everyone's, by a role of their own. */
    public FakeGuild member(FakeUser user, long permissions) {
        FakeRole own = addRole("rights of " + user.name(), false, permissions);
        world.monitor().run(() -> rolesOfMembers.put(user.id(), List.of(own.id())));
        return this;
    }

    private FakeRole addRole(String roleName, boolean mentionable, long permissions) {
        return world.monitor().with(() -> {
            FakeRole role = new FakeRole(this, world.nextId(), roleName, mentionable, false, permissions);
            roles.put(role.id(), role);
            tellRole("GUILD_ROLE_CREATE", role);
            return role;
        });
    }

    /** Sets what the bot's own role may do in every channel (everyone's rights still add to it). */
    public FakeGuild botPermissions(long permissions) {
        return change(botRole, permissions);
    }

    /** Sets what everyone may do. */
    public FakeGuild everyone(long permissions) {
        return change(everyone, permissions);
    }

    private FakeGuild change(FakeRole role, long permissions) {
        world.monitor().run(() -> {
            role.permissions = permissions;
            tellRole("GUILD_ROLE_UPDATE", role);
        });
        return this;
    }

    /** Gives the bot another role. */
    public FakeGuild botRole(FakeRole role) {
        world.monitor().run(() -> {
            String bot = world.bot().id();
            rolesOfMembers.put(
                    bot,
                    Stream.concat(rolesOf(bot).stream(), Stream.of(role.id())).toList());
            world.events()
                    .push(
                            this,
                            "GUILD_MEMBER_UPDATE",
                            Wire.member(this, world.bot()).put("guild_id", id));
        });
        return this;
    }

    /** Makes this the channel for news of the server itself. */
    public FakeGuild systemChannel(FakeChannel channel) {
        world.monitor().run(() -> systemChannel = channel.id());
        return this;
    }

    /** The bot is added. */
    public void join() {
        world.monitor().run(() -> {
            joined = true;
            world.events().push(this, "GUILD_CREATE", Wire.guild(this));
        });
    }

    /** The bot is removed. */
    public void kick() {
        world.monitor().run(() -> {
            world.events().push(this, "GUILD_DELETE", Wire.object().put("id", id));
            joined = false;
        });
    }

    /** An outage of this guild: it is gone for a while, the bot is still in it. */
    public void outage() {
        world.monitor().run(() -> {
            available = false;
            world.events()
                    .push(this, "GUILD_DELETE", Wire.object().put("id", id).put("unavailable", true));
        });
    }

    /** The end of its outage. */
    public void back() {
        world.monitor().run(() -> {
            available = true;
            world.events().push(this, "GUILD_CREATE", Wire.guild(this));
        });
    }

    void delete(FakeRole role) {
        world.monitor().run(() -> {
            roles.remove(role.id());
            rolesOfMembers.replaceAll((_, ids) ->
                    ids.stream().filter(held -> !held.equals(role.id())).toList());
            world.events()
                    .push(
                            this,
                            "GUILD_ROLE_DELETE",
                            Wire.object().put("guild_id", id).put("role_id", role.id()));
        });
    }

    List<String> rolesOf(String userId) {
        return rolesOfMembers.getOrDefault(userId, List.of());
    }

    /** Everyone's and the member's roles together, then the channel's overwrites for the bot. */
    long permissions(String userId, FakeChannel channel) {
        long rights = everyone.permissions;
        for (FakeRole role : new ArrayList<>(roles.values())) {
            if (rolesOf(userId).contains(role.id())) {
                rights |= role.permissions;
            }
        }
        if ((rights & Permissions.ADMINISTRATOR) != 0 || userId.equals(ownerId)) {
            return Permissions.ALL;
        }
        FakeChannel ruled = Objects.requireNonNullElse(channel.parent, channel);
        return userId.equals(world.bot().id()) ? (rights & ~ruled.denied) | ruled.allowed : rights;
    }

    void tell(String event, FakeChannel channel) {
        if (joined && available) {
            world.events().push(this, event, Wire.channel(channel));
        }
    }

    private void tellRole(String event, FakeRole role) {
        if (joined && available) {
            world.events().push(this, event, Wire.object().put("guild_id", id).set("role", Wire.role(role)));
        }
    }
}
