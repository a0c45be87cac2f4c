package dev.pitboard.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Action;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span;
import dev.pitboard.chat.Platform;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CommandLineTest {
    private static final Set<String> KINDS = Set.of("race", "practice");
    private static final List<Signature> SIGNATURES = List.of(
            Signature.guide("next-session", "What is next"),
            Signature.guide(
                    "timetable",
                    "A weekend",
                    Parameter.search("round", "Which"),
                    Parameter.words("season", "Year", w -> w.matches("20\\d\\d"), false)),
            Signature.guide(
                    "reminders on",
                    "On",
                    Parameter.words("before", "How early", w -> w.matches("\\d+[mh]"), false),
                    Parameter.words("kinds", "Which kinds", KINDS::contains, false),
                    Parameter.role("role", "Whom to ping")),
            Signature.guide("reminders off", "Off"));

    @Test
    void wordsStandInAnyOrderWhereTheirLookTellsWhatTheyAre() {
        CommandLine one = parse("reminders on race 1h practice 10m");
        CommandLine other = parse("reminders on 1h 10m race practice");

        assertEquals(Map.of("before", "1h 10m", "kinds", "race practice"), one.arguments());
        assertEquals(one, other);
        assertEquals(List.of("reminders", "on"), one.path());
    }

    @Test
    void wordsThatNobodyClaimsGoToTheSearch() {
        assertEquals(
                Map.of("round", "spa francorchamps", "season", "2024"),
                parse("timetable spa 2024 francorchamps").arguments());
    }

    @Test
    void valuesWithSpacesStandInQuotes() {
        assertEquals(
                Map.of("round", "Paul Ricard"),
                parse("timetable round=\"Paul Ricard\"").arguments());
        assertEquals(
                Map.of("round", "Paul Ricard 2024"),
                parse("timetable \"Paul Ricard 2024\"").arguments());
    }

    @Test
    void namesAreReadInAnyCaseAndMayBeEmpty() {
        assertEquals(Map.of("round", "6"), parse("TimeTable ROUND=6").arguments());
        assertEquals(Map.of(), parse("timetable round= ").arguments());
        assertEquals(Map.of(), parse("timetable round=\"\"").arguments());
    }

    @Test
    void underscoresAreHyphensInCommandNames() {
        assertEquals(List.of("next-session"), parse("next_session").path());
        assertEquals(List.of("next-session"), parse("  NEXT-Session  ").path());
    }

    @Test
    void aCommandOfTwoWordsMayBeWrittenAsOne() {
        assertEquals(parse("reminders on 1h"), parse("reminders_on 1h"));
        assertEquals(parse("reminders on"), parse("Reminders-On"));
    }

    @Test
    void pageIsNotAnArgument() {
        CommandLine line = parse("timetable round=spa page=3");

        assertEquals(3, line.page());
        assertEquals(Map.of("round", "spa"), line.arguments());
        assertEquals(1, parse("timetable page=0").page());
    }

    @Test
    void aPageLeadsBackToTheSameAnswer() {
        CommandLine line = parse("timetable \"Paul Ricard\" season=2024");

        assertEquals("timetable round=\"Paul Ricard\" season=2024 page=2", line.withPage(2));
        assertEquals(new CommandLine(line.path(), line.arguments(), 2), parse(line.withPage(2)));
        assertEquals(line, parse(line.withPage(1)));
    }

    @Test
    void anUnknownNameIsAWordForTheSearchOrAMistake() {
        assertEquals(Map.of("round", "track=spa"), parse("timetable track=spa").arguments());
        assertEquals(
                "I can't make sense of “colour=red” in reminders on. It takes: before=…, kinds=….",
                mistake("reminders on colour=red"));
        assertEquals(
                "I can't make sense of “tomorrow” in next-session. It takes nothing more.",
                mistake("next-session tomorrow"));
    }

    @Test
    void aParameterOfAnotherPlatformDoesNotExistHere() {
        assertThrows(UserError.class, () -> parse("reminders on role=5"));
        assertEquals(
                Map.of("role", "5"),
                CommandLine.parse("reminders on role=5", SIGNATURES, Platform.DISCORD)
                        .arguments());
    }

    @Test
    void unknownCommandsGetASuggestionInThePlatformsSpelling() {
        assertEquals("There is no command nextsesion. Did you mean next-session?", mistake("nextsesion"));
        UserError telegram =
                assertThrows(UserError.class, () -> CommandLine.parse("nextsesion", SIGNATURES, Platform.TELEGRAM));
        assertEquals("There is no command /nextsesion. Did you mean /next_session?", text(telegram.line()));
        assertEquals("next-session", ((Action.Run) telegram.suggestions().getFirst()).commandLine());
        assertEquals("Say what reminders should do: reminders on, reminders off.", mistake("reminders"));
        assertEquals("There is no reminders onn. There is: reminders on, reminders off.", mistake("reminders onn"));
    }

    @Test
    void anEmptyLineIsAMistakeToo() {
        assertEquals("Nothing to do. help lists all commands.", mistake(""));
        assertEquals("Nothing to do. help lists all commands.", mistake("  \n "));
    }

    @Test
    void tenThousandCharactersAreReadAndRepeatedShortened() {
        String huge = "x".repeat(10_000);

        assertEquals(huge, parse("timetable " + huge).arguments().get("round"));
        assertTrue(mistake(huge).length() < 120, mistake(huge));
        assertTrue(mistake("next-session " + huge).length() < 120);
        assertTrue(mistake("reminders " + huge).length() < 150);
        assertEquals(
                "a ".repeat(5_000).strip(),
                parse("timetable " + "a ".repeat(5_000)).arguments().get("round"));
    }

    @Test
    void otherScriptsAndEmojiAreWordsLikeAnyOther() {
        assertEquals(
                "מונצה 🏁👨‍👩‍👧",
                parse("timetable מונצה 🏁👨‍👩‍👧").arguments().get("round"));
        assertTrue(mistake("🏁").startsWith("There is no command 🏁."));
    }

    private static CommandLine parse(String line) {
        return CommandLine.parse(line, SIGNATURES, Platform.TERMINAL);
    }

    private static String mistake(String line) {
        return text(assertThrows(UserError.class, () -> parse(line)).line());
    }

    static String text(Line line) {
        return line.spans().stream()
                .map(span -> switch (span) {
                    case Span.Text(String text) -> text;
                    case Span.Role(String id) -> id;
                    case Span.Strong(String text) -> text;
                    case Span.Code(String text) -> text;
                    case Span.Link(String label, var _) -> label;
                    case Span.Moment(var at, var _) -> at.toString();
                    case Span.TrackTime(var at, var _, var _) -> at.toString();
                })
                .collect(Collectors.joining());
    }
}
