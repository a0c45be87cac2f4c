package dev.pitboard.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** A message as lines of text: the coloured edge is a bar, buttons stand in brackets. */
final class Preview {
    private static final String EDGE = "▌ ";
    private static final String RULE = "────────────";

    private Preview() {}

    static List<String> of(List<MessageCreateData> messages) {
        List<String> lines = new ArrayList<>();
        for (MessageCreateData message : messages) {
            if (!message.getContent().isEmpty()) {
                lines.addAll(message.getContent().lines().toList());
            }
            for (MessageEmbed embed : message.getEmbeds()) {
                String description = embed.getDescription();
                if (description != null) {
                    description.lines().forEach(l -> lines.add((EDGE + l).stripTrailing()));
                }
            }
            message.getComponents().forEach(c -> component(c, "", lines));
        }
        return lines;
    }

    private static void component(Object component, String edge, List<String> lines) {
        switch (component) {
            case Container container -> container.getComponents().forEach(c -> component(c, EDGE, lines));
            case TextDisplay display ->
                display.getContent().lines().forEach(l -> lines.add((edge + l).stripTrailing()));
            case Separator _ -> lines.add(edge + RULE);
            case ActionRow row -> {
                List<String> labels = new ArrayList<>();
                for (Button button : row.getButtons()) {
                    labels.add("[ " + button.getLabel() + (button.getUrl() == null ? "" : " ↗") + " ]");
                }
                lines.add(edge + String.join(" ", labels));
            }
            default -> throw new IllegalArgumentException("the renderer makes no " + component);
        }
    }
}
