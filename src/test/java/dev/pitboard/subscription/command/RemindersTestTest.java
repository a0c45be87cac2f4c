package dev.pitboard.subscription.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.reminder.CardText;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemindersTestTest {
    private final Scene scene = new Scene();

    @Test
    void itPostsTheNextReminderMarkedAndWithoutTrace() {
        scene.choose("on", Map.of("role", "55"));
        assertEquals(
                "DONE The test is posted\nparagraph It went out the way a real reminder does.",
                scene.type("reminders test"));
        Post post = scene.posts.getFirst();
        assertEquals(Post.once(Scene.DISCORD, post.card(), "55"), post);
        String card = CardText.of(post.card());
        assertTrue(card.startsWith("INFO Test · Free Practice 1 · GT4 European Series, Barcelona · starts {"), card);
        assertTrue(card.contains("paragraph This is a test"), card);
        assertEquals(1, scene.changes);
    }

    @Test
    void withNothingAheadATestGoesOutAllTheSame() {
        scene.choose("on", Map.of("role", "55"));
        scene.now = Instant.parse("2023-12-01T00:00:00Z");
        scene.type("reminders test");
        assertEquals("55", scene.posts.getFirst().role());
        assertTrue(CardText.of(scene.posts.getFirst().card()).startsWith("INFO Test · GT4 European Series\n"));
    }

    @Test
    void whatIsOffCantBeTested() {
        assertTrue(scene.type("reminders test")
                .contains("Reminders are off in this chat, so there is nothing to test.\n"
                        + "button Turn reminders on -> reminders on"));
        scene.withSecondSeries();
        scene.type("reminders on gt4");
        assertTrue(scene.type("reminders test gtwc").contains("Reminders of GT World Challenge are off"));
        assertEquals(List.of(), scene.posts);
        scene.type("reminders test gt4");
        assertEquals(1, scene.posts.size());
    }

    @Test
    void everyOutcomeIsToldInWords() {
        Map<Outcome, String> told = new LinkedHashMap<>();
        told.put(
                new Outcome.Sent("1", "The role is gone."),
                "WARNING The test is posted, with a remark\nparagraph The role is gone.");
        told.put(
                new Outcome.Wait(Duration.ofSeconds(5), false, "Too fast."),
                "WARNING The test is not posted: try again in a minute\nparagraph Too fast.");
        told.put(
                new Outcome.Wait(Duration.ofMinutes(5), true, "Outage."),
                "WARNING The test is not posted: try again in 5 minutes\nparagraph Outage.");
        told.put(
                new Outcome.Unsure("Lost."),
                "WARNING Nobody can tell whether the test arrived: look for it\nparagraph Lost.");
        told.put(new Outcome.Failed("Bad."), "MISTAKE The test could not be posted\nparagraph Bad.");
        told.put(new Outcome.Blocked("No right."), "MISTAKE I may not post in this chat\nparagraph No right.");
        told.put(new Outcome.Gone("Deleted."), "MISTAKE This chat can't be found any more\nparagraph Deleted.");
        told.put(new Outcome.Refused("Token."), "MISTAKE The bot can't post anywhere right now\nparagraph Token.");
        told.put(
                new Outcome.Moved(Scene.TELEGRAM),
                "WARNING This chat has a new address\nparagraph Please try again there; reminders follow it.");
        scene.type("reminders on");
        told.forEach((outcome, text) -> {
            scene.outcome = outcome;
            assertEquals(text, scene.type("reminders test"));
        });
    }
}
