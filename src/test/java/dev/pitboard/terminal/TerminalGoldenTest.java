package dev.pitboard.terminal;

import dev.pitboard.GoldenFiles;
import dev.pitboard.chat.Platform;
import dev.pitboard.guide.GuideCases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the guide in the terminal: 80 columns, plain; some also narrow. */
final class TerminalGoldenTest {
    @ParameterizedTest
    @MethodSource("dev.pitboard.guide.GuideCases#all")
    void looksAsReviewed(GuideCases.Case one) {
        TerminalRenderer renderer = new TerminalRenderer(one.presentation(), false);

        GoldenFiles.assertMatches("terminal", one.name(), renderer.render(one.card(Platform.TERMINAL), 80));
    }

    @ParameterizedTest
    @MethodSource("dev.pitboard.guide.GuideCases#all")
    void looksAsReviewedInANarrowWindow(GuideCases.Case one) {
        TerminalRenderer renderer = new TerminalRenderer(one.presentation(), false);

        GoldenFiles.assertMatches("terminal-narrow", one.name(), renderer.render(one.card(Platform.TERMINAL), 44));
    }
}
