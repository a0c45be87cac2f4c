package dev.pitboard.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pitboard.health.Condition;
import dev.pitboard.loopback.telegram.CommandScope;
import dev.pitboard.loopback.telegram.Events;
import dev.pitboard.loopback.telegram.Fault;
import dev.pitboard.loopback.telegram.Faults;
import dev.pitboard.loopback.telegram.Recorder;
import dev.pitboard.loopback.telegram.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The poll loop when all is well and when it is not. */
class PollingTest {
    private final TelegramFixture bot = new TelegramFixture();
    private final World world = bot.telegram.world();
    private final Events events = bot.telegram.events();
    private final Faults faults = bot.telegram.faults();
    private final Recorder recorder = bot.telegram.recorder();

    @AfterEach
    void stop() {
        bot.commands.release.countDown();
        bot.close();
        assertEquals(List.of(), recorder.mistakes());
    }

    private Condition awaitState(Condition.State state) {
        recorder.await("not " + state, () -> bot.connection.condition().state() == state);
        return bot.connection.condition();
    }

    @Test
    void itIsUpOnceItPollsAndTellsItsLinks() {
        assertEquals(Condition.State.CONNECTING, bot.connection.condition().state());
        assertEquals(Optional.empty(), bot.connection.lastPoll());
        Instant before = bot.now();
        bot.started();
        assertEquals(Condition.State.UP, awaitState(Condition.State.UP).state());
        assertFalse(bot.connection.lastPoll().orElseThrow().isBefore(before));
        assertEquals(Map.of(), bot.connection.refusals());
        assertEquals(
                "https://t.me/" + bot.telegram.botName(), bot.connection.link().orElseThrow());
        assertTrue(bot.connection.groupLink().orElseThrow().contains("?startgroup="));
    }

    @Test
    void commandsAreRegisteredForPrivateChatsAndGroupsAndOnlyWhenTheyChanged() {
        bot.started();
        var menu = recorder.commands().get(CommandScope.of("all_private_chats"));
        assertEquals(menu, recorder.commands().get(CommandScope.of("all_group_chats")));
        assertEquals("Answers next-session", Objects.requireNonNull(menu).get("next_session"));
        assertEquals("Add: on", menu.get("reminders"));
        bot.connection.close();
        bot.connection = bot.connect();
        bot.started();

        assertEquals(2, recorder.calls("setMyCommands").size());
        assertEquals(0, recorder.calls("deleteWebhook").size());
    }

    @Test
    void aWebhookThatIsInTheWayIsRemoved() {
        faults.webhook("https://example.org/hook");
        bot.started();

        awaitState(Condition.State.UP);
        assertEquals(1, recorder.calls("deleteWebhook").size());
    }

    @Test
    void whatWasNotConfirmedComesAgainAfterACrash() {
        var ana = world.person("Ana");
        long chat = world.privateChat(ana);
        bot.started();
        faults.failNext("getUpdates", 1_000, new Fault.Refused(500, "Internal Server Error"));
        events.says(ana, chat, "/next_session");
        recorder.awaitMessages(chat, 1);
        bot.connection.close();
        assertEquals(1, events.unconfirmed());

        faults.clear();
        bot.connection = bot.connect();
        bot.started();

        assertEquals(2, recorder.awaitMessages(chat, 2).size(), "twice rather than never");
        recorder.await("not confirmed", () -> events.unconfirmed() == 0);
    }

    @Test
    void whatIsStillBeingHandledIsNotConfirmedAndHandledOnceWhileItRuns() throws InterruptedException {
        var ana = world.person("Ana");
        var ben = world.person("Ben");
        long busy = world.privateChat(ana);
        bot.started();
        events.says(ana, busy, "/wait");
        bot.commands.waiting.await();
        events.says(ben, world.privateChat(ben), "/next_session");

        recorder.awaitMessage(ben.id(), _ -> true);
        assertEquals(2, events.unconfirmed(), "the first one holds the confirmation back");
        bot.commands.release.countDown();
        recorder.await("not confirmed", () -> events.unconfirmed() == 0);
        assertEquals(1, recorder.messages(busy).size());
        assertEquals(1, recorder.messages(ben.id()).size());
    }

