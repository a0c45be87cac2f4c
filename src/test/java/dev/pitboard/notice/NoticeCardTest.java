package dev.pitboard.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.CardText;
import dev.pitboard.reminder.Weekend;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NoticeCardTest {
    private static final Timetable BEFORE = Weekend.barcelona().timetable();
    private static final Timetable MOVED =
            NoticeCases.with(NoticeCases.race1(NoticeCases.RACE_1.plusSeconds(1200), Status.SCHEDULED));
    private static final String RACE = "gt4-european/2023/barcelona/race-1";

    @Test
    void theLockScreenSaysOldAndNewTime() {
        String title = CardText.of(NoticeCases.notice(BEFORE, MOVED, MOVED, "race-1"))
                .lines()
                .findFirst()
                .orElseThrow();
        assertEquals(
                "WARNING Race 1 · GT4 European Series, Barcelona · now {TIME 2023-09-30T15:10:00Z} instead of"
                        + " {TIME 2023-09-30T14:50:00Z}",
                title);
    }

    @Test
    void whatMovedAgainSaysTheTimeItHasNow() {
        Timetable again = NoticeCases.with(NoticeCases.race1(NoticeCases.RACE_1.plusSeconds(2400), Status.SCHEDULED));
        String text = CardText.of(NoticeCases.notice(BEFORE, MOVED, again, "race-1"));
        assertTrue(text.contains("now {TIME 2023-09-30T15:30:00Z} instead of {TIME 2023-09-30T14:50:00Z}"), text);
        assertTrue(text.contains("fact In between: {DATE_TIME 2023-09-30T15:10:00Z}"), text);
    }

    @Test
    void whatWasTakenBackBeforeItWasSaidIsMoot() {
        NoticeCard.Told told = new NoticeCard.Told(RACE, NoticeCases.changes(BEFORE, MOVED));
        assertTrue(NoticeCard.isMoot(told, BEFORE));
        assertFalse(NoticeCard.isMoot(told, MOVED));
    }

    @Test
    void aRevisionThatIsNotKnownAnyMoreStillSaysHowItIs() {
        NoticeCard.Told told = new NoticeCard.Told(RACE, List.of());
        String text = CardText.of(NoticeCard.of(List.of(told), NoticeCases.CHANGED, NoticeCases.CHANGED, MOVED));
        assertTrue(text.contains("Race 1 · GT4 European Series, Barcelona"), text);
        assertTrue(text.contains("{WEEKDAY_DATE_TIME 2023-09-30T15:10:00Z}"), text);
    }
}
