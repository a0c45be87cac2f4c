package dev.pitboard.loopback.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<br>|Unsupported start tag \"br\" at byte offset 0",
                "é<h1>x</h1>|Unsupported start tag \"h1\" at byte offset 2",
                "a < b|Unsupported start tag \"\" at byte offset 2",
                "<b|Unclosed start tag at byte offset 0",
                "<a href=\"x|Unclosed start tag at byte offset 0",
                "<b>x|Can't find end tag corresponding to start tag \"b\"",
                "<b><i>x</b></i>|Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
                "x</b>|Unexpected end tag at byte offset 1",
                "<b>x</b|Unclosed end tag at byte offset 4",
                "<span>x</span>|Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<tg-emoji emoji-id=\"x\">x</tg-emoji>|Invalid custom emoji identifier specified",
            })
    void refuses(String html, String why) {
        var refusal = assertThrows(Refusal.class, () -> new HtmlText(html).read());
        assertEquals("Bad Request: can't parse entities: " + why, refusal.description());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unix=\"soon\"", "", "unix=\"1\" format=\"rT\"", "unix=\"1\" format=\"tD\"", "format=\"r\""})
    void refusesTimesItCannotRead(String attributes) {
        String html = "<tg-time " + attributes + ">x</tg-time>";
        var refusal = assertThrows(Refusal.class, () -> new HtmlText(html).read());
        assertEquals(400, refusal.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r", "w", "wDT", "dt", "D", "T", "wd"})
    void readsEveryFormOfTime(String format) {
        var read = new HtmlText("<tg-time unix=\"1696085400\" format=\"" + format + "\">16:50</tg-time>").read();
        assertEquals(
                List.of(new Entity("date_time", 0, 5, Map.of("unix_time", "1696085400", "date_time_format", format))),
                read.entities());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<b>x</b>|bold",
                "<strong>x</strong>|bold",
                "<i>x</i>|italic",
                "<em>x</em>|italic",
                "<u>x</u>|underline",
                "<ins>x</ins>|underline",
                "<s>x</s>|strikethrough",
                "<strike>x</strike>|strikethrough",
                "<del>x</del>|strikethrough",
                "<tg-spoiler>x</tg-spoiler>|spoiler",
                "<span class='tg-spoiler'>x</span>|spoiler",
                "<code>x</code>|code",
                "<pre>x</pre>|pre",
                "<blockquote>x</blockquote>|blockquote",
                "<blockquote expandable>x</blockquote>|expandable_blockquote",
                "<B>x</B>|bold",
                "<b>x</>|bold",
            })
    void knowsItsTags(String html, String type) {
        assertEquals(new Formatted("x", List.of(new Entity(type, 0, 1, Map.of()))), new HtmlText(html).read());
    }

    @Test
    void countsInUtf16UnitsAndOrdersByPlace() {
        var read = new HtmlText(
                        "\uD83C\uDFC1 <b>Race <i>1</i></b> <a href=\"https://example.org/?a=1&amp;b=2\">Live</a>")
                .read();
        assertEquals("\uD83C\uDFC1 Race 1 Live", read.text());
        assertEquals(
                List.of(
                        new Entity("bold", 3, 6, Map.of()),
                        new Entity("italic", 8, 1, Map.of()),
                        new Entity("text_link", 10, 4, Map.of("url", "https://example.org/?a=1&b=2"))),
                read.entities());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "&lt;&gt;&amp;&quot;|<>&\"",
                "&#39;&#x27;|''",
                "&apos;&nbsp;|&apos;&nbsp;",
                "R&D|R&D",
                "a > b|a > b"
            })
    void readsTheFourNamedReferencesAndNumbers(String html, String text) {
        assertEquals(text, new HtmlText(html).read().text());
    }
}
