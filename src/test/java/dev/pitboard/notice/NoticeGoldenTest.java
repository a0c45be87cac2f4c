package dev.pitboard.notice;

import dev.pitboard.GoldenFiles;
import dev.pitboard.card.Presentation;
import dev.pitboard.discord.DiscordRenderer;
import dev.pitboard.guide.GuideCases;
import dev.pitboard.telegram.TelegramRenderer;
import dev.pitboard.terminal.TerminalRenderer;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How notices and edited reminders look on every platform. */
final class NoticeGoldenTest {
    private static Presentation presentation(NoticeCases.Case one) {
        return new Presentation(false, GuideCases.READER, InstantSource.fixed(one.now()));
    }

    @ParameterizedTest
    @MethodSource("dev.pitboard.notice.NoticeCases#all")
    void looksAsReviewedOnDiscord(NoticeCases.Case one) {
        DiscordRenderer renderer = new DiscordRenderer(presentation(one));
        GoldenFiles.assertMatches("discord", one.name(), String.join("\n", renderer.previewPost(one.card(), null)));
    }

    @ParameterizedTest
    @MethodSource("dev.pitboard.notice.NoticeCases#all")
    void looksAsReviewedOnTelegram(NoticeCases.Case one) {
        TelegramRenderer renderer = new TelegramRenderer(presentation(one), List.of());
        GoldenFiles.assertMatches("telegram", one.name(), renderer.preview(one.card()));
    }

    @ParameterizedTest
    @MethodSource("dev.pitboard.notice.NoticeCases#all")
    void looksAsReviewedInTheTerminal(NoticeCases.Case one) {
        TerminalRenderer renderer = new TerminalRenderer(presentation(one), false);
        GoldenFiles.assertMatches("terminal", one.name(), renderer.render(one.card(), 80));
    }
}
