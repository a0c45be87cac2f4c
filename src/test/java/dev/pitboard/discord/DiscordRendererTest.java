package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Action;
import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.CommandLine;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;

final class DiscordRendererTest {
    private static final Instant NOW = Instant.parse("2023-09-30T14:40:00Z");
    private static final CommandLine LINE = new CommandLine(List.of("timetable"), Map.of("round", "barcelona"), 1);

    private final DiscordRenderer renderer = renderer(false);

    private static DiscordRenderer renderer(boolean rehearsal) {
        return new DiscordRenderer(new Presentation(rehearsal, ZoneId.of("Europe/Madrid"), () -> NOW));
    }

    @Test
    void everyPageOfAnyCardIsWithinTheLimitsAndNoWordIsLost() {
        for (long seed = 1; seed <= 100; seed++) {
            RandomCards cards = new RandomCards(seed);
            Card card = cards.next();

            StringBuilder all = new StringBuilder();
            for (MessageCreateData page : renderer.pages(card, LINE)) {
                all.append(checked(page, seed)).append('\n');
            }

            Set<String> found = new HashSet<>();
            Matcher words = Pattern.compile("w(\\d+)w").matcher(all);
            while (words.find()) {
                found.add(words.group(1));
            }
            assertEquals(cards.words(), found.size(), "words of the card of seed " + seed);
        }
    }

    /** The text of a page that Discord would take. */
    private static String checked(MessageCreateData page, long seed) {
        Container container = (Container) page.getComponents().getFirst();
        StringBuilder text = new StringBuilder();
        Set<String> ids = new HashSet<>();
        int components = 1;
        for (Component child : container.getComponents()) {
            components++;
            if (child instanceof TextDisplay display) {
                text.append(display.getContent()).append('\n');
            } else if (child instanceof ActionRow row) {
                components += row.getButtons().size();
                for (Button button : row.getButtons()) {
                    assertTrue(ids.add(String.valueOf(button.getCustomId())), "twice the same id, seed " + seed);
                }
            }
        }
        assertEquals(1, page.getComponents().size());
        assertTrue(components <= Limits.COMPONENTS, components + " components, seed " + seed);
        assertTrue(text.length() <= Limits.COMPONENT_TEXT, text.length() + " characters, seed " + seed);
        return text.toString();
    }

    @Test
    void anyPostIsWithinTheLimits() {
        for (long seed = 1; seed <= 100; seed++) {
            MessageCreateData post = renderer.post(new RandomCards(seed).next(), "m".repeat(25), "123456789012345678");

            assertTrue(post.getContent().length() <= Limits.CONTENT);
            assertTrue(post.getEmbeds().size() <= 1);
            assertTrue(post.getComponents().size() <= Limits.ROWS);
            assertEquals(Set.of("123456789012345678"), post.getMentionedRoles());
            assertTrue(post.getAllowedMentions().isEmpty());
        }
    }

    @Test
    void dataCanNeitherFormatNorMention() {
        assertEquals("\\*bold\\* \\_it\\_ \\|\\|spoiler\\|\\|", Markdown.escaped("*bold* _it_ ||spoiler||"));
        assertEquals("@\u200beveryone \\<@\u200b&1\\> \\<t:1:R\\>", Markdown.escaped("@everyone <@&1> <t:1:R>"));
        assertEquals("one line", Markdown.escaped("one\n  line"));
        assertEquals("\\# title", text(Line.of("# title")));
        assertEquals("\\- item", text(Line.of("- item")));
        assertEquals("\\-# small", text(Line.of("-# small")));
        assertEquals("6\\. Barcelona", text(Line.of("6. Barcelona")));
        assertEquals("\\> quote", text(Line.of("> quote")));
        assertEquals("#19 and 1.5", text(Line.of("#19 and 1.5")));
    }

    private static String text(Line line) {
        return new Markdown(new Presentation(false, ZoneId.of("UTC"), () -> NOW)).of(line);
    }

