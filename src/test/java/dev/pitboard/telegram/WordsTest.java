package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Signature;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single spans and buttons. */
class WordsTest {
    private final TelegramRenderer renderer =
            new TelegramRenderer(TelegramFixture.LIVE, List.of(Signature.guide("next-session", "What is next")));

    private String html(Line line) {
        return renderer.pages(Card.titled(Tone.INFO, line).build()).getFirst().html();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        TIME              | t   | 16:50 CEST
        DATE              | D   | 30 Sep 2023
        DATE_TIME         | Dt  | 30 Sep 2023 16:50 CEST
        WEEKDAY_DATE_TIME | wDt | Sat 30 Sep 2023 16:50 CEST
        RELATIVE          | r   | in 10 minutes (16:50 CEST)
        """)
    void anInstantIsLiveWithATextForOldApps(MomentStyle style, String format, String text) {
        assertEquals(
                "<b><tg-time unix=\"1696085400\" format=\"" + format + "\">" + text + "</tg-time></b>",
                html(Line.empty().moment(TelegramFixture.NOW.plus(Duration.ofMinutes(10)), style)));
    }

    @Test
    void commandsAreSpelledSoThatTheyCanBeTapped() {
        assertEquals("<b>/next_session</b>", html(Line.empty().code("/next-session")));
        assertEquals(
                "<b>Type </b><code>/next_session gt4</code>",
                html(Line.of("Type ").code("/next-session gt4")));
        assertEquals(
                "<b>(/next_session) and /next-sessions and x/next-session</b>",
                html(Line.of("(/next-session) and /next-sessions and x/next-session")));
    }

    @Test
    void whatLooksLikeHtmlIsText() {
        assertEquals("<b>a &lt;b&gt; &amp;amp; &quot;c&quot;</b>", html(Line.of("a <b> &amp; \"c\"")));
        assertEquals(
                "<b><a href=\"https://example.org/?a=%22&amp;b\">x</a></b>",
                html(Line.empty().link("x", URI.create("https://example.org/?a=%22&b"))));
    }

    @Test
    void anAddressTelegramDoesNotTakeIsWrittenOut() {
        assertEquals("<b>x (http://localhost/a)</b>", html(Line.empty().link("x", URI.create("http://localhost/a"))));
        var card = Card.titled(Tone.INFO, "Links")
                .action(new Action.Open("Timing", URI.create("http://localhost/a")))
                .action(new Action.Run("/next-session", "next-session"))
                .build();

        assertEquals("Links\n\nTiming: http://localhost/a\n\n[ /next_session ]", renderer.preview(card));
    }

    @Test
    void buttonsStandInEvenRows() {
        var card = Card.titled(Tone.INFO, "x");
        for (String label : List.of("One", "Two", "Three", "Four")) {
            card.run(label, "next-session");
        }

        assertEquals("x\n\n[ One ] [ Two ]\n[ Three ] [ Four ]", renderer.preview(card.build()));
    }
}
