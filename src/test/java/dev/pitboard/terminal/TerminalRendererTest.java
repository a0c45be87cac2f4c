package dev.pitboard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Presentation;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.guide.GuideCases;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TerminalRendererTest {
    private static final Instant NOW = Instant.parse("2023-09-30T14:40:00Z");
    private static final String ESCAPE = "\u001b";

    @ParameterizedTest
    @MethodSource("dev.pitboard.guide.GuideCases#all")
    void noLineIsWiderThanTheWindow(GuideCases.Case one) {
        TerminalRenderer renderer = new TerminalRenderer(one.presentation(), false);
        for (int columns : new int[] {24, 30, 44, 60, 88, 200}) {
            renderer.render(one.card(Platform.TERMINAL), columns)
                    .lines()
                    .forEach(line -> assertTrue(
                            TerminalText.width(line) <= Math.min(columns, TerminalRenderer.WIDEST),
                            () -> columns + ": " + line));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pitboard.guide.GuideCases#all")
    void coloursChangeNothingButTheLook(GuideCases.Case one) {
        String plain = plain(new TerminalRenderer(one.presentation(), true).render(one.card(Platform.TERMINAL), 80));

        assertFalse(plain.contains(ESCAPE));
        assertTrue(plain.startsWith("▌ "));
    }

    @Test
    void rehearsalsSaySo() {
        Card card = Card.titled(Tone.LIVE, "Race 1").build();

        assertEquals("▌ REHEARSAL  Race 1\n", renderer(true, false).render(card, 80));
    }

    @Test
    void nothingFromDataReachesTheTerminalsControls() {
        String evil = "a\u001b[31mred\u001b]0;title\u0007\u009b2J\r\nb\u202ec\u2066d\u0000e";
        Card card = Card.titled(Tone.INFO, evil)
                .heading(evil)
                .paragraph(Line.of(evil).strong(evil).code(evil).link(evil, URI.create("https://example.org/")))
                .fact(evil, evil)
                .rows(List.of(new Block.Row(Line.of(evil), Line.of(evil), List.of(Line.of(evil)))))
                .quiet(evil)
                .run(evil, evil)
                .build();

        String text = renderer(false, false).render(card, 80);
        assertTrue(text.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)), text);
        assertFalse(text.contains("\u202e") || text.contains("\u2066"));
        assertFalse(plain(renderer(false, true).render(card, 80))
                .codePoints()
                .anyMatch(c -> c != '\n' && Character.isISOControl(c)));
        assertTrue(text.startsWith("▌ a[31mred]0;title2J  bcde\n"), text);
    }

    @Test
    void linksCanBeClickedWithColoursAndReadWithout() {
        Card card = Card.titled(Tone.INFO, "t")
                .paragraph(Line.of("See ").link("press photos", URI.create("https://example.org/p")))
                .build();

        assertTrue(renderer(false, false).render(card, 80).contains("See press photos <https://example.org/p>"));
        assertTrue(renderer(false, true)
                .render(card, 80)
                .contains("\u001b]8;;https://example.org/p\u001b\\\u001b[4mpress photos\u001b[0m\u001b]8;;\u001b\\"));
    }

    @Test
    void wideAndCombiningCharactersKeepColumnsStraight() {
        assertEquals(4, TerminalText.width("鈴鹿"));
        assertEquals(2, TerminalText.width("🏁"));
        assertEquals(2, TerminalText.width("👨‍👩‍👧"));
        assertEquals(1, TerminalText.width("e\u0301"));
        Card card = Card.titled(Tone.INFO, "t")
                .rows(List.of(
                        new Block.Row(Line.of("鈴鹿"), Line.of("Suzuka")), new Block.Row(Line.of("Spa"), Line.of("Spa"))))
                .build();

        assertTrue(renderer(false, false).render(card, 80).endsWith("  鈴鹿  Suzuka\n  Spa   Spa\n"));
    }

    @Test
    void timesAreThoseOfTheConfiguredZone() {
        Card card = Card.titled(Tone.INFO, "t")
                .paragraph(Line.empty()
                        .moment(NOW.plusSeconds(600), MomentStyle.TIME)
                        .text(", ")
                        .moment(NOW.plusSeconds(600), MomentStyle.RELATIVE)
                        .text(", ")
                        .trackTime(NOW.plusSeconds(600), ZoneId.of("Europe/Madrid"), MomentStyle.TIME))
                .build();

        assertTrue(renderer(false, false).render(card, 80).contains("  15:50, in 10 minutes, 16:50 CEST\n"));
    }

    @Test
    void rowsWithLongLeadsStandBesideThemWhereThereIsRoom() {
        Card card = Card.titled(Tone.INFO, "t")
                .rows(List.of(new Block.Row(
                        Line.empty().moment(NOW, MomentStyle.WEEKDAY_DATE_TIME),
                        Line.of("Race 1 (10m before)"),
                        List.of(Line.of("Barcelona")))))
                .build();

        assertTrue(renderer(false, false)
                .render(card, 80)
                .endsWith("  Sat 30 Sep 2023 15:40 BST  Race 1 (10m before)\n    Barcelona\n"));
        assertTrue(renderer(false, false)
                .render(card, 44)
                .endsWith("  Sat 30 Sep 2023 15:40 BST\n    Race 1 (10m before)\n    Barcelona\n"));
    }

    @Test
    void aWordWiderThanTheWindowIsBrokenAndNothingIsLost() {
        String word = "x".repeat(10_000);

        String text = renderer(false, false)
                .render(Card.titled(Tone.INFO, "t").paragraph(word).build(), 40);

        assertEquals(10_000, text.chars().filter(c -> c == 'x').count());
        assertTrue(text.lines().allMatch(l -> l.length() <= 40));
    }

    @Test
    void anEmptyTitleStillMakesACard() {
        assertEquals(
                "▌\n", renderer(false, false).render(Card.titled(Tone.INFO, "").build(), 80));
    }

    private static TerminalRenderer renderer(boolean rehearsal, boolean ansi) {
        return new TerminalRenderer(
                new Presentation(rehearsal, ZoneId.of("Europe/London"), InstantSource.fixed(NOW)), ansi);
    }

    private static String plain(String ansi) {
        return ansi.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("\u001b]8;;[^\u001b]*\u001b\\\\", "");
    }
}
