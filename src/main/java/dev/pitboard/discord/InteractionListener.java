package dev.pitboard.discord;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Attachment;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.jspecify.annotations.Nullable;

/**
 * Turns what people do into requests. What a button on a message that others see asks for is answered to the presser
 * alone, so that a channel isn't flooded; only the buttons that turn the page change the message itself, for everybody.
 */
final class InteractionListener extends ListenerAdapter {
    private final Router router;
    private final Answering answering;
    private final SavedLines saved;
    private final InstantSource now;

    /** @param now timetable time */
    InteractionListener(Router router, Answering answering, SavedLines saved, InstantSource now) {
        this.router = router;
        this.answering = answering;
        this.saved = saved;
        this.now = now;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        CommandLine line = new CommandLine(path(event), arguments(event, ""), 1);
        answering.answer(event, request(event, line, attachment(event)), line, false);
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        String typing = event.getFocusedOption().getName();
        CommandLine line = new CommandLine(path(event), arguments(event, typing), 1);
        answering.complete(
                event, request(event, line), typing, event.getFocusedOption().getValue());
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        Optional<CustomId> id = CustomId.parse(event.getComponentId());
        Optional<String> typed = id.flatMap(saved::line);
        if (typed.isEmpty()) {
            answering.mistake(
                    event, new UserError("I no longer know what this button did. Please type the command again."));
            return;
        }
        CommandLine line;
        try {
            line = router.parse(typed.get(), Platform.DISCORD);
        } catch (UserError changedSince) {
            answering.mistake(event, changedSince);
            return;
        }
        if (id.get().turnsPage()) {
            answering.turnPage(event, request(event, line), line);
        } else {
            answering.answer(event, request(event, line), line, event.isFromGuild());
        }
    }

    private Request request(Interaction event, CommandLine line) {
        return request(event, line, null);
    }

    private Request request(Interaction event, CommandLine line, @Nullable Attachment attachment) {
        String channel = String.valueOf(event.getChannelId());
        String space = event.getGuild() == null ? channel : event.getGuild().getId();
        return new Request(
                DiscordCaller.of(event),
                ChatRef.of(Platform.DISCORD, channel),
                space,
                line.path(),
                line.arguments(),
                attachment,
                now.instant());
    }

    private static List<String> path(CommandInteractionPayload event) {
        return List.of(event.getFullCommandName().split(" ", -1));
    }

    private static @Nullable Attachment attachment(CommandInteractionPayload event) {
        return event.getOptions().stream()
                .filter(option -> option.getType() == OptionType.ATTACHMENT)
                .map(option -> new DiscordFile(option.getAsAttachment()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> arguments(CommandInteractionPayload event, String without) {
        Map<String, String> arguments = new HashMap<>();
        for (OptionMapping option : event.getOptions()) {
            String value = option.getAsString().strip();
            if (!option.getName().equals(without) && !value.isEmpty() && option.getType() != OptionType.ATTACHMENT) {
                arguments.put(option.getName(), value);
            }
        }
        return arguments;
    }
}
