package dev.pitboard.loopback.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real JDA against the loopback Discord: commands, buttons and messages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoopbackDiscordTest {
    private final SettableClock clock = new SettableClock();
    private final LoopbackDiscord discord = LoopbackDiscord.start(clock);
    private final FakeGuild guild = discord.world().guild("GT4 fans");
    private final FakeRole role = guild.role("racers", true);
    private final FakeChannel channel = guild.text("general");
    private final FakeUser fan = discord.world().user("Fan", "de");
    private final RealJda jda = RealJda.connect(discord);

    @BeforeAll
    void register() {
        jda.api()
                .updateCommands()
                .addCommands(
                        Commands.slash("track", "About a track")
                                .addOption(OptionType.STRING, "name", "Which", true, true),
                        Commands.slash("reminders", "Reminders")
                                .addSubcommands(new SubcommandData("on", "Turns them on")
                                        .addOption(OptionType.ROLE, "role", "Whom to ping")
                                        .addOption(OptionType.INTEGER, "most", "How many")))
                .complete();
    }

    @AfterEach
    void settle() {
        jda.on((_, _) -> {});
    }

    @AfterAll
    void close() {
        jda.close();
        discord.close();
    }

    @Test
    void asksForTheGuildsIntentOnly() {
        assertEquals(List.of(new Gateway.Identify(1, 0, 1)), discord.gateway().identifies());
    }

    @Test
    void registersCommands() {
        assertEquals("track", discord.recorder().commands().path(0).path("name").asText());
        assertEquals(2, jda.api().retrieveCommands().complete().size());
    }

    @Test
    void answersACommandInTheGuild() {
        onSlash(slash -> slash.reply("track " + slash.getOption("name") + " " + slash.getUserLocale())
                .queue());

        PostedMessage answer =
                discord.slash(fan, channel, "track", Map.of("name", "Spa")).answer();

        assertTrue(answer.content().contains("Spa") && answer.content().contains("GERMAN"), answer.content());
        assertFalse(answer.isEphemeral());
        assertFalse(discord.recorder().messages(channel).contains(answer));
        assertTrue(discord.recorder().history(channel).contains(answer));
    }

    @Test
    void answersInDirectMessages() {
        onSlash(slash -> slash.reply("guild " + slash.isFromGuild()).queue());

        PostedMessage answer = discord.slash(fan, discord.world().directMessages(fan), "track", Map.of("name", "Spa"))
                .answer();

        assertEquals("guild false", answer.content());
    }

    @Test
    void answersInAThread() {
        FakeChannel thread = channel.thread("Barcelona");
        onSlash(slash -> slash.reply(slash.getChannel().getName()).queue());

        assertEquals(
                "Barcelona",
                discord.slash(fan, thread, "track", Map.of("name", "Spa"))
                        .answer()
                        .content());
    }

    @Test
    void resolvesOptionsAndTellsPermissions() {
        FakeUser steward = discord.world().user("Steward");
        guild.member(steward, Permissions.MANAGE_GUILD);
        onSlash(slash -> slash.reply(slash.getSubcommandName() + " "
                        + slash.getOption(
                                "role", "", option -> option.getAsRole().getName()) + " "
                        + slash.getOption("most", 0, option -> option.getAsInt()) + " "
                        + Objects.requireNonNull(slash.getMember()).hasPermission(Permission.MANAGE_SERVER))
                .setEphemeral(true)
                .queue());
        Map<String, ?> options = Map.of("role", role, "most", 3);

        PostedMessage allowed =
                discord.slash(steward, channel, "reminders on", options).answer();

        assertEquals("on racers 3 true", allowed.content());
        assertTrue(allowed.isEphemeral());
        assertFalse(discord.recorder().history(channel).contains(allowed));
        assertEquals(
                "on racers 3 false",
                discord.slash(fan, channel, "reminders on", options).answer().content());
    }

    @Test
    void sendsOnlyWhatIsRegistered() {
        assertThrows(IllegalStateException.class, () -> discord.slash(fan, channel, "unknown"));
        assertThrows(IllegalStateException.class, () -> discord.slash(fan, channel, "reminders off"));
        assertThrows(IllegalStateException.class, () -> discord.slash(fan, channel, "track"));
        assertThrows(
                IllegalStateException.class,
                () -> discord.slash(fan, channel, "track", Map.of("name", "Spa", "year", "2023")));
    }

    @Test
    void defersAndAnswersWithComponentsV2() {
        Container card = Container.of(TextDisplay.of("# Spa"), ActionRow.of(Button.primary("v1:more", "More")));
        onSlash(slash -> slash.deferReply(true)
                .flatMap(hook -> hook.editOriginalComponents(card).useComponentsV2())
                .queue());

        PendingInteraction pending = discord.slash(fan, channel, "track", Map.of("name", "Spa"));

        assertEquals(PendingInteraction.FirstAnswer.DEFERRED_MESSAGE, pending.firstAnswer());
        PostedMessage answer = pending.answer();
        assertTrue(answer.isEphemeral() && answer.isComponentsV2());
        assertEquals("# Spa", answer.text());
        assertEquals("v1:more", answer.button("More").customId());
    }

    @Test
    void completesWords() {
        jda.on((_, event) -> {
            if (event instanceof CommandAutoCompleteInteractionEvent typing) {
                typing.replyChoice(typing.getFocusedOption().getValue() + "?", "spa")
                        .queue();
            }
        });

        assertEquals(
                List.of(new PendingInteraction.Choice("sp?", "spa")),
                discord.autocomplete(fan, channel, "track", "name", "sp").choices());
    }

    @Test
    void buttonsUpdateTheirMessageOrAnswer() {
        jda.on((_, event) -> {
            if (event instanceof SlashCommandInteractionEvent slash) {
                slash.reply("page 1")
                        .addComponents(ActionRow.of(Button.primary("next", "Next"), Button.primary("help", "Help")))
                        .queue();
            } else if (event instanceof ButtonInteractionEvent press
                    && press.getComponentId().equals("next")) {
                press.editMessage("page 2").queue();
            } else if (event instanceof ButtonInteractionEvent press) {
                press.deferEdit()
                        .flatMap(hook -> hook.sendMessage("help").setEphemeral(true))
                        .queue();
            }
        });
        PostedMessage page =
                discord.slash(fan, channel, "track", Map.of("name", "Spa")).answer();

        PostedMessage next = discord.press(fan, page, "next").answer();
        PendingInteraction help = discord.press(fan, next, "help");

        assertEquals(page.id(), next.id());
        assertEquals("page 2", next.content());
        assertTrue(next.isEdited());
        assertEquals("help", help.followUps(1).getFirst().content());
        assertTrue(help.followUps(1).getFirst().isEphemeral());
        assertThrows(IllegalStateException.class, () -> discord.press(fan, page, "back"));
    }

    @Test
    void aLateAnswerIsRefused() {
        CompletableFuture<SlashCommandInteractionEvent> received = new CompletableFuture<>();
        onSlash(received::complete);
        PendingInteraction pending = discord.slash(fan, channel, "track", Map.of("name", "Spa"));
        SlashCommandInteractionEvent slash =
                received.orTimeout(60, TimeUnit.SECONDS).join();

        clock.advance(Duration.ofSeconds(4));

        assertEquals(ErrorResponse.UNKNOWN_INTERACTION, refusal(slash.reply("too late")));
        assertTrue(pending.isUnanswered());
        pending.awaitRefusals(1);
    }

    @Test
    void hearsOfWhatIsDeletedAndWhereItIsAdded() {
        CompletableFuture<GenericEvent> joined = new CompletableFuture<>();
        CompletableFuture<GenericEvent> left = new CompletableFuture<>();
        jda.on((_, event) -> {
            if (event instanceof GuildJoinEvent) {
                joined.complete(event);
            } else if (event instanceof GuildLeaveEvent) {
                left.complete(event);
            }
        });
        FakeGuild fresh = discord.world().guildToJoin("Fresh");
        FakeChannel news = fresh.text("news");
        FakeChannel thread = news.thread("round 1");
        FakeRole gone = fresh.role("gone", true);

        fresh.join();
        joined.orTimeout(60, TimeUnit.SECONDS).join();
        thread.delete();
        gone.delete();
        discord.await(
                "thread and role gone",
                () -> jda.api().getThreadChannelById(thread.id()) == null
                        && jda.api().getRoleById(gone.id()) == null);
        news.delete();
        discord.await("channel gone", () -> jda.api().getTextChannelById(news.id()) == null);
        fresh.outage();
        discord.await("guild out", () -> jda.api().isUnavailable(Long.parseLong(fresh.id())));
        fresh.back();
        discord.await("guild back", () -> jda.api().getGuildById(fresh.id()) != null);
        fresh.kick();
        left.orTimeout(60, TimeUnit.SECONDS).join();

        assertNull(jda.api().getGuildById(fresh.id()));
    }

    private void onSlash(Consumer<SlashCommandInteractionEvent> action) {
        jda.on((_, event) -> {
            if (event instanceof SlashCommandInteractionEvent slash) {
                action.accept(slash);
            }
        });
    }

    private static ErrorResponse refusal(RestAction<?> action) {
        return assertThrows(ErrorResponseException.class, action::complete).getErrorResponse();
    }
}
