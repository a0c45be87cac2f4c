package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pitboard.command.Request;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.PendingInteraction;
import dev.pitboard.loopback.discord.PendingInteraction.FirstAnswer;
import dev.pitboard.loopback.discord.PostedMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People use commands and suggestions; the real JDA answers the loopback Discord. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DiscordCommandsTest {
    private final Paddock paddock = new Paddock();

    @BeforeAll
    void open() {
        paddock.open();
    }

    @AfterAll
    void close() {
        paddock.close();
    }

    @BeforeEach
    void clear() {
        paddock.commands.gate = new CountDownLatch(0);
        paddock.commands.requests.clear();
    }

    private PendingInteraction fan(String line, Map<String, ?> options) {
        return paddock.discord.slash(paddock.fan, paddock.channel, line, options);
    }

    @Test
    void registersWhatDiscordHas() {
        JsonNode commands = paddock.discord.recorder().commands();
        JsonNode next = commands.findParents("name").stream()
                .filter(c -> c.path("name").asText().equals("next-session"))
                .findFirst()
                .orElseThrow();

        assertEquals("[0,1]", next.path("contexts").toString().replace("\"", ""));
        assertEquals("[0]", next.path("integration_types").toString().replace("\"", ""));
        assertEquals(1, next.path("options").size(), "what is for the terminal alone is not offered");
        assertTrue(next.path("options").get(0).path("autocomplete").asBoolean());
        JsonNode reminders = commands.findParents("name").stream()
                .filter(c -> c.path("name").asText().equals("reminders"))
                .findFirst()
                .orElseThrow();
        assertTrue(reminders.path("default_member_permissions").isNull()
                || reminders.path("default_member_permissions").isMissingNode());
        assertEquals(2, reminders.path("options").size());
    }

    @Test
    void answersFromMemoryDirectlyAndPublicly() {
        PendingInteraction asked = fan("next-session", Map.of("round", " barcelona "));

        assertEquals(FirstAnswer.MESSAGE, asked.firstAnswer());
        PostedMessage answer = asked.answer();
        assertTrue(answer.isComponentsV2());
        assertFalse(answer.isEphemeral());
        assertEquals("## Race 1\n**Where** · Circuit de Barcelona-Catalunya", answer.text());
        Request request = paddock.commands.requests.getFirst();
        assertEquals("barcelona", request.argument("round").orElseThrow());
        assertEquals(paddock.channel.id(), request.chat().id());
        assertEquals(paddock.guild.id(), request.space());
        assertEquals(paddock.fan.id(), request.caller().id());
        assertEquals(Paddock.NOW, request.now());
    }

    @Test
    void saysFirstThatASlowAnswerComes() {
        paddock.commands.gate = new CountDownLatch(1);
        PendingInteraction asked = fan("track", Map.of());

        assertEquals(FirstAnswer.DEFERRED_MESSAGE, asked.firstAnswer());
        paddock.commands.gate.countDown();
        PostedMessage answer = asked.answer();
        assertTrue(answer.isComponentsV2());
        assertFalse(answer.isEphemeral());
        assertEquals("## Barcelona\n4655 m", answer.text());
    }

    @Test
    void keepsTheDeadlineWhenAQuickCommandIsSlowForOnce() {
        paddock.commands.gate = new CountDownLatch(1);
        PendingInteraction asked = fan("reminders list", Map.of());

        assertEquals(FirstAnswer.DEFERRED_MESSAGE, asked.firstAnswer());
        paddock.commands.gate.countDown();
        assertTrue(asked.answer().isEphemeral());
    }

    @Test
    void tellsAMistakeToThePersonAlone() {
        PostedMessage answer = fan("drivers", Map.of("search", "bakman")).answer();

        assertTrue(answer.isEphemeral());
        assertTrue(answer.text().contains("Nobody is called bakman."), answer.text());
        assertEquals("v1:-:drivers search=backman", answer.button("Bäckman").customId());
    }

    @Test
    void tellsAMistakeAloneAlsoAfterAPublicPromise() {
        PendingInteraction asked = fan("track", Map.of("search", "atlantis"));

        PostedMessage told = asked.followUps(1).getFirst();
        assertTrue(told.isEphemeral());
        assertTrue(told.text().contains("There is no such track."), told.text());
        assertTrue(paddock.discord.recorder().history(paddock.channel).stream()
                .noneMatch(m -> m.text().contains("no such track")));
    }

    @Test
    void checksRightsInCode() {
        PostedMessage refused = fan("reminders on", Map.of()).answer();
        assertTrue(refused.isEphemeral());
        assertTrue(refused.text().contains("Manage Server"), refused.text());
        assertEquals(List.of(), paddock.commands.requests);

        PostedMessage done = paddock.discord
                .slash(
                        paddock.boss,
                        paddock.channel,
                        "reminders on",
                        Map.of("before", "10m", "role", paddock.guild.role("Grid", true)))
                .answer();
        assertTrue(done.isEphemeral());
        assertTrue(done.text().contains("Reminders are on"), done.text());
        assertTrue(paddock.commands
                .requests
                .getFirst()
                .argument("role")
                .orElseThrow()
                .matches("\\d+"));
    }

    @Test
    void everybodyManagesTheirPrivateMessages() {
        FakeChannel direct = paddock.discord.world().directMessages(paddock.fan);

        PostedMessage done = paddock.discord
                .slash(paddock.fan, direct, "reminders on", Map.of())
                .answer();

        assertTrue(done.text().contains("Reminders are on"), done.text());
        assertEquals(direct.id(), paddock.commands.requests.getFirst().space());
    }

    @Test
    void aBugIsAnsweredWithANumber() {
        PostedMessage answer = fan("points", Map.of()).answer();

        assertTrue(answer.isEphemeral());
        assertTrue(answer.text().contains("Something broke on our side"), answer.text());
        assertFalse(answer.text().contains("broken for"), answer.text());
    }

    @Test
    void suggestsWithinDiscordsLimits() {
        List<PendingInteraction.Choice> choices = paddock.discord
                .autocomplete(paddock.fan, paddock.channel, "drivers", "search", "b")
                .choices();

        assertEquals(25, choices.size());
        assertTrue(choices.stream()
                .allMatch(c -> c.name().length() <= 100 && c.value().length() <= 100));
        assertEquals("long label", choices.getFirst().value());
        assertEquals("driver-0", choices.get(1).value());
    }

    @Test
    void takesAnythingTyped() {
        String typed = "x".repeat(5990) + "@everyone";

        PostedMessage answer = fan("drivers", Map.of("search", typed)).answer();

        assertTrue(answer.isComponentsV2());
        assertFalse(answer.pingedEveryone());
    }
}