    @Test
    void whatTakesForEverIsConfirmedInTheEnd() throws InterruptedException {
        var ana = world.person("Ana");
        bot.started();
        events.says(ana, world.privateChat(ana), "/wait");
        bot.commands.waiting.await();

        recorder.await("still held back", () -> events.unconfirmed() == 0);
    }

    @Test
    void oneChatsUpdatesAreHandledInOrder() {
        var ana = world.person("Ana");
        long chat = world.privateChat(ana);
        for (int i = 0; i < 20; i++) {
            events.says(ana, chat, "/next_session " + i);
        }
        bot.started();

        var answers = recorder.awaitMessages(chat, 20);
        for (int i = 0; i < 20; i++) {
            assertEquals("🏁 Next: " + i, answers.get(i).text());
        }
    }

    @Test
    void afterAnOutageItIsBackAndHasLostNothing() {
        var ana = world.person("Ana");
        long chat = world.privateChat(ana);
        bot.started();
        faults.outage(true);
        awaitState(Condition.State.DOWN);
        events.says(ana, chat, "/next_session");
        faults.outage(false);

        recorder.awaitMessages(chat, 1);
        awaitState(Condition.State.UP);
    }

    @Test
    void errorPagesAndNothingAtAllAreSurvived() {
        var ana = world.person("Ana");
        faults.failNext("getMe", 1, new Fault.HtmlPage(502));
        faults.failNext("getUpdates", 1, new Fault.HtmlPage(502));
        faults.failNext("getUpdates", 1, new Fault.EmptyBody(200));
        faults.failNext("getUpdates", 1, new Fault.TooManyRequests(0));
        bot.connection.start();
        events.says(ana, world.privateChat(ana), "/next_session");

        recorder.awaitMessages(ana.id(), 1);
    }

    @Test
    void anUpdateThatCannotBeReadHoldsNothingUp() {
        var ana = world.person("Ana");
        events.push("message", JsonNodeFactory.instance.objectNode().put("chat", "not a chat"));
        events.says(ana, world.privateChat(ana), "/next_session");
        bot.started();

        recorder.awaitMessages(ana.id(), 1);
        recorder.await("not confirmed", () -> events.unconfirmed() == 0);
    }

    @Test
    void aSecondPollerIsToldAndTriedAgainWithoutHurry() {
        bot.started();
        faults.failNext("getUpdates", 3, new Fault.Refused(409, "Conflict: terminated by other getUpdates request"));
        var ana = world.person("Ana");
        events.says(ana, world.privateChat(ana), "/next_session");

        assertTrue(awaitState(Condition.State.DOWN).reason().contains("Another process polls"));
        awaitState(Condition.State.UP);
    }

    @Test
    void aRevokedTokenEndsIt() {
        bot.started();
        faults.revokeToken();
        var ana = world.person("Ana");
        events.says(ana, world.privateChat(ana), "/next_session");

        assertTrue(awaitState(Condition.State.DOWN).reason().contains("does not accept the token"));
        int calls = recorder.calls("getUpdates").size();
        bot.connection.close();
        assertEquals(calls, recorder.calls("getUpdates").size());
    }

    @Test
    void closingDoesNotWaitForThePollAndConfirmsWhatWasDone() {
        var ana = world.person("Ana");
        long chat = world.privateChat(ana);
        bot.started();
        events.says(ana, chat, "/next_session");
        recorder.awaitMessages(chat, 1);
        long began = System.nanoTime();
        bot.connection.close();

        assertTrue(System.nanoTime() - began < Duration.ofSeconds(20).toNanos(), "the poll takes 30 s");
        assertEquals(0, events.unconfirmed());
        assertEquals(Condition.State.OFF, bot.connection.condition().state());
    }
}
