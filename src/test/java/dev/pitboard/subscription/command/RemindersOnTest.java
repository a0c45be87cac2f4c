package dev.pitboard.subscription.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemindersOnTest {
    private final Scene scene = new Scene();

    @Test
    void withNothingSaidItTurnsOnTheDefaultsAndNamesTheFirstPing() {
        assertEquals("""
                DONE Reminders are on
                fact Series: GT4 European Series
                fact Sessions: all sessions
                fact When: 1h and 10m before the start
                fact Pings: nobody
                fact First ping: Free Practice 1 (1h before), {WEEKDAY_DATE_TIME 2023-09-29T08:20:00Z} ({RELATIVE 2023-09-29T08:20:00Z})
                button Upcoming pings -> reminders upcoming
                button Post a test -> reminders test series=gt4-european
                button Turn off -> reminders off series=gt4-european""", scene.type("reminders on"));
        Subscription stored = stored();
        assertEquals(Settings.defaults(), stored.settings());
        assertEquals(scene.now, stored.since());
        assertEquals(Scene.SPACE, stored.space());
        assertEquals(1, scene.changes);
    }

    @Test
    void wordsStandInAnyOrderOrAfterTheirNames() {
        for (String line : List.of(
                "reminders on races, quali 30m 0",
                "reminders on 0 30m qualifying race",
                "reminders on before=30m,0 kinds=races,qualifying",
                "reminders on kinds=\"race, quali\" 0 series=gt4-european 30m",
                "reminders on gt4 european 0,30m race/quali",
                "Reminders ON Races 30 MIN 0 Qualy")) {
            Scene fresh = new Scene();
            fresh.chat = Scene.TELEGRAM;
            String text = fresh.type(line);
            assertTrue(text.startsWith("DONE Reminders are on\n"), line + " -> " + text);
            Settings settings =
                    fresh.subscriptions.of(Scene.TELEGRAM).getFirst().settings();
            assertEquals(Set.of(SessionKind.QUALIFYING, SessionKind.RACE), settings.kinds(), line);
            assertEquals("[30m, 0]", settings.leads().toString(), line);
            assertTrue(!text.contains("Pings:"), text);
        }
    }

    @Test
    void aSecondTimeChangesOnlyWhatIsSaid() {
        scene.choose("on", Map.of("kinds", "races", "role", "55"));
        long id = stored().id();
        scene.now = scene.now.plusSeconds(60);
        String text = scene.type("reminders on before=30m");
        assertTrue(text.startsWith("DONE Reminders are changed\n"), text);
        assertTrue(text.contains("fact Sessions: races\n"), text);
        assertTrue(text.contains("fact When: 1h and 10m before the start → 30m before the start\n"), text);
        assertTrue(text.contains("fact Pings: the role <role 55>\n"), text);
        assertTrue(text.contains("quiet What you didn't mention stayed as it was."), text);
        assertEquals(id, stored().id());
        assertEquals("55", stored().settings().role());
        assertEquals(scene.now, stored().since());
        assertEquals(2, scene.changes);
    }

    @Test
    void theSameAgainStoresNothing() {
        scene.type("reminders on");
        Instant since = stored().since();
        scene.now = scene.now.plusSeconds(60);
        assertTrue(scene.type("reminders on").startsWith("DONE Reminders were on already\n"));
        assertEquals(since, stored().since());
        assertEquals(1, scene.changes);
    }

    @Test
    void afterOffItComesBackAsItWas() {
        scene.type("reminders on races 2d");
        scene.type("reminders off");
        String text = scene.type("reminders on");
        assertTrue(text.startsWith("DONE Reminders are on again\n"), text);
        assertTrue(text.contains("fact Sessions: races\nfact When: 2d before the start\n"), text);
        assertTrue(stored().active());
    }

    @Test
    void whatIsMissingToPostIsSaidAndTheWishIsKept() {
        scene.missing = List.of("I need the permission “Send Messages” in this channel.");
        String text = scene.choose("on", Map.of("role", "55"));
        assertTrue(
                text.startsWith(
                        "WARNING Reminders are on, but something is missing\nparagraph I need the permission “Send Messages” in this channel.\n"),
                text);
        assertEquals("55", scene.askedForRole);
        assertTrue(stored().active());
    }

    @Test
    void everyoneIsNeverPinged() {
        String text = scene.choose("on", Map.of("role", Scene.SPACE));
        assertTrue(text.startsWith("MISTAKE") && text.contains("never ping @everyone"), text);
        assertTrue(scene.choose("on", Map.of("role", "@everyone")).contains("not a role of this server"));
        assertEquals(List.of(), scene.subscriptions.of(Scene.DISCORD));
    }

    @Test
    void theRoleCanBeTakenAwayByAButton() {
        scene.choose("on", Map.of("role", "55"));
        String text = scene.press("Ping nobody", "reminders on");
        assertTrue(text.contains("fact Pings: the role <role 55> → nobody\n"), text);
        assertEquals(null, stored().settings().role());
    }

    @Test
    void withSeveralSeriesOneMustBeSaidAndTheButtonsSayTheRest() {
        scene.withSecondSeries();
        String text = scene.type("reminders on races 30m");
        assertTrue(
                text.contains("Say which series: GT4 European Series or GT World Challenge.\n"
                        + "button GT4 European Series -> reminders on series=gt4-european kinds=race before=30m\n"
                        + "button GT World Challenge -> reminders on series=gtwc kinds=race before=30m"),
                text);
        assertTrue(scene.type("reminders on world challenge").contains("fact Series: GT World Challenge\n"));
        String ambiguous = scene.type("reminders on gt");
        assertTrue(ambiguous.contains("“gt” could be GT4 European Series or GT World Challenge."), ambiguous);
    }

    @Test
    void aMistypedSeriesGetsASuggestion() {
        String text = scene.type("reminders on series=gt4-europaen");
        assertTrue(text.contains("There is no series “gt4-europaen”. Did you mean GT4 European Series?"), text);
        assertTrue(scene.press("GT4 European Series", "reminders on series=gt4-europaen 2d")
                .contains("2d before the start"));
        assertTrue(scene.type("reminders on zzz").contains("There is no series “zzz”. There is GT4 European Series."));
    }

    @Test
    void badInputIsNamedAndNothingIsStored() {
        Map<String, String> bad = Map.of(
                "reminders on -5",
                "“-5” is not a lead time",
                "reminders on 10000 h",
                "too long before the start",
                "reminders on soon",
                "“soon” is not a lead time",
                "reminders on 90",
                "did you mean 90m?",
                "reminders on kinds=rases",
                "Did you mean race?",
                "reminders on kinds=zzz",
                "Possible are all, practice, qualifying, race, sprint, warmup, test, other.",
                "reminders on kinds=,",
                "There is no kind of session in that.",
                "reminders on before=" + "1h".repeat(5000),
                "too long for lead times",
                "reminders on kinds=" + "é".repeat(10_000),
                "is not a kind of session",
                "reminders on " + "x".repeat(10_000),
                "There is no series");
        bad.forEach((line, expected) -> {
            String text = scene.type(line);
            assertTrue(text.startsWith("MISTAKE") && text.contains(expected), text);
            assertTrue(text.length() < 400, text);
        });
        assertEquals(List.of(), scene.subscriptions.of(Scene.DISCORD));
        assertEquals(0, scene.changes);
    }

    @Test
    void kindsTheSeriesNeverHadAreSaidButKept() {
        String text = scene.type("reminders on sprints races");
        assertTrue(text.contains("paragraph GT4 European Series has no sprints in its timetable so far.\n"), text);
        assertEquals(
                Set.of(SessionKind.RACE, SessionKind.SPRINT),
                stored().settings().kinds());
        assertTrue(!scene.type("reminders on all").contains("has no"));
    }

    @Test
    void withNothingAheadItSaysThatRemindersComeByThemselves() {
        scene.now = Instant.parse("2023-12-01T00:00:00Z");
        String text = scene.type("reminders on");
        assertTrue(text.startsWith("DONE") && text.contains("paragraph No such session with a known time"), text);
    }

    @Test
    void withoutSeasonFilesThereIsNothingToTurnOn() {
        scene.timetable = Timetable.empty();
        assertTrue(scene.type("reminders on").contains("There are no season files yet"));
        assertTrue(scene.type("reminders on gt4").contains("There are no season files yet"));
    }

    @Test
    void aPingThatWasDueBeforeIsNotPromised() {
        scene.now = Instant.parse("2023-09-29T09:10:00Z");
        assertTrue(scene.type("reminders on").contains("fact First ping: Free Practice 2 (1h before), "));
    }

    @Test
    void typingCompletesSeriesKindsAndLeadTimes() {
        scene.withSecondSeries();
        assertEquals(List.of("gt4-european", "gtwc"), completions("series", ""));
        assertEquals(List.of("gtwc"), completions("series", "world"));
        assertEquals(
                List.of("all", "practice", "qualifying", "race", "sprint", "warmup", "test", "other"),
                completions("kinds", ""));
        assertEquals(List.of("race, practice"), completions("kinds", "races, pr"));
        assertEquals(List.of("qualifying"), completions("kinds", "quali"));
        assertEquals("race, practice", completions("kinds", "race, ").getFirst());
        assertEquals(List.of("1h,10m"), completions("before", "1h 10m"));
        assertEquals(List.of("1h", "1h,10m"), completions("before", "1h"));
        assertEquals(List.of("10m", "10m,0"), completions("before", "10"));
        assertEquals("1h,10m", completions("before", "").getFirst());
        assertEquals(List.of(), completions("before", "soon"));
        assertEquals(List.of(), completions("role", ""));
    }

    private List<String> completions(String parameter, String typed) {
        return scene.router().complete(scene.request(List.of("reminders", "on"), Map.of()), parameter, typed).stream()
                .map(Choice::value)
                .toList();
    }

    private Subscription stored() {
        return scene.subscriptions.find(Scene.DISCORD, "gt4-european").orElseThrow();
    }
}
