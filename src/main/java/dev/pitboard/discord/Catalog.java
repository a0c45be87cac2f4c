package dev.pitboard.discord;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** The commands as Discord wants them registered: in servers and in private messages with the bot. */
final class Catalog {
    private static final int DESCRIPTION = 100;

    private Catalog() {}

    /** One command for each first word; second words are its subcommands. */
    static List<SlashCommandData> of(List<Signature> signatures) {
        Map<String, List<Signature>> groups = new LinkedHashMap<>();
        for (Signature signature : signatures) {
            groups.computeIfAbsent(signature.path().getFirst(), _ -> new ArrayList<>())
                    .add(signature);
        }
        return groups.values().stream().map(Catalog::command).toList();
    }

    /** Whether what is registered does the same as what is wanted; ids, versions and order don't matter. */
    static boolean isSame(List<Command> registered, List<SlashCommandData> wanted) {
        if (registered.stream().anyMatch(c -> c.getType() != Command.Type.SLASH)) {
            return false;
        }
        return canonical(registered.stream().map(SlashCommandData::fromCommand).toList())
                .equals(canonical(wanted));
    }

    private static Map<String, Map<String, Object>> canonical(List<SlashCommandData> commands) {
        Map<String, Map<String, Object>> byName = new TreeMap<>();
        commands.forEach(c -> byName.put(c.getName(), c.toData().toMap()));
        return byName;
    }

    private static SlashCommandData command(List<Signature> group) {
        Signature first = group.getFirst();
        SlashCommandData data = Commands.slash(first.path().getFirst(), description(group))
                .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL);
        // Hidden only where everything in it is for managers; who may run what is checked when it is run.
        if (group.stream().allMatch(s -> s.access() == Signature.Access.MANAGERS)) {
            data = data.setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
        }
        for (Signature signature : group) {
            List<OptionData> options = options(signature);
            data = signature.path().size() == 1
                    ? data.addOptions(options)
                    : data.addSubcommands(new SubcommandData(signature.path().getLast(), signature.description())
                            .addOptions(options));
        }
        return data;
    }

    private static String description(List<Signature> group) {
        if (group.getFirst().path().size() == 1) {
            return group.getFirst().description();
        }
        String all =
                String.join(", ", group.stream().map(s -> s.path().getLast()).toList());
        String text = "What you can do: " + all;
        return text.length() <= DESCRIPTION ? text : text.substring(0, DESCRIPTION - 1) + "…";
    }

    private static List<OptionData> options(Signature signature) {
        return signature.parameters().stream()
                .filter(p -> p.platforms().contains(Platform.DISCORD))
                .map(Catalog::option)
                .toList();
    }

    private static OptionData option(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT ->
                new OptionData(
                        OptionType.STRING, parameter.name(), parameter.description(), false, parameter.completes());
            case LINES ->
                new OptionData(OptionType.STRING, parameter.name(), parameter.description())
                        .setMaxLength(OptionData.MAX_STRING_OPTION_LENGTH);
            case ATTACHMENT -> new OptionData(OptionType.ATTACHMENT, parameter.name(), parameter.description());
            case ROLE -> new OptionData(OptionType.ROLE, parameter.name(), parameter.description());
        };
    }
}
