package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.GoldenFiles;
import dev.pitboard.card.Action;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the guide's answers look on Telegram: as a reader sees them, then as they are sent. */
class TelegramGoldenTest {
    private static final Instant START = Instant.parse("2023-09-30T14:50:00Z");

    private static void matches(String name, Card card, Presentation presentation) {
        var renderer = new TelegramRenderer(
                presentation, GuideCases.router(GuideCases.shipped()).signatures());
        String sent = renderer.pages(card).stream().map(Page::html).collect(Collectors.joining("\n\n=== next page\n"));
        GoldenFiles.assertMatches("telegram", name, renderer.preview(card) + "\n\n=== as sent\n" + sent);
    }

    @ParameterizedTest
    @MethodSource({
        "dev.pitboard.guide.GuideCases#all",
        "dev.pitboard.subscription.command.RemindersCases#all",
        "dev.pitboard.revision.command.ByHandCases#all",
        "dev.pitboard.importing.command.ImportCases#all"
    })
    void looksAsReviewed(GuideCases.Case one) {
        matches(one.name(), one.card(Platform.TELEGRAM), one.presentation());
    }

    private static Card reminder() {
        return Card.titled(Tone.LIVE, Line.empty().strong("Race 1 ").moment(START, MomentStyle.RELATIVE))
                .paragraph("GT4 European Series · Barcelona, round 6 of 6")
                .fact("Start", Line.empty().moment(START, MomentStyle.TIME))
                .fact("At the track", Line.empty().trackTime(START, ZoneId.of("Europe/Madrid"), MomentStyle.TIME))
                .action(new Action.Open("Live timing", URI.create("https://livetiming.example.org/gt4")))
                .run("Timetable", "timetable")
                .build();
    }

    private static Presentation presentation(boolean rehearsal) {
        return new Presentation(rehearsal, GuideCases.READER, InstantSource.fixed(START.minusSeconds(600)));
    }

    @Test
    void aReminderReadsOnALockScreen() {
        matches("reminder", reminder(), presentation(false));
        String lockScreen = new TelegramRenderer(presentation(false), List.of())
                .preview(reminder())
                .lines()
                .findFirst()
                .orElseThrow();
        assertTrue(lockScreen.contains("Race 1 in 10 minutes"), lockScreen);
    }

    @Test
    void aRehearsalSaysSoAndHasNoLiveTimes() {
        matches("reminder-rehearsal", reminder(), presentation(true));
    }
}
