package dev.pitboard.reading.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pitboard.reading.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InputTest {
    private static List<String> lines(byte[] bytes) throws Unreadable {
        return Input.lines(bytes).stream().map(Line::text).toList();
    }

    private static List<String> lines(String text) throws Unreadable {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void endsLinesAsPeopleDo() throws Unreadable {
        assertEquals(List.of("a", "b", "c", "d"), lines("a\r\nb\rc\nd"));
    }

    @Test
    void takesOutQuotingAndBullets() throws Unreadable {
        assertEquals(
                List.of("11:20 FP1", "Race", "- x-y"),
                lines("> > 11:20 FP1\n  • Race\n*- x-y").stream()
                        .map(String::strip)
                        .toList());
    }

    @Test
    void readsOtherEncodings() throws Unreadable {
        assertEquals(List.of("Läufe – März"), lines("Läufe – März".getBytes(Charset.forName("windows-1252"))));
        assertEquals(List.of("Läufe"), lines("\uFEFFLäufe".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(List.of("Läufe"), lines("\uFEFFLäufe".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void undoesMojibake() throws Unreadable {
        String broken = new String("Samstag – Läufe".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertEquals(List.of("Samstag – Läufe"), lines(broken));
        assertEquals(List.of("São Paulo, Âge"), lines("São Paulo, Âge"));
    }

    @Test
    void takesOutMarkup() throws Unreadable {
        String html =
                "<html><script>var a = '10:00';</script><table><tr><td>10:00</td><td>Race&nbsp;1</td></tr></table></html>";
        assertEquals(
                List.of("10:00\tRace 1"),
                lines(html).stream()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList());
    }

    @Test
    void refusesWhatIsNoTextOrTooMuch() {
        assertThrows(Unreadable.class, () -> Input.lines(new byte[] {'a', 0, 'b'}));
        assertThrows(Unreadable.class, () -> Input.lines(new byte[Input.MOST_BYTES + 1]));
        assertThrows(Unreadable.class, () -> lines("x".repeat(300_000)));
    }
}
