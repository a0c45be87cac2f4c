package dev.pitboard.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Action;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Caller;
import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Timetable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names as people write them. */
final class FindingTest {
    private static final Instant FINALE = GuideCases.at("2023-09-27T12:00");
    private static final Timetable SHIPPED = GuideCases.shipped();

    @ParameterizedTest
    @CsvSource({
        "barcelona, 2023/barcelona",
        "BARCELONA, 2023/barcelona",
        "catalunya, 2023/barcelona",
        "circuit de catalunya, 2023/barcelona",
        "montmelo, 2023/barcelona",
        "round 6, 2023/barcelona",
        "Round6, 2023/barcelona",
        "r6, 2023/barcelona",
        "6, 2023/barcelona",
        "#6, 2023/barcelona",
        "spa, 2023/spa",
        "belgium, 2023/spa",
        "paul, 2023/paul-ricard",
        "ricard paul, 2023/paul-ricard",
        "barcelona 2025, 2025/barcelona",
        "2025 round 1, 2025/paul-ricard",
        "2024/6, 2024/jeddah",
        "jeddah, 2024/jeddah",
        "portimao, 2026/portimao",
        "zandvoort, 2025/zandvoort",
        "next, 2023/barcelona",
        "last, 2023/hockenheim",
        "gt4-european/2024/monza, 2024/monza"
    })
    void roundsAreFoundAsPeopleWriteThem(String typed, String id) {
        assertEquals("gt4-european/" + id, rounds(FINALE).find(typed).id());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01T00:00, 2023/monza",
        "2023-04-22T10:00, 2023/monza",
        "2023-04-23T23:59, 2023/monza",
        "2023-04-24T00:00, 2023/paul-ricard",
        "2023-10-01T12:19, 2023/barcelona",
        "2023-10-01T12:20, 2024/paul-ricard",
        "2026-11-20T12:00, 2026/portimao"
    })
    void withoutANameItIsTheRoundThatIsOnElseTheNextElseTheLast(String now, String id) {
        assertEquals("gt4-european/" + id, rounds(GuideCases.at(now)).standard().id());
    }

    @Test
    void aTypoIsAnsweredWithWhatWasMeant() {
        UserError mistake = assertThrows(UserError.class, () -> rounds(FINALE).find("hokenheim"));

        assertEquals(
                "timetable round=gt4-european/2023/hockenheim",
                ((Action.Run) mistake.suggestions().getFirst()).commandLine());
    }

    @Test
    void nonsenseIsAMistakeAndNeverABug() {
        for (String nonsense : List.of(
                "zzzzz",
                "🏁",
                "מונצה",
                "0",
                "99",
                "s",
                "round",
                "2019",
                "2019 spa",
                "x".repeat(10_000),
                "a/b/c/d/e/f",
                "%s",
                "gt4-european/2023/nowhere")) {
            assertThrows(UserError.class, () -> rounds(FINALE).find(nonsense), nonsense);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "backman, #19",
        "BÄCKMAN, #19",
        "jessica, #19",
        "bäckman andreas, #19",
        "#19, #19",
        "19, #19",
        "racing one, #19",
        "vantage, #19",
        "alpine, #36",
        "ende, #117"
    })
    void driversAreFoundByWhateverIsKnownOfThem(String typed, String number) {
        assertTrue(CardText.of(GuideCases.answer("drivers " + typed, SHIPPED, Platform.TERMINAL, FINALE))
                .startsWith(number + " · "));
    }

    @Test
    void aRaceThatIsNotOverHasNoResultYet() {
        Instant during = GuideCases.at("2023-10-01T12:00");
        Instant after = GuideCases.at("2023-10-01T12:20");

        assertFalse(CardText.of(GuideCases.answer("drivers #2", SHIPPED, Platform.TERMINAL, during))
                .contains("Barcelona Race 2"));
        assertTrue(CardText.of(GuideCases.answer("drivers #2", SHIPPED, Platform.TERMINAL, after))
                .contains("Barcelona Race 2"));
        assertTrue(CardText.of(GuideCases.answer("drivers #77", SHIPPED, Platform.TERMINAL, during))
                .contains("Barcelona Race 1"));
    }

    @Test
    void driversAreFoundInWhicheverSeriesHasThem() {
        Timetable two = Paddock.twoSeries(SHIPPED);
        Timetable otherFirst = new Timetable(two.series().reversed(), two.circuits());
        for (String typed : List.of("drivers backman", "drivers 2023", "drivers bekman")) {
            String text = CardText.of(GuideCases.answer(typed, otherFirst, Platform.TERMINAL, FINALE));
            assertTrue(text.contains("Andreas Bäckman"), text);
        }
    }

    @Test
    void seriesAreFoundByNameAndAlias() {
        Timetable two = Paddock.twoSeries(SHIPPED);
        for (String line : List.of(
                "calendar clio", "calendar series=\"Clio Cup\"", "calendar CLIO cup", "calendar 2023 clio-cup")) {
            assertTrue(
                    CardText.of(GuideCases.answer(line, two, Platform.TERMINAL, FINALE))
                            .startsWith("Clio Cup 2023"),
                    line);
        }
        assertTrue(CardText.of(GuideCases.answer("timetable barcelona clio", two, Platform.TERMINAL, FINALE))
                .contains("Clio Race 1"));
    }

    @Test
    void withoutAnyDataThereIsAnAnswer() {
        for (String line :
                List.of("next-session", "timetable", "calendar", "track", "drivers", "points", "help", "privacy")) {
            assertFalse(
                    CardText.of(GuideCases.answer(line, Timetable.empty(), Platform.TERMINAL, FINALE))
                            .contains("broke"),
                    line);
        }
    }

    @Test
    void suggestionsWhileTypingAreBestFirst() {
        assertEquals(
                new Choice("Round 6: Barcelona, 29 Sep–1 Oct 2023", "gt4-european/2023/barcelona"),
                complete("timetable", "round", "").getFirst());
        assertEquals(
                "gt4-european/2023/spa",
                complete("timetable", "round", "spa").getFirst().value());
        assertEquals(
                "gt4-european/2023/misano",
                complete("timetable", "round", "round 4").getFirst().value());
        assertEquals("barcelona", complete("track", "place", "").getFirst().value());
        assertEquals("#19", complete("drivers", "search", "back").getFirst().value());
        assertEquals("2026", complete("calendar", "season", "").getFirst().value());
        assertEquals(
                "gt4-european", complete("points", "series", "gt").getFirst().value());
    }

    @Test
    void eachSuggestionIsShortEnoughAndLeadsToAnAnswer() {
        for (Choice choice : complete("timetable", "round", "")) {
            assertTrue(choice.label().length() <= 100 && choice.value().length() <= 100);
            assertEquals(choice.value(), rounds(FINALE).find(choice.value()).id());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.pitboard.guide.GuideCases#all")
    void eachButtonLeadsSomewhereAndFitsEverywhere(GuideCases.Case one) {
        for (Platform platform : Platform.values()) {
            for (Action action : one.card(platform).actions()) {
                assertTrue(action.label().codePointCount(0, action.label().length()) <= 40, action.label());
                if (action instanceof Action.Run(var _, String line)) {
                    assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 64, line);
                    if (!line.startsWith("reminders")) {
                        Timetable timetable =
                                one.name().contains("together") || one.name().contains("both")
                                        ? Paddock.twoSeries(SHIPPED)
                                        : SHIPPED;
                        String text = CardText.of(GuideCases.answer(line, timetable, platform, one.now()));
                        assertFalse(text.startsWith("That didn't work") || text.startsWith("Something broke"), line);
                    }
                }
            }
        }
    }

    private static List<Choice> complete(String command, String parameter, String typed) {
        Router router = GuideCases.router(SHIPPED);
        Caller nobody = new Caller() {
            @Override
            public String id() {
                return "1";
            }

            @Override
            public boolean mayManage() {
                return false;
            }
        };
        return router.complete(
                new Request(nobody, ChatRef.of(Platform.DISCORD, "1"), "1", List.of(command), Map.of(), FINALE),
                parameter,
                typed);
    }

    private static RoundFinder rounds(Instant now) {
        return new RoundFinder(SHIPPED.series(), now, "timetable round=");
    }
}
