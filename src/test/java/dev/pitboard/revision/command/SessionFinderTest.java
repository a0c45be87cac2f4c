package dev.pitboard.revision.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.ChatCommand.Choice;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.CardText;
import dev.pitboard.reminder.Weekend;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFinderTest {
    private static final Timetable GT4 = Weekend.barcelona().timetable();
    private static final Timetable BOTH = Weekend.barcelona()
            .timetable(Weekend.of("gtwc/2023/barcelona", "GT World Challenge", "Barcelona", Weekend.MADRID)
                    .session("race", SessionKind.RACE, "Main Race", "2023-10-01T15:00", 180)
                    .session("race-1", SessionKind.RACE, "Race 1", "2023-09-30T13:00", 60));

    private static SessionFinder finder(Timetable timetable) {
        return SessionFinder.of(timetable, Scene.at("2023-09-30T12:00"));
    }

    private static String find(Timetable timetable, String typed) {
        return finder(timetable)
                .find(typed, id -> "session cancel session=" + id)
                .session()
                .id()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "race-1, race-1",
        "race 1, race-1",
        "Race 1, race-1",
        "RACE1, race-1",
        "R1, race-1",
        "r2, race-2",
        "q1, qualifying",
        "Q2, qualifying",
        "quali, qualifying",
        "qualifying, qualifying",
        "fp2, fp2",
        "FP 1, fp1",
        "practice 2, fp2",
        "free practice 1, fp1",
        "gt4 race 1, race-1",
        "gt4-european race 2, race-2",
        "barcelona fp1, fp1",
        "barcelona 2023 r1, race-1",
        "qual, qualifying",
        "gt4-european/2023/barcelona/race-2, race-2"
    })
    void findsWhatPeopleWrite(String typed, String session) {
        assertEquals("gt4-european/2023/barcelona/" + session, find(GT4, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"race", "practice", "fp", "r", "race-"})
    void severalThatFitAreAsked(String typed) {
        UserError mistake = assertThrows(UserError.class, () -> find(GT4, typed));
        assertTrue(CardText.of(mistake.line()).contains("Which one do you mean?"), typed);
        assertEquals(2, mistake.suggestions().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"race 3", "warmup", "x", "gt4", "barcelona", "gt4-european/2023/barcelona/race-9"})
    void whatIsNotThereIsAMistake(String typed) {
        assertThrows(UserError.class, () -> find(GT4, typed));
    }

    @Test
    void theSameNameInTwoSeriesIsAskedUnlessTheSeriesIsSaid() {
        UserError mistake = assertThrows(UserError.class, () -> find(BOTH, "race 1"));
        assertEquals(2, mistake.suggestions().size());
        assertEquals("gtwc/2023/barcelona/race-1", find(BOTH, "gtwc race 1"));
        assertEquals("gt4-european/2023/barcelona/race-1", find(BOTH, "gt4 race 1"));
        assertEquals("gtwc/2023/barcelona/race", find(BOTH, "main race"));
    }

    @Test
    void aButtonSaysTheWholeId() {
        UserError mistake = assertThrows(UserError.class, () -> find(GT4, "race"));
        assertEquals(
                "[Run[label=Race 1 · Barcelona 2023, commandLine=session cancel session=gt4-european/2023/barcelona/race-1],"
                        + " Run[label=Race 2 · Barcelona 2023, commandLine=session cancel session=gt4-european/2023/barcelona/race-2]]",
                mistake.suggestions().toString());
    }

    @Test
    void whatIsAheadIsSuggestedFirst() {
        List<Choice> choices = finder(GT4).complete("");
        assertEquals(
                "race-1 race-2 fp1 fp2 qualifying",
                choices.stream()
                        .map(c -> c.value().substring(c.value().lastIndexOf('/') + 1))
                        .collect(Collectors.joining(" ")));
        assertEquals(
                "Race 1 · Barcelona 2023, Sat 30 Sep 2023 16:50",
                choices.getFirst().label());
        assertEquals(1, finder(GT4).complete("r1").size());
        assertEquals(2, finder(GT4).complete("rac").size());
    }
}
