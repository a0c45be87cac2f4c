package dev.pitboard.subscription.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.Parameter;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call which of the commands, and how they are described. */
class RemindersRightsTest {
    private final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(strings = {"on", "off", "test", "forget", "history"})
    void managersOnly(String word) {
        scene.type("reminders on");
        scene.manager = false;
        String text = scene.type("reminders " + word);
        assertTrue(text.contains("/reminders " + word + " is for people with the Manage Server permission."), text);
        scene.chat = Scene.TELEGRAM;
        assertTrue(scene.type("reminders " + word).contains("is for admins of this chat."));
        assertEquals(1, scene.changes);
        assertEquals(List.of(), scene.posts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "upcoming"})
    void everyone(String word) {
        scene.type("reminders on");
        scene.manager = false;
        assertTrue(scene.type("reminders " + word).startsWith("INFO"));
    }

    @Test
    void allAnswersArePrivateAndFromTheDatabase() {
        for (Signature signature : scene.router().signatures()) {
            assertEquals(Audience.PRIVATE, signature.audience(), signature.name());
            assertEquals(Work.SLOW, signature.work(), signature.name());
            assertEquals(
                    Audience.PRIVATE, scene.answer(signature.path().getLast()).audience());
        }
        assertEquals(
                List.of("list", "upcoming"),
                scene.router().signatures().stream()
                        .filter(s -> s.access() == Access.EVERYONE)
                        .map(s -> s.path().getLast())
                        .toList());
    }

    @Test
    void descriptionsFitDiscord() {
        for (Signature signature : scene.router().signatures()) {
            assertTrue(fits(signature.description()), signature.description());
            for (Parameter parameter : signature.parameters()) {
                assertTrue(fits(parameter.description()), parameter.description());
                assertTrue(parameter.name().matches("[a-z]{1,32}"), parameter.name());
            }
        }
    }

    private static boolean fits(String description) {
        return !description.isEmpty() && description.length() <= 100;
    }
}
