package dev.pitboard.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.jspecify.annotations.Nullable;

/** Finds out what keeps posts from appearing in a channel, in sentences that say what to do about it. */
final class PostingRights {
    private static final String UNSEEN = "I can't see this channel: give me the View Channel permission here.";
    private static final String FORUM =
            "A forum only holds posts: use the command inside one of its posts, or in a text channel.";

    private final Rest rest;
    private final Servers servers;

    PostingRights(Rest rest, Servers servers) {
        this.rest = rest;
        this.servers = servers;
    }

    /** Asks Discord only about channels that the gateway did not tell of, so that commands take nothing from the posts' rate. */
    List<String> missing(String channelId, @Nullable String role) {
        Optional<GuildChannel> known = servers.findChannel(channelId);
        if (known.isPresent()) {
            return inKnown(known.get(), role);
        }
        Reply reply = rest.getInTurn("channels/" + channelId);
        if (!(reply instanceof Reply.Answered answer)) {
            return List.of(
                    "Discord can't be reached right now, so I could not check whether I may post here. Try again.");
        }
        return answer.isSuccess() ? inChannel(answer.body(), role) : List.of(refusal(answer));
    }

    private List<String> inKnown(GuildChannel channel, @Nullable String role) {
        if (isForum(channel.getType())) {
            return List.of(FORUM);
        }
        boolean locked = channel instanceof ThreadChannel thread && thread.isLocked();
        GuildChannel ruling = channel instanceof ThreadChannel thread ? thread.getParentChannel() : channel;
        return inGuild(
                channel.getGuild(), Optional.of(ruling), channel.getType().isThread(), locked, role);
    }

    private static String refusal(Reply.Answered answer) {
        return switch (answer.code()) {
            case 10003 -> "I can't find this channel. Was it deleted?";
            case 50001 -> UNSEEN;
            default ->
                "Discord did not let me check whether I may post here (status " + answer.status()
                        + "). Try again in a minute.";
        };
    }

    private List<String> inChannel(JsonNode channel, @Nullable String role) {
        ChannelType type = ChannelType.fromId(channel.path("type").asInt(-1));
        if (type == ChannelType.PRIVATE || type == ChannelType.GROUP) {
            return role == null ? List.of() : List.of("There are no roles in private messages: leave the role out.");
        }
        if (isForum(type)) {
            return List.of(FORUM);
        }
        Optional<Guild> guild = servers.find(channel.path("guild_id").asText());
        if (guild.isEmpty()) {
            return List.of("I am not a member of this server, only my commands are: add me with the invite link.");
        }
        String ruling = channel.path(type.isThread() ? "parent_id" : "id").asText();
        boolean locked = channel.path("thread_metadata").path("locked").asBoolean();
        return inGuild(guild.get(), servers.findChannel(ruling), type.isThread(), locked, role);
    }

    /** @param ruling the channel whose permissions hold: of a thread the one it is in */
    private static List<String> inGuild(
            Guild guild, Optional<GuildChannel> ruling, boolean thread, boolean locked, @Nullable String role) {
        List<String> missing = new ArrayList<>(
                ruling.map(c -> permissions(guild.getSelfMember(), c, thread)).orElse(List.of()));
        if (locked && !manages(ruling)) {
            missing.add("This thread is locked: unlock it, or use the command elsewhere.");
        }
        if (role != null) {
            role(guild, role, ruling).ifPresent(missing::add);
        }
        return missing;
    }

    private static boolean isForum(ChannelType type) {
        return type == ChannelType.FORUM || type == ChannelType.MEDIA;
    }

    private static List<String> permissions(Member self, GuildChannel channel, boolean thread) {
        EnumSet<Permission> needed = EnumSet.of(
                thread ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND, Permission.MESSAGE_EMBED_LINKS);
        EnumSet<Permission> has = self.getPermissions(channel);
        if (!has.contains(Permission.VIEW_CHANNEL)) {
            return List.of(UNSEEN);
        }
        return needed.stream()
                .filter(p -> !has.contains(p))
                .map(p -> "I need the " + name(p) + " permission " + (thread ? "in this thread's channel." : "here."))
                .toList();
    }

    /** As Discord's own settings call it in English. */
    private static String name(Permission permission) {
        return switch (permission) {
            case MESSAGE_SEND -> "Send Messages";
            case MESSAGE_SEND_IN_THREADS -> "Send Messages in Threads";
            case MESSAGE_EMBED_LINKS -> "Embed Links";
            default -> permission.getName();
        };
    }

    /** An archived thread is reopened by a post; a locked one is not, but for who manages threads. */
    private static boolean manages(Optional<GuildChannel> ruling) {
        return ruling.map(c -> c.getGuild().getSelfMember().hasPermission(c, Permission.MANAGE_THREADS))
                .orElse(false);
    }

    private static Optional<String> role(Guild guild, String id, Optional<GuildChannel> channel) {
        if (id.equals(guild.getId())) {
            return Optional.of("I never ping @everyone: choose a role that people can leave.");
        }
        Role role = id.matches("\\d{1,19}") ? guild.getRoleById(id) : null;
        if (role == null) {
            return Optional.of("That role doesn't exist on this server (any more): choose another one.");
        }
        boolean mayPing = role.isMentionable()
                || channel.map(c -> guild.getSelfMember().hasPermission(c, Permission.MESSAGE_MENTION_EVERYONE))
                        .orElse(false);
        return mayPing
                ? Optional.empty()
                : Optional.of("I can't ping " + role.getName()
                        + ": allow anyone to mention it (Server Settings, Roles), or give me the permission to"
                        + " mention all roles here.");
    }
}
