package dev.pitboard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class WrappedTest {
    @Test
    void linesBreakAtSpacesBelowWhatTheyContinue() {
        assertEquals("▌ one two\n▌ three\n\n  four", Wrapped.at(10, "▌ one two three\n\n  four"));
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals("a  b\n", Wrapped.at(4, "a  b\n"));
    }

    @Test
    void aLongWordStaysWhole() {
        assertEquals("a\nhttps://example.org\nb", Wrapped.at(8, "a https://example.org b"));
    }

    @Test
    void coloursTakeNoRoom() {
        assertEquals("\u001b[1mone two\u001b[0m", Wrapped.at(7, "\u001b[1mone two\u001b[0m"));
    }
}
