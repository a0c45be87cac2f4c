package dev.pitboard.subscription.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.Settings;
import org.junit.jupiter.api.Test;

class RemindersOffTest {
    private final Scene scene = new Scene().withSecondSeries();

    @Test
    void withNothingSaidItTurnsEverythingOff() {
        scene.type("reminders on gt4");
        scene.type("reminders on gtwc races");
        assertEquals("""
                DONE Reminders are off
                fact Off: GT4 European Series and GT World Challenge
                paragraph Which sessions, how early and whom to ping is kept for when you turn them on again.
                button Turn on GT4 European Series -> reminders on series=gt4-european
                button Turn on GT World Challenge -> reminders on series=gtwc""", scene.type("reminders off"));
        assertEquals(0, scene.subscriptions.countActive());
        assertEquals(2, scene.subscriptions.of(Scene.DISCORD).size());
        assertEquals(3, scene.changes);
    }

    @Test
    void oneSeriesLeavesTheOthersOn() {
        scene.type("reminders on gt4");
        scene.type("reminders on gtwc");
        String text = scene.type("reminders off world challenge");
        assertTrue(text.contains("fact Off: GT World Challenge\nfact Still on: GT4 European Series\n"), text);
        assertTrue(text.endsWith("button Turn on again -> reminders on series=gtwc"), text);
        assertTrue(scene.subscriptions
                .find(Scene.DISCORD, "gt4-european")
                .orElseThrow()
                .active());
        assertFalse(
                scene.subscriptions.find(Scene.DISCORD, "gtwc").orElseThrow().active());
    }

    @Test
    void whatIsOffAlreadyStaysOff() {
        assertEquals("INFO Reminders were off already\nbutton Turn on -> reminders on", scene.type("reminders off"));
        assertEquals(
                "INFO Reminders were off already\nbutton Turn on -> reminders on series=gtwc",
                scene.type("reminders off gtwc"));
        assertEquals(0, scene.changes);
    }

    @Test
    void aSeriesThatLeftTheFilesCanBeTurnedOff() {
        scene.subscriptions.turnOn(Scene.DISCORD, Scene.SPACE, "old", Settings.defaults(), scene.now);
        scene.timetable = Timetable.empty();
        assertTrue(scene.type("reminders off old").contains("fact Off: old\n"));
        assertEquals(0, scene.subscriptions.countActive());
    }

    @Test
    void anUnknownSeriesIsNamed() {
        assertTrue(scene.type("reminders off formula").contains("There is no series “formula”."));
    }

    @Test
    void otherChatsAreLeftAlone() {
        scene.type("reminders on gt4");
        scene.chat = Scene.TELEGRAM;
        assertTrue(scene.type("reminders off").startsWith("INFO"));
        assertEquals(1, scene.subscriptions.countActive());
    }
}
