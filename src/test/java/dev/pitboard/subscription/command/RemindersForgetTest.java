package dev.pitboard.subscription.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemindersForgetTest {
    private final Scene scene = new Scene();

    @Test
    void itAsksFirst() {
        scene.type("reminders on");
        assertEquals("""
                WARNING Delete everything stored of this chat?
                paragraph That is the reminders of GT4 European Series, with their settings and what was sent. It can't be undone. To only stop them for a while, turn them off.
                button Delete -> reminders forget confirm=yes
                button Turn off -> reminders off""", scene.type("reminders forget"));
        assertTrue(scene.type("reminders forget confirm=no").startsWith("WARNING Delete"));
        assertEquals(1, scene.subscriptions.of(Scene.DISCORD).size());
    }

    @Test
    void theButtonDeletesWhatIsStoredOfThisChatOnly() {
        scene.type("reminders on");
        scene.chat = Scene.TELEGRAM;
        scene.type("reminders on");
        scene.type("reminders off");
        assertEquals(
                "DONE Forgotten\nparagraph Nothing is stored of this chat any more, and no reminders come.",
                scene.press("Delete", "reminders forget"));
        assertEquals(List.of(), scene.subscriptions.of(Scene.TELEGRAM));
        assertEquals(1, scene.subscriptions.of(Scene.DISCORD).size());
        assertEquals(4, scene.changes);
        assertEquals("INFO Nothing is stored of this chat", scene.type("reminders forget yes"));
    }

    @Test
    void whoLostTheRightInBetweenCantDelete() {
        scene.type("reminders on");
        scene.manager = false;
        assertTrue(scene.type("reminders forget confirm=yes").contains("Manage Server"));
        assertEquals(1, scene.subscriptions.of(Scene.DISCORD).size());
    }
}