    @Test
    void spansAreWrittenAsDiscordReadsThem() {
        assertEquals("**ab**c", text(Line.strongly("a").strong("b").text("c")));
        assertEquals("`/reminders on`", text(Line.empty().code("/reminders on")));
        assertEquals("`` a`b ``", text(Line.empty().code("a`b")));
        assertEquals(
                "[Live \\[TV\\]](<https://example.org/a)b>)",
                text(Line.empty().link("Live [TV]", URI.create("https://example.org/a)b"))));
        assertEquals("<t:1696084800:F>", text(Line.empty().moment(NOW, MomentStyle.WEEKDAY_DATE_TIME)));
        assertEquals("16:40 CEST", text(Line.empty().trackTime(NOW, ZoneId.of("Europe/Madrid"), MomentStyle.RELATIVE)));
    }

    @Test
    void aRehearsalSaysSoAndWritesTimesAsText() {
        Card card = Card.titled(Tone.LIVE, Line.of("Race 1 ").moment(NOW.plusSeconds(600), MomentStyle.RELATIVE))
                .paragraph(Line.empty().moment(NOW, MomentStyle.TIME))
                .build();

        assertEquals(
                List.of("<@&1> REHEARSAL · Race 1 in 10 minutes", "▌ 16:40 CEST"),
                renderer(true).previewPost(card, "1"));
        assertEquals(
                List.of("▌ ## REHEARSAL · Race 1 in 10 minutes", "▌ 16:40 CEST"),
                renderer(true).preview(card));
    }

    @Test
    void aHeadingNeverStandsAloneAtTheEndOfAPage() {
        Card.Builder card = Card.titled(Tone.INFO, "Calendar");
        IntStream.range(0, 60).forEach(i -> card.heading("Round " + i).paragraph("text ".repeat(20)));

        List<MessageCreateData> pages = renderer.pages(card.build(), LINE);

        assertTrue(pages.size() > 1);
        for (MessageCreateData page : pages) {
            List<String> lines = Preview.of(List.of(page)).stream()
                    .filter(l -> !l.contains("[ ") && !l.contains("-# Page"))
                    .toList();
            assertFalse(lines.getLast().contains("###"), lines.toString());
        }
    }

    @Test
    void aPostThatIsTooLongSaysWhatIsLeftOut() {
        List<Block.Row> rows = IntStream.range(0, 300)
                .mapToObj(i -> new Block.Row(Line.of("#" + i), Line.of("a session with a name")))
                .toList();

        List<String> lines =
                renderer.previewPost(Card.titled(Tone.INFO, "Long").rows(rows).build(), null);

        long shown =
                lines.stream().filter(l -> l.contains("a session with a name")).count();
        assertEquals("▌ -# … and " + (300 - shown) + " more; ask me for the rest", lines.getLast());
    }

    @Test
    void aLinkTooLongForAButtonStandsInTheText() {
        URI url = URI.create("https://example.org/" + "x".repeat(600));
        Card card = Card.titled(Tone.INFO, "Links")
                .action(new Action.Open("Live TV", url))
                .build();

        assertEquals(List.of("▌ ## Links", "▌ [Live TV](<" + url + ">)"), renderer.preview(card));
    }

    @Test
    void pagesAreCountedAndTheLastOneIsAsFarAsItGoes() {
        Card card = Card.titled(Tone.INFO, "Long")
                .rows(IntStream.range(0, 200)
                        .mapToObj(i -> new Block.Row(Line.empty(), Line.of("a session with a long name " + i)))
                        .toList())
                .build();
        int last = renderer.pages(card, LINE).size();

        String page = String.join(
                "\n", Preview.of(List.of(renderer.answer(card, new CommandLine(List.of("timetable"), Map.of(), 99)))));

        assertTrue(page.contains("-# Page " + last + " of " + last), page);
        assertTrue(page.contains("[ ‹ Previous ]") && !page.contains("Next"), page);
    }
}
