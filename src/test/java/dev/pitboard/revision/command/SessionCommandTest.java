package dev.pitboard.revision.command;

import static dev.pitboard.revision.command.Scene.RACE_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Caller;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Status;
import dev.pitboard.reminder.CardText;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.revision.ChangeSet;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.Stewards.Steward;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCommandTest {
    private final Scene scene = new Scene();

    private static String text(Card card) {
        return CardText.of(card);
    }

    private Round barcelona() {
        return scene.timetables
                .get()
                .findRound(RoundId.parse("gt4-european/2023/barcelona"))
                .orElseThrow();
    }

    @Test
    void aMoveIsShownAndAskedOnce() {
        long head = scene.revisions.head();
        assertEquals("""
                WARNING Move Race 1 · Barcelona?
                row  | *Race 1*
                  {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z} → {WEEKDAY_DATE_TIME 2023-09-30T15:10:00Z}
                  At the track {WEEKDAY_DATE_TIME 2023-09-30T14:50:00Z Europe/Madrid} → {TIME 2023-09-30T15:10:00Z Europe/Madrid}
                fact Told: 15 chats, with their pings: 12 on Discord and 3 on Telegram
                fact Reminders: 30 come at another time
                button Move -> session move session=gt4-european/2023/barcelona/race-1 time=2023-09-30T17:10 confirm=%d
                button Timetable -> timetable round=gt4-european/2023/barcelona""".formatted(base()), scene.type("session move race-1 17:10"));
        assertEquals(head, scene.revisions.head());
        assertEquals(Scene.at("2023-09-30T16:50"), scene.session(RACE_1).start());
    }

    private long base() {
        return scene.control.revisionOf(Scene.SERIES, 2023);
    }

    @Test
    void theButtonMovesItAndTheResultCanBeUndone() {
        Card done = scene.press("Move", scene.card("session move R1 +20m reason=\"fog on the straight\""));
        assertEquals(Tone.DONE, done.tone());
        assertTrue(text(done).startsWith("DONE Race 1 · Barcelona is moved"));
        assertTrue(text(done).contains("Being told: 15 chats, with"));
        assertEquals(Scene.at("2023-09-30T17:10"), scene.session(RACE_1).start());
        var newest = scene.revisions.history(Scene.SERIES, 1).getFirst();
        assertEquals("fog on the straight", newest.why());
        assertEquals("discord:7", newest.who());

        Card undo = scene.press("Undo", done);
        assertTrue(text(undo).contains("Take revision " + newest.number() + " back?"));
        assertEquals(Tone.DONE, scene.press("Take it back", undo).tone());
        assertEquals(Scene.at("2023-09-30T16:50"), scene.session(RACE_1).start());
    }

    @Test
    void aConfirmationForAnotherTimetableShowsTheNewOneInsteadOfDoingIt() {
        Card shown = scene.card("session cancel race-1");
        scene.press("Move", scene.card("session move race-1 17:10"));
        String again = text(scene.press("Cancel", shown));
        assertTrue(again.contains("was changed since this was shown, so nothing was done"), again);
        assertEquals(Status.SCHEDULED, scene.session(RACE_1).status());
        assertTrue(again.contains("confirm=" + base()));
    }

    @Test
    void aConfirmationThatIsMadeUpAsksToo() {
        assertTrue(scene.type("session cancel race-1 confirm=yes").startsWith("WARNING Cancel Race 1"));
        assertEquals(Status.SCHEDULED, scene.session(RACE_1).status());
    }

    @Test
    void nobodyButTheStewardsOfTheSeriesAndTheHostMay() {
        scene.stewards.remove(new Steward("discord:7", Scene.SERIES));
        String refused = scene.type("session cancel race-1 confirm=" + base());
        assertTrue(refused.startsWith("MISTAKE"), refused);
        assertTrue(refused.contains("./pitboard steward add discord:7"), refused);
        scene.stewards.add(new Steward("discord:7", "another-series"));
        assertTrue(scene.type("session cancel race-1").startsWith("MISTAKE"));
        scene.host = true;
        assertTrue(scene.type("session cancel race-1").startsWith("WARNING"));
        scene.host = false;
        scene.stewards.add(new Steward("discord:7", null));
        assertTrue(scene.type("session cancel race-1").startsWith("WARNING"));
        scene.platform = Platform.TELEGRAM;
        scene.stewards.remove(new Steward("telegram:7", Scene.SERIES));
        assertTrue(scene.type("session cancel race-1").contains("./pitboard steward add telegram:7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session move race-1 17:10",
                "session move race 1 5:10 pm",
                "session move r1 in 310 minutes",
                "session move race 1 + 20 minutes",
                "session move gt4 race 1 1710",
                "session move time=17:10 session=race-1"
            })
    void wordsMayStandInAnyOrder(String line) {
        assertTrue(scene.type(line).contains("time=2023-09-30T17:10 confirm="), () -> scene.type(line));
    }

    @Test
    void aTimeThatIsPastIsAskedWithButtons() {
        String asked = scene.type("session move race-1 5:10 reason=fog");
        assertTrue(asked.contains("is past"), asked);
        assertTrue(
                asked.contains(
                        "button Sat 30 Sep 17:10 -> session move reason=fog session=gt4-european/2023/barcelona/race-1 time=2023-09-30T17:10"),
                asked);
        String past = scene.type("session move race-1 2023-09-30T11:50");
        assertTrue(past.contains("Told: 15 chats, without a ping"), past);
        assertTrue(past.contains("*That is in the past.*"), past);
    }

    @Test
    void aMoveWidensTheRoundAndAnUndoNarrowsItAgain() {
        Card asked = scene.card("session move race-2 2023-10-02T09:00");
        assertTrue(text(asked).contains("Dates 29 Sep–1 Oct 2023 → 29 Sep–2 Oct 2023"), text(asked));
        Card done = scene.press("Move", asked);
        assertEquals(LocalDate.of(2023, 10, 2), barcelona().lastDay());
        scene.press("Take it back", scene.press("Undo", done));
        assertEquals(LocalDate.of(2023, 10, 1), barcelona().lastDay());
    }

    @Test
    void overlapsAreSaid() {
        String asked = scene.type("session move race-1 2023-10-01T11:40");
        assertTrue(asked.contains("paragraph *Race 1 and Race 2 overlap.*"), asked);
        assertFalse(scene.type("session move race-1 17:10").contains("overlap"));
    }

    @Test
    void theSourceSaysThatItWasChangedByHandAndWhen() {
        scene.press("Move", scene.card("session move race-1 17:10"));
        scene.press("Move", scene.card("session move race-1 17:20"));
        var source = barcelona().source();
        assertEquals("Team press release, Barcelona 2023, changed by hand", source == null ? "" : source.name());
        assertEquals(scene.now, source == null ? null : source.checkedAt());
    }

    @Test
    void aDelayMovesThePartsAlong() {
        scene.press("Delay", scene.card("session delay quali 20m"));
        var qualifying = scene.session("gt4-european/2023/barcelona/qualifying");
        assertEquals(Scene.at("2023-09-30T11:45"), qualifying.start());
        assertEquals(Scene.at("2023-09-30T11:45"), qualifying.parts().getFirst().start());
        assertEquals(Scene.at("2023-09-30T16:50"), scene.session(RACE_1).start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all-after", "after=yes"})
    void runningLateMovesWhatComesAfterThatDay(String after) {
        scene.now = Scene.at("2023-09-30T11:00");
        Card asked = scene.card("session delay quali 20m " + after);
        assertTrue(text(asked).contains("confirm="), text(asked));
        scene.press("Delay", asked);
        assertEquals(
                Scene.at("2023-09-30T11:45"),
                scene.session("gt4-european/2023/barcelona/qualifying").start());
        assertEquals(Scene.at("2023-09-30T17:10"), scene.session(RACE_1).start());
        assertEquals(
                Scene.at("2023-10-01T11:20"),
                scene.session("gt4-european/2023/barcelona/race-2").start());
    }

    @Test
    void withoutAnAmountThereIsNoNewTimeYet() {
        scene.press("Delay", scene.card("session delay race-1"));
        assertEquals(Status.DELAYED, scene.session(RACE_1).status());
        assertEquals(Scene.at("2023-09-30T16:50"), scene.session(RACE_1).start());
        assertTrue(scene.type("session delay race-1").contains("delayed without a new time already"));
        scene.press("Delay", scene.card("session delay race-1 30m"));
        assertEquals(Status.SCHEDULED, scene.session(RACE_1).status());
        assertEquals(Scene.at("2023-09-30T17:20"), scene.session(RACE_1).start());
    }

    @Test
    void whatIsCancelledCantRunLate() {
        scene.press("Cancel", scene.card("session cancel race-1"));
        String refused = scene.type("session delay race-1 15m");
        assertTrue(refused.contains("button Restore it -> session restore session=" + RACE_1), refused);
    }

    @Test
    void cancelledPostponedAndBack() {
        scene.press("Cancel", scene.card("session cancel race-1"));
        assertEquals(Status.CANCELLED, scene.session(RACE_1).status());
        assertTrue(scene.type("session cancel race-1").contains("is cancelled already"));
        scene.press("Postpone", scene.card("session postpone race-1"));
        assertEquals(Status.POSTPONED, scene.session(RACE_1).status());
        Card asked = scene.card("session restore race-1");
        assertTrue(text(asked).contains("*going ahead*"), text(asked));
        scene.press("Restore", asked);
        assertEquals(Status.SCHEDULED, scene.session(RACE_1).status());
        assertTrue(scene.type("session restore race-1").contains("goes ahead already"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session note race-1 wet race declared",
                "session note race 1 wet race declared",
                "session note gt4 r1 wet race declared",
                "session note race-1 text=\"wet race declared\""
            })
    void aNoteStandsOnTheCardsAndTellsNobody(String line) {
        Card asked = scene.card(line);
        assertTrue(text(asked).contains("Told: nobody"), text(asked));
        scene.press("Add a note to", asked);
        assertEquals("wet race declared", scene.session(RACE_1).notes().getLast());
        assertTrue(scene.type(line).contains("has that note already"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session move",
                "session move race-1",
                "session move 17:10",
                "session move race-1 16:50",
                "session delay race-1 a-while",
                "session delay race-1 25h",
                "session note race-1",
                "session delay race-1 5m after=perhaps",
                "session cancel warmup"
            })
    void mistakesAreExplained(String line) {
        assertTrue(scene.type(line).startsWith("MISTAKE"), () -> scene.type(line));
    }

    @Test
    void whereNobodyWantsItNobodyIsTold() {
        scene.wishes = List.of(Scene.wish(Platform.DISCORD, Set.of(SessionKind.PRACTICE), 5));
        assertTrue(scene.type("session cancel race-1").contains("Told: nobody: no chat has reminders of this on"));
    }

    @Test
    void aReminderThatWentOutComesAgain() {
        scene.now = Scene.at("2023-09-30T16:00");
        String asked = scene.type("session move race-1 17:10");
        assertTrue(asked.contains("15 come at another time and 15 that went out come again"), asked);
    }

    @Test
    void withSeveralSeriesOnlyThoseOfTheStewardAreSearched() {
        Scene both = new Scene(Weekend.barcelona()
                .timetable(Weekend.of("gtwc/2023/barcelona", "GT World Challenge", "Barcelona", Weekend.MADRID)
                        .session("race-1", SessionKind.RACE, "Race 1", "2023-09-30T13:00", 60)));
        assertTrue(both.type("session cancel race 1").startsWith("WARNING Cancel Race 1"));
        both.stewards.add(new Steward("discord:7", "gtwc"));
        assertTrue(both.type("session cancel race 1").contains("Several sessions fit"));
    }

    @Test
    void stewardsSeeTheCommandsOnDiscordAndTheAnswersArePrivate() {
        scene.router().signatures().stream()
                .filter(s -> s.path().getFirst().equals("session"))
                .forEach(s -> {
                    assertEquals(Signature.Access.STEWARDS, s.access());
                    assertEquals(Signature.Audience.PRIVATE, s.audience());
                });
    }

    /** Between what was worked out and its commit another process was faster. */
    @Test
    void whoIsOvertakenIsShownTheNewTimetable() {
        Request request = new Request(
                new TestCaller(),
                ChatRef.of(Platform.DISCORD, "1"),
                "1",
                List.of("session", "cancel"),
                Map.of("confirm", String.valueOf(base())),
                scene.now);
        AtomicInteger asked = new AtomicInteger();
        Card card = new Decision(scene.control).answer(request, () -> {
            ChangeSet set = cancelling();
            if (asked.getAndIncrement() == 0) {
                scene.press("Move", scene.card("session move race-1 17:10"));
            }
            return new Intent(set, new Action.Run("Look", "timetable"), "Again?", "Again", "done", "undo number=1");
        });
        assertEquals(2, asked.get());
        assertTrue(text(card).startsWith("WARNING Again?\nparagraph The timetable was changed since"), text(card));
        assertEquals(Scene.at("2023-09-30T17:10"), scene.session(RACE_1).start());
    }

    private ChangeSet cancelling() {
        Fixture fixture =
                scene.timetables.get().findFixture(SessionId.parse(RACE_1)).orElseThrow();
        return scene.control.changing(
                fixture.series(),
                fixture.season(),
                Rescheduling.season(fixture, List.of(fixture.session().with(Status.CANCELLED)), scene.now),
                Origin.HAND,
                "discord:7",
                "for the test");
    }

    private record TestCaller() implements Caller {
        @Override
        public String id() {
            return "7";
        }

        @Override
        public boolean mayManage() {
            return false;
        }
    }
}
