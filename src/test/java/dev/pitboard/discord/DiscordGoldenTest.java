package dev.pitboard.discord;

import dev.pitboard.GoldenFiles;
import dev.pitboard.chat.Platform;
import dev.pitboard.guide.GuideCases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the guide as Discord's markdown, page after page. */
final class DiscordGoldenTest {
    @ParameterizedTest
    @MethodSource({
        "dev.pitboard.guide.GuideCases#all",
        "dev.pitboard.subscription.command.RemindersCases#all",
        "dev.pitboard.revision.command.ByHandCases#all",
        "dev.pitboard.importing.command.ImportCases#all"
    })
    void looksAsReviewed(GuideCases.Case one) {
        DiscordRenderer renderer = new DiscordRenderer(one.presentation());

        GoldenFiles.assertMatches(
                "discord", one.name(), String.join("\n", renderer.preview(one.card(Platform.DISCORD))));
    }
}
