package dev.pitboard.terminal;

import dev.pitboard.GoldenFiles;
import dev.pitboard.chat.Platform;
import dev.pitboard.guide.GuideCases;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the guide in the terminal: 80 columns, plain; some also narrow. */
final class TerminalGoldenTest {
    /** One of each tone, and one with links. */
    private static final Set<String> COLOURED = Set.of(
            "next-session-on-now", "next-session-cancelled", "timetable", "drivers-one", "mistake-round", "greeting");

    @ParameterizedTest
    @MethodSource({
        "dev.pitboard.guide.GuideCases#all",
        "dev.pitboard.subscription.command.RemindersCases#all",
        "dev.pitboard.revision.command.ByHandCases#all",
        "dev.pitboard.importing.command.ImportCases#all"
    })
    void looksAsReviewed(GuideCases.Case one) {
        TerminalRenderer renderer = new TerminalRenderer(one.presentation(), false);

        GoldenFiles.assertMatches("terminal", one.name(), renderer.render(one.card(Platform.TERMINAL), 80));
    }

    @ParameterizedTest
    @MethodSource({
        "dev.pitboard.guide.GuideCases#all",
        "dev.pitboard.subscription.command.RemindersCases#all",
        "dev.pitboard.revision.command.ByHandCases#all",
        "dev.pitboard.importing.command.ImportCases#all"
    })
    void looksAsReviewedInANarrowWindow(GuideCases.Case one) {
        TerminalRenderer renderer = new TerminalRenderer(one.presentation(), false);

        GoldenFiles.assertMatches("terminal-narrow", one.name(), renderer.render(one.card(Platform.TERMINAL), 44));
    }

    @ParameterizedTest
    @MethodSource("coloured")
    void coloursAreAsReviewed(GuideCases.Case one) {
        TerminalRenderer renderer = new TerminalRenderer(one.presentation(), true);

        GoldenFiles.assertMatches(
                "terminal-colour",
                one.name(),
                renderer.render(one.card(Platform.TERMINAL), 80).replace('\u001b', '␛'));
    }

    static Stream<GuideCases.Case> coloured() {
        return GuideCases.all().stream().filter(c -> COLOURED.contains(c.name()));
    }
}
