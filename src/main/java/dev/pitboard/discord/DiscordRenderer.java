package dev.pitboard.discord;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Tone;
import dev.pitboard.command.CommandLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * Cards as Discord's messages. Answers are Components V2 in pages; posts are plain text with at most one embed, because
 * push notifications of Components V2 are empty on phones. Nobody is mentioned but the one role of a post.
 */
public final class DiscordRenderer {
    private static final String REHEARSAL = "REHEARSAL · ";
    private static final int PAGE_NOTE = "-# Page 999 of 999".length();
    /** The container, the title, the note of the page with its row of two buttons. */
    private static final int FRAME = 6;

    private final boolean rehearsal;
    private final Markdown markdown;
    private final Buttons buttons;

    public DiscordRenderer(Presentation presentation) {
        this(presentation, new SavedLines());
    }

    DiscordRenderer(Presentation presentation, SavedLines saved) {
        this.rehearsal = presentation.rehearsal();
        this.markdown = new Markdown(presentation);
        this.buttons = new Buttons(saved);
    }

    /** The page of the answer that the command line asks for; the last one if there are fewer. */
    MessageCreateData answer(Card card, CommandLine line) {
        List<MessageCreateData> pages = pages(card, line);
        return pages.get(Math.min(line.page(), pages.size()) - 1);
    }

    /** All pages of an answer. */
    List<MessageCreateData> pages(Card card, CommandLine line) {
        List<String> titles = titles(card, Part.LONGEST_HEADING);
        List<Part> parts = new ArrayList<>();
        titles.stream().skip(1).forEach(t -> parts.add(new Part.Text("## " + t, true, true)));
        parts.addAll(parts(card));
        String title = titles.isEmpty() ? "" : "## " + titles.getFirst();
        int shown = Math.min(card.actions().size(), Buttons.ON_A_PAGE);
        int rows = (shown + Limits.BUTTONS_IN_ROW - 1) / Limits.BUTTONS_IN_ROW;
        List<Page> pages = Page.of(
                parts,
                new Page.Room(
                        Limits.COMPONENT_TEXT - title.length() - PAGE_NOTE, Limits.COMPONENTS - FRAME - rows - shown));
        int setsOfActions = Math.max(1, (card.actions().size() + Buttons.ON_A_PAGE - 1) / Buttons.ON_A_PAGE);
        int count = Math.max(pages.size(), setsOfActions);
        List<MessageCreateData> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Page page = i < pages.size() ? pages.get(i) : new Page(List.of());
            List<ContainerChildComponent> children = new ArrayList<>(body(title, page));
            children.addAll(buttons.rows(actions(card, setsOfActions == 1 ? 0 : i), CustomId.NONE));
            if (count > 1) {
                children.add(TextDisplay.of("-# Page " + (i + 1) + " of " + count));
                children.add(buttons.turn(line, i + 1, count));
            }
            messages.add(message(card.tone(), children));
        }
        return messages;
    }

    /**
     * A post: the first line pings the role and says what it is about, the blocks are one embed. What doesn't fit is
     * counted in its last line.
     *
     * @param messageId what stands in the buttons, see {@link CustomId}
     * @param role the id of the role to ping, or null
     */
    MessageCreateData post(Card card, @Nullable String messageId, @Nullable String role) {
        String ping = role == null ? "" : "<@&" + role + "> ";
        List<String> titles = titles(card, Limits.CONTENT - ping.length());
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setContent(ping + (titles.isEmpty() ? "" : titles.getFirst()))
                .setAllowedMentions(List.of());
        if (role != null) {
            message = message.mentionRoles(role);
        }
        List<Part> parts = new ArrayList<>();
        titles.stream().skip(1).forEach(t -> parts.add(new Part.Text(t, true, false)));
        parts.addAll(parts(card));
        String description = Embeds.description(parts);
        if (!description.isBlank()) {
            message = message.setEmbeds(new EmbedBuilder()
                    .setColor(Colours.of(card.tone()))
                    .setDescription(description)
                    .build());
        }
        String slot = messageId == null ? CustomId.NONE : messageId;
        List<ActionRow> rows = buttons.rows(card.actions(), slot);
        return message.setComponents(rows.subList(0, Math.min(rows.size(), Limits.ROWS)))
                .build();
    }

    /** How an answer looks on Discord, as lines of text with its markdown. */
    public List<String> preview(Card card) {
        return Preview.of(pages(card, new CommandLine(List.of("preview"), Map.of(), 1)));
    }

    /** How a post looks on Discord, as lines of text with its markdown. */
    public List<String> previewPost(Card card, @Nullable String role) {
        return Preview.of(List.of(post(card, null, role)));
    }

    private List<String> titles(Card card, int most) {
        Line title = rehearsal ? Line.of(REHEARSAL).then(card.title()) : card.title();
        return markdown.pieces(title, most).stream().filter(t -> !t.isBlank()).toList();
    }

    /** The blocks, and below them the links that are too long for a button. */
    private List<Part> parts(Card card) {
        List<Block> blocks = new ArrayList<>(card.blocks());
        for (Action action : card.actions()) {
            if (action instanceof Action.Open(String label, var url) && Buttons.tooLong(action)) {
                blocks.add(new Block.Paragraph(Line.empty().link(label, url)));
            }
        }
        return Part.of(blocks, markdown);
    }

    private static List<Action> actions(Card card, int set) {
        int from = Math.min(card.actions().size(), set * Buttons.ON_A_PAGE);
        int to = Math.min(card.actions().size(), from + Buttons.ON_A_PAGE);
        return card.actions().subList(from, to);
    }

    private static List<ContainerChildComponent> body(String title, Page page) {
        List<ContainerChildComponent> children = new ArrayList<>();
        if (!title.isEmpty()) {
            children.add(TextDisplay.of(title));
        }
        for (String display : page.displays()) {
            children.add(
                    display.isEmpty() ? Separator.createDivider(Separator.Spacing.SMALL) : TextDisplay.of(display));
        }
        return children;
    }

    private static MessageCreateData message(Tone tone, List<ContainerChildComponent> children) {
        List<ContainerChildComponent> all =
                children.isEmpty() ? List.of(TextDisplay.of("-# (nothing to show)")) : children;
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(Container.of(all).withAccentColor(Colours.of(tone)))
                .setAllowedMentions(List.<Message.MentionType>of())
                .build();
    }
}
