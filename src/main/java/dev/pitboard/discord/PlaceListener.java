package dev.pitboard.discord;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.ChatNews;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateArchivedEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateLockedEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleRemoveEvent;
import net.dv8tion.jda.api.events.guild.member.update.GuildMemberUpdateTimeOutEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.RoleDeleteEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what happens to servers and channels. Discord replays events after a lost connection, so some come twice; what
 * happened while the bot was not there is never told.
 */
final class PlaceListener extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(PlaceListener.class);

    private final ChatNews news;
    private final Servers servers;
    private final Coalescing changes;

    PlaceListener(ChatNews news, Servers servers, Coalescing.Later later) {
        this.news = news;
        this.servers = servers;
        this.changes =
                new Coalescing(server -> tell("a change", () -> news.mayWorkAgain(Platform.DISCORD, server)), later);
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        changed(event.getGuild());
    }

    /** The end of an outage at Discord, in which its rights may have changed. */
    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        changed(event.getGuild());
    }

    /** Not for an outage at Discord: then the server is only unavailable. */
    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        removed(event.getGuild().getId());
    }

    @Override
    public void onUnavailableGuildLeave(UnavailableGuildLeaveEvent event) {
        removed(event.getGuildId());
    }

    /** Also of a thread. The threads of a deleted channel are gone without being told; a refusal tells it. */
    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        String channel = event.getChannel().getId();
        servers.remember(channel, event.getGuild().getId());
        tell("a deletion", () -> news.deleted(ChatRef.of(Platform.DISCORD, channel)));
    }

    @Override
    public void onChannelUpdateArchived(ChannelUpdateArchivedEvent event) {
        opened(event.getChannel(), event.getNewValue());
    }

    @Override
    public void onChannelUpdateLocked(ChannelUpdateLockedEvent event) {
        opened(event.getChannel(), event.getNewValue());
    }

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        changed(event.getGuild());
    }

    @Override
    public void onRoleDelete(RoleDeleteEvent event) {
        changed(event.getGuild());
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        changed(event.getGuild());
    }

    @Override
    public void onGuildMemberRoleAdd(GuildMemberRoleAddEvent event) {
        member(event.getMember());
    }

    @Override
    public void onGuildMemberRoleRemove(GuildMemberRoleRemoveEvent event) {
        member(event.getMember());
    }

    @Override
    public void onGuildMemberUpdateTimeOut(GuildMemberUpdateTimeOutEvent event) {
        member(event.getMember());
    }

    private void member(Member member) {
        if (member.equals(member.getGuild().getSelfMember())) {
            changed(member.getGuild());
        }
    }

    private void opened(Channel channel, @Nullable Boolean shut) {
        if (Boolean.FALSE.equals(shut) && channel instanceof ThreadChannel thread) {
            changed(thread.getGuild());
        }
    }

    private void changed(Guild guild) {
        changes.note(guild.getId());
    }

    private void removed(String server) {
        changes.forget(server);
        tell("a removal", () -> news.removed(Platform.DISCORD, server));
    }

    /** What can't be stored now shows again: in a refusal, or when it is looked at daily. */
    private static void tell(String what, Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            log.error("{} on Discord could not be taken in", what, e);
        }
    }
}
