package dev.pitboard.discord;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to the connection and to the servers the bot is on. */
final class SessionListener extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(SessionListener.class);
    /** The least with which reminders, cards and looking for a lost message work. */
    private static final long LEAST = Permission.getRaw(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_HISTORY);

    private final Registration registration;
    private final Greeter greeter;
    private final CompletableFuture<String> invite;
    private final Consumer<String> onEnded;

    /**
     * @param invite is completed with the invite link at the first connection
     * @param onEnded is told why, when Discord closed the connection for good
     */
    SessionListener(
            Registration registration, Greeter greeter, CompletableFuture<String> invite, Consumer<String> onEnded) {
        this.registration = registration;
        this.greeter = greeter;
        this.invite = invite;
        this.onEnded = onEnded;
    }

    @Override
    public void onReady(ReadyEvent event) {
        JDA jda = event.getJDA();
        int servers = event.getGuildTotalCount();
        log.info(
                "Connected to Discord as {}, on {}",
                jda.getSelfUser().getName(),
                servers == 1 ? "1 server" : servers + " servers");
        if (jda.getShardInfo().getShardId() == 0) {
            invite.complete(inviteLink(jda.getSelfUser().getApplicationId()));
            registration.register(jda);
        }
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        log.warn("Lost the connection to Discord's gateway; connecting again");
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        log.info("Connected to Discord again, nothing was missed");
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        CloseCode code = event.getCloseCode();
        if (code == null || code.isReconnect() || code == CloseCode.GRACEFUL_CLOSE) {
            return;
        }
        onEnded.accept(
                code == CloseCode.AUTHENTICATION_FAILED
                        ? "Discord refuses the token: it is wrong or was revoked. Put a valid one into DISCORD_TOKEN"
                                + " and start again."
                        : "Discord closed the connection for good (" + code.getCode() + ": " + code.getMeaning()
                                + ").");
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        log.info("Added to a server");
        greeter.greet(event.getGuild());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        log.info("Removed from a server");
        greeter.left(event.getGuild());
    }

    private static String inviteLink(String applicationId) {
        return "https://discord.com/oauth2/authorize?client_id=" + applicationId + "&permissions=" + LEAST
                + "&integration_type=0&scope=bot+applications.commands";
    }
}
