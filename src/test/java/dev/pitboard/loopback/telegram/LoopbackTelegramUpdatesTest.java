package dev.pitboard.loopback.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.GetUpdatesResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do reaches the real client, once it is asked for and until it is confirmed. */
final class LoopbackTelegramUpdatesTest {
    private final ExecutorService pollers = Executors.newVirtualThreadPerTaskExecutor();
    private LoopbackTelegram telegram;
    private Client client;
    private Person ana;

    @BeforeEach
    void start() {
        telegram = LoopbackTelegram.start();
        client = Client.of(telegram);
        ana = telegram.world().person("Ana");
    }

    @AfterEach
    void stop() {
        telegram.close();
        pollers.close();
    }

    @Test
    void aPollThatWaitsWakesUpWhenSomebodyWrites() throws Exception {
        var poll = poll(new GetUpdates().timeout(50));
        telegram.recorder().awaitPoll();
        telegram.events().starts(ana);
        var updates = within(poll).updates();
        assertEquals("/start", updates.getFirst().message().text());
        assertEquals(ana.id(), updates.getFirst().message().chat().id());
    }

    @Test
    void anEmptyPollEndsWhenItsTimeIsUp() {
        assertEquals(List.of(), client.execute(new GetUpdates()).updates());
        long before = System.nanoTime();
        assertEquals(List.of(), client.execute(new GetUpdates().timeout(1)).updates());
        assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() >= 1000);
    }

    @Test
    void updatesComeAgainUntilTheyAreConfirmed() {
        long chat = telegram.world().privateChat(ana);
        for (int i = 1; i <= 3; i++) {
            telegram.events().says(ana, chat, "message " + i);
        }
        assertEquals(List.of("message 1", "message 2", "message 3"), texts(new GetUpdates()));
        assertEquals(List.of("message 1", "message 2"), texts(new GetUpdates().limit(2)));
        int second = client.execute(new GetUpdates()).updates().get(1).updateId();
        assertEquals(List.of("message 3"), texts(new GetUpdates().offset(second + 1)));
        assertEquals(List.of("message 3"), texts(new GetUpdates()));
        assertEquals(1, telegram.events().unconfirmed());
    }

    @Test
    void aNegativeOffsetForgetsAllButTheLast() {
        long chat = telegram.world().privateChat(ana);
        telegram.events().says(ana, chat, "old");
        telegram.events().says(ana, chat, "new");
        assertEquals(List.of("new"), texts(new GetUpdates().offset(-1)));
        assertEquals(1, telegram.events().unconfirmed());
    }

    @Test
    void aSecondPollerEndsTheFirst() throws Exception {
        var first = poll(new GetUpdates().timeout(50));
        telegram.recorder().awaitPoll();
        var second = poll(new GetUpdates().timeout(50));
        var refused = within(first);
        assertEquals(409, refused.errorCode());
        assertTrue(refused.description().startsWith("Conflict: terminated by other getUpdates request"));
        telegram.recorder().awaitPoll();
        telegram.events().starts(ana);
        assertEquals(1, within(second).updates().size());
    }

    @Test
    void aWebhookExcludesPolling() {
        telegram.faults().webhook("https://example.org/hook");
        var refused = client.execute(new GetUpdates());
        assertEquals(409, refused.errorCode());
        assertTrue(refused.description().startsWith("Conflict: can't use getUpdates method while webhook is active"));
        assertTrue(client.any(new DeleteWebhook()).isOk());
        assertTrue(client.execute(new GetUpdates()).isOk());
    }

    @Test
    void updatesNotAskedForAreLost() {
        client.execute(new GetUpdates().allowedUpdates("callback_query"));
        telegram.events().starts(ana);
        assertEquals(List.of(), client.execute(new GetUpdates()).updates());
        client.execute(new GetUpdates().allowedUpdates("message"));
        telegram.events().starts(ana);
        assertEquals(1, client.execute(new GetUpdates()).updates().size());
    }

    @Test
    void commandsAreMarkedAndGroupsArePrivate() {
        long group = telegram.world().group("Fans");
        telegram.events().says(ana, group, "good morning");
        telegram.events().says(ana, group, "/next@another_bot");
        telegram.events().says(ana, group, "/next@" + telegram.botName() + " gt4");
        var updates = client.execute(new GetUpdates()).updates();
        assertEquals(1, updates.size());
        var entity = updates.getFirst().message().entities()[0];
        assertEquals(MessageEntity.Type.bot_command, entity.type());
        assertEquals("/next@pitboard_test_bot".length(), entity.length());

        telegram.world().privacyMode(false);
        telegram.events().says(ana, group, "/next@another_bot");
        assertEquals(2, telegram.events().unconfirmed());
    }

    @Test
    void topicsAndSendersAreTold() {
        long forum = telegram.world().forum("Fans");
        long channel = telegram.world().channel("News");
        int topic = telegram.world().topic(forum);
        telegram.events().says(ana, forum, topic, "/next");
        telegram.events().saysAsChat(forum, "/on");
        telegram.events().saysAsChannel(forum, channel, "/on");
        telegram.events().posts(channel, "/next");
        telegram.events().saysAsChat(forum, topic, "/on");
        var updates = client.execute(new GetUpdates()).updates();
        var inTopic = updates.get(0).message();
        assertEquals(Long.valueOf(topic), inTopic.messageThreadId());
        assertTrue(inTopic.isTopicMessage());
        assertEquals(forum, updates.get(1).message().senderChat().id());
        assertEquals("GroupAnonymousBot", updates.get(1).message().from().username());
        assertEquals(channel, updates.get(2).message().senderChat().id());
        assertEquals(Long.valueOf(topic), updates.get(4).message().messageThreadId());
        var post = updates.get(3).channelPost();
        assertEquals(channel, post.chat().id());
        assertNull(post.from());
    }

    @Test
    void anAnswerToTheBotIsSeenAndIsInNoTopic() {
        long group = telegram.world().supergroup("Fans");
        client.execute(new SendMessage(group, "Race 1"));
        var message = telegram.recorder().messages(group).getLast();
        telegram.events().replies(ana, message, "when?");
        var reply = client.execute(new GetUpdates()).updates().getLast().message();
        assertEquals(message.messageId(), reply.replyToMessage().messageId());
        assertEquals(Long.valueOf(message.messageId()), reply.messageThreadId());
        assertFalse(reply.isTopicMessage());
    }

    @Test
    void aButtonPressIsAskedAndAnsweredOnce() {
        long group = telegram.world().group("Fans");
        client.execute(new SendMessage(group, "Race 1")
                .replyMarkup(new InlineKeyboardMarkup(new InlineKeyboardButton("Next").callbackData("/next"))));
        var message = telegram.recorder().messages(group).getLast();
        String id = telegram.events().presses(ana, message, "Next");
        var query = client.execute(new GetUpdates()).updates().getLast().callbackQuery();
        assertEquals(id, query.id());
        assertEquals("/next", query.data());
        assertEquals(ana.id(), query.from().id());
        assertEquals(message.messageId(), query.maybeInaccessibleMessage().messageId());

        assertTrue(client.any(new AnswerCallbackQuery(id).text("Done").showAlert(true))
                .isOk());
        assertEquals(new CallbackAnswer(id, "Done", true), telegram.recorder().awaitAnswer(id));
        assertEquals(400, client.any(new AnswerCallbackQuery(id)).errorCode());

        String late = telegram.events().presses(ana, message, "/next");
        telegram.events().expireButtonPresses();
        assertEquals(400, client.any(new AnswerCallbackQuery(late)).errorCode());
        assertThrows(AssertionError.class, () -> telegram.events().presses(ana, message, "Previous"));
    }

    @Test
    void aButtonOnADeletedMessageComesWithoutIt() {
        long group = telegram.world().group("Fans");
        client.execute(new SendMessage(group, "Race 1")
                .replyMarkup(new InlineKeyboardMarkup(new InlineKeyboardButton("Next").callbackData("/next"))));
        var message = telegram.recorder().messages(group).getLast();
        client.any(new DeleteMessage(group, message.messageId()));
        telegram.events().presses(ana, message, "Next");
        var query = client.execute(new GetUpdates()).updates().getLast().callbackQuery();
        assertEquals(0, query.maybeInaccessibleMessage().date());
    }

    @Test
    void comingAndGoingIsTold() {
        long group = telegram.world().group("Fans");
        telegram.events().addsBot(ana, group);
        telegram.events().changesBot(ana, group, Standing.ADMINISTRATOR);
        telegram.events().removesBot(ana, group);
        telegram.events().starts(ana);
        telegram.events().blocksBot(ana);
        telegram.events().starts(ana, "on_gt4");
        var updates = client.execute(new GetUpdates()).updates();
        assertEquals(
                List.of(
                        "left > member",
                        "member > administrator",
                        "administrator > kicked",
                        "member > kicked",
                        "kicked > member"),
                updates.stream()
                        .filter(update -> update.myChatMember() != null)
                        .map(LoopbackTelegramUpdatesTest::change)
                        .toList());
        assertEquals(
                telegram.world().bot().id(),
                updates.get(1).message().newChatMembers()[0].id());
        assertEquals("/start on_gt4", updates.getLast().message().text());
    }

    @Test
    void aMigrationIsToldInBothChats() {
        long group = telegram.world().group("Fans");
        telegram.world().member(group, ana, Standing.CREATOR);
        long supergroup = telegram.events().upgrades(ana, group);
        var updates = client.execute(new GetUpdates()).updates();
        assertEquals(supergroup, updates.get(0).message().migrateToChatId());
        assertEquals(group, updates.get(1).message().migrateFromChatId());
        assertEquals(supergroup, updates.get(1).message().chat().id());
        assertFalse(supergroup >= Integer.MIN_VALUE);
    }

    @Test
    void nothingIsToldAfterTheBotHasLeft() {
        long group = telegram.world().group("Fans");
        telegram.world().bot(group, Standing.LEFT);
        telegram.events().says(ana, group, "/next");
        assertEquals(0, telegram.events().unconfirmed());
    }

    private static String change(Update update) {
        var change = update.myChatMember();
        return change.oldChatMember().status() + " > " + change.newChatMember().status();
    }

    private Future<GetUpdatesResponse> poll(GetUpdates request) {
        Callable<GetUpdatesResponse> call = () -> client.execute(request);
        return pollers.submit(call);
    }

    private static GetUpdatesResponse within(Future<GetUpdatesResponse> poll) throws Exception {
        return poll.get(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private List<String> texts(GetUpdates request) {
        return client.execute(request).updates().stream()
                .map(update -> update.message().text())
                .toList();
    }
}
