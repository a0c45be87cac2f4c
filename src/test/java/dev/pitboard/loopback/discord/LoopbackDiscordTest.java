package dev.pitboard.loopback.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real JDA talks to the loopback Discord. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoopbackDiscordTest {
    private final LoopbackDiscord discord = LoopbackDiscord.start();
    private final FakeGuild guild = discord.world().guild("GT4 fans");
    private final FakeChannel channel = guild.text("general");
    private final FakeUser fan = discord.world().user("Fan", "de");
    private final RealJda jda = RealJda.connect(discord);

    @BeforeAll
    void connect() {

        jda.api()
                .updateCommands()
                .addCommands(
                        Commands.slash("track", "About a track")
                                .addOption(OptionType.STRING, "name", "Which", true, true),
                        Commands.slash("points", "How points are given"))
                .complete();
    }

    @AfterAll
    void close() {
        jda.close();
        discord.close();
    }

    @Test
    void answersACommand() {
        jda.on((_, event) -> {
            if (event instanceof SlashCommandInteractionEvent slash) {
                slash.reply("You asked in " + slash.getUserLocale()).queue();
            }
        });

        PostedMessage answer =
                discord.slash(fan, channel, "track", Map.of("name", "Spa")).answer();

        assertTrue(answer.content().startsWith("You asked"), answer.content());
        assertEquals(List.of(), discord.recorder().messages(channel));
    }
}
