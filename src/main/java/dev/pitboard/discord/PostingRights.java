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
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.jspecify.annotations.Nullable;

/** Finds out what keeps posts from appearing in a channel, in sentences that say what to do about it. */
final class PostingRights {
    private final Rest rest;
    private final Servers servers;

    PostingRights(Rest rest, Servers servers) {
        this.rest = rest;
        this.servers = servers;
    }

    List<String> missing(String channelId, @Nullable String role) {
        Reply reply = rest.get("channels/" + channelId);
        if (!(reply instanceof Reply.Answered answer)) {
            return List.of(
                    "Discord can't be reached right now, so I could not check whether I may post here. Try again.");
        }
        return answer.isSuccess() ? inChannel(answer.body(), role) : List.of(refusal(answer));
    }

    private static String refusal(Reply.Answered answer) {
        return switch (answer.code()) {
            case 10003 -> "I can't find this channel. Was it deleted?";
            case 50001 -> "I can't see this channel: give me the View Channel permission here.";
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
        if (type == ChannelType.FORUM || type == ChannelType.MEDIA) {
            return List.of("A forum only holds posts: use the command inside one of its posts, or in a text channel.");
        }
        Optional<Guild> guild = servers.find(channel.path("guild_id").asText());
        if (guild.isEmpty()) {
            return List.of("I am not a member of this server, only my commands are: add me with the invite link.");
        }
        String ruling = type.isThread()
                ? channel.path("parent_id").asText()
                : channel.path("id").asText();
        List<String> missing = new ArrayList<>(servers.findChannel(ruling)
                .map(c -> permissions(guild.get().getSelfMember(), c, type.isThread()))
                .orElse(List.of()));
        if (type.isThread()) {
            thread(channel, servers.findChannel(ruling), missing);
        }
        if (role != null) {
            role(guild.get(), role, servers.findChannel(ruling)).ifPresent(missing::add);
        }
        return missing;
    }

    private static List<String> permissions(Member self, GuildChannel channel, boolean thread) {
        EnumSet<Permission> needed = EnumSet.of(
                Permission.VIEW_CHANNEL,
                thread ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND,
                Permission.MESSAGE_EMBED_LINKS);
        EnumSet<Permission> has = self.getPermissions(channel);
        return needed.stream()
                .filter(p -> !has.contains(p))
                .map(p -> "I need the " + name(p) + " permission " + (thread ? "in this thread's channel." : "here."))
                .toList();
    }

    /** As Discord's own settings call it in English. */
    private static String name(Permission permission) {
        return switch (permission) {
            case VIEW_CHANNEL -> "View Channel";
            case MESSAGE_SEND -> "Send Messages";
            case MESSAGE_SEND_IN_THREADS -> "Send Messages in Threads";
            case MESSAGE_EMBED_LINKS -> "Embed Links";
            default -> permission.getName();
        };
    }

    /** An archived thread is reopened by a post; a locked one is not. */
    private static void thread(JsonNode channel, Optional<GuildChannel> parent, List<String> missing) {
        boolean manages = parent.map(c -> c.getGuild().getSelfMember().hasPermission(c, Permission.MANAGE_THREADS))
                .orElse(false);
        if (channel.path("thread_metadata").path("locked").asBoolean() && !manages) {
            missing.add("This thread is locked: unlock it, or use the command elsewhere.");
        }
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
