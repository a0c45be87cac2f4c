package dev.pitboard.discord;

import dev.pitboard.command.Caller;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;

/** The person behind an interaction. Managers are those with Manage Server, and everybody in private messages. */
record DiscordCaller(String id, boolean mayManage) implements Caller {
    static DiscordCaller of(Interaction interaction) {
        Member member = interaction.getMember();
        return new DiscordCaller(interaction.getUser().getId(), member == null || manages(member, interaction));
    }

    /** Where only the commands were added, and not the bot, Discord tells the rights in the channel alone. */
    private static boolean manages(Member member, Interaction interaction) {
        Guild guild = interaction.getGuild();
        if (guild != null && guild.isDetached()) {
            return member.hasPermission(interaction.getGuildChannel(), Permission.MANAGE_SERVER);
        }
        return member.hasPermission(Permission.MANAGE_SERVER);
    }
}
