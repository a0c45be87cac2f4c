package dev.pitboard.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;

/**
 * The bot one writes first: JDA as it comes, and every message queued at the due instant. Arguments: the due instant, and a
 * file with a channel id on each line. One shard. {@code DISCORD_API_URL} and {@code DISCORD_TOKEN} say where.
 */
final class NaiveLoop extends ListenerAdapter {
    static final String COMMAND = "next-session";

    private NaiveLoop() {}

    public static void main(String[] args) throws Exception {
        List<String> channels = Files.readAllLines(Path.of(args[1]));
        ShardManager shards = DefaultShardManagerBuilder.createLight(System.getenv("DISCORD_TOKEN"), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(System.getenv("DISCORD_API_URL")))
                .addEventListeners(new NaiveLoop())
                .build();
        JDA jda = Objects.requireNonNull(shards.getShardById(0)).awaitReady();
        jda.updateCommands()
                .addCommands(Commands.slash(COMMAND, "What is on next"))
                .complete();
        Thread.sleep(Duration.between(Instant.now(), Instant.parse(args[0])));
        for (String id : channels) {
            TextChannel channel = jda.getTextChannelById(id);
            if (channel != null) {
                channel.sendMessage("**Race Alpha** starts in 10 minutes at the Misano World Circuit.")
                        .queue();
            }
        }
        jda.awaitShutdown();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        event.reply("Race Alpha is next, at the Misano World Circuit.").queue();
    }
}
