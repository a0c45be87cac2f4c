package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages fit, and nothing that was to be said is lost. */
class PagesTest {
    private static final List<MomentStyle> STYLES = List.of(MomentStyle.values());
    private static final List<Tone> TONES = List.of(Tone.values());
    private static final String[] WORDS = {
        "Barcelona",
        "<b>",
        "&amp;",
        "a\"b",
        "🏁🏎️",
        "Bäckman",
        "سباق",
        "x".repeat(300),
        "👨‍👩‍👧‍👦",
        "/next-session",
        "Q1",
        "–"
    };

    private final TelegramRenderer renderer = new TelegramRenderer(TelegramFixture.LIVE, List.of());

    private static String words(Random random, int most) {
        var text = new StringBuilder("w");
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(random.nextInt(4) == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private static Line line(Random random, int most) {
        Line line = Line.empty();
        for (int i = random.nextInt(4); i >= 0; i--) {
            line = switch (random.nextInt(5)) {
                case 0 -> line.strong(words(random, most));
                case 1 -> line.code(words(random, most));
                case 2 -> line.link(words(random, most), URI.create("https://example.org/?a=1&b=%22"));
                case 3 ->
                    line.moment(
                            TelegramFixture.NOW.plusSeconds(random.nextInt()),
                            STYLES.get(random.nextInt(STYLES.size())));
                default -> line.text(words(random, most));
            };
        }
        return line;
    }

    private static Card card(Random random) {
        Card.Builder card = Card.titled(TONES.get(random.nextInt(TONES.size())), line(random, 3));
        for (int i = random.nextInt(8); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> card.heading(line(random, 3));
                case 1 -> card.paragraph(line(random, random.nextInt(10) == 0 ? 900 : 40));
                case 2 -> card.fact("Circuit", line(random, 5));
                case 3 -> card.divider();
                case 4 -> card.quiet(line(random, 10));
                default -> {
                    var rows = new ArrayList<Block.Row>();
                    for (int row = random.nextInt(80); row > 0; row--) {
                        rows.add(new Block.Row(line(random, 1), line(random, 4), List.of(line(random, 4))));
                    }
                    card.rows(rows);
                }
            }
        }
        return card.build();
    }

    /** Letters only: blanks move when lines break. */
    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPageFitsAndNothingIsLost(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            Card card = card(random);
            List<Page> pages = renderer.pages(card);
            for (Page page : pages) {
                assertTrue(page.text().length() <= Limits.TEXT, "too long");
                assertTrue(entities(page.html()) <= Limits.ENTITIES, "too many entities");
                assertFalse(page.text().isBlank());
                assertEquals(page.text(), stripped(page.html()), "the text without the tags");
            }
            String whole = Layout.of(card, new Words(TelegramFixture.LIVE, renderer.names()), false).stream()
                    .map(Piece::text)
                    .collect(Collectors.joining());
            assertEquals(letters(whole), letters(pages.stream().map(Page::text).collect(Collectors.joining())));
        }
    }

    @Test
    void theServiceTakesThemAll() {
        try (var bot = new TelegramFixture()) {
            long group = bot.telegram.world().group("Fans");
            var random = new Random(99);
            int sent = 0;
            for (int i = 0; i < 15; i++) {
                Card card = card(random);
                sent += renderer.pages(card).size();
                var outcome = bot.connection.messenger().send(Post.once(TelegramFixture.chat(group), card, null));
                assertEquals(Outcome.Sent.class, outcome.getClass(), outcome.toString());
            }
            assertEquals(sent, bot.telegram.recorder().messages(group).size());
            assertEquals(List.of(), bot.telegram.recorder().mistakes());
            assertTrue(bot.telegram.recorder().messages(group).stream().noneMatch(m -> m.previews()));
        }
    }

    @Test
    void aHeadingStaysWithWhatItIsAbout() {
        var heading = new Piece(List.of(Run.plain("Friday")), 2, true);
        var above = new Piece(List.of(Run.plain("x".repeat(90))), 0, false);
        var below = new Piece(List.of(Run.plain("y".repeat(20))), 1, false);

        var pages = Pages.of(List.of(above, heading, below), 100, 10);

        assertEquals(
                List.of("x".repeat(90), "Friday\n" + "y".repeat(20)),
                pages.stream().map(Page::text).toList());
    }

    @Test
    void aWordOfTwoUnitsIsNotCutInTheMiddle() {
        var pages = Pages.of(List.of(new Piece(List.of(Run.plain("🏁".repeat(10))), 0, false)), 5, 10);

        assertEquals(5, pages.size());
        pages.forEach(page -> assertEquals("🏁🏁", page.text()));
    }

    private static int entities(String html) {
        return html.split("</", -1).length - 1;
    }

    private static String stripped(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
