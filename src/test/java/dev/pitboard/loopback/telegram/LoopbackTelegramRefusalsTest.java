package dev.pitboard.loopback.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.model.request.ReplyParameters;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.EditMessageReplyMarkup;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.SendMessage;
import java.util.function.LongFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages the service refuses, as the real client sees it. */
final class LoopbackTelegramRefusalsTest {
    private LoopbackTelegram telegram;
    private Client client;

    @BeforeEach
    void start() {
        telegram = LoopbackTelegram.start();
        client = Client.of(telegram);
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"ofChats", "ofMessages"})
    void refuses(RefusedRequest refused) {
        refused.check(telegram, client);
    }

    static Stream<RefusedRequest> ofChats() {
        return Stream.of(
                toChat("chat not found", 400, "Bad Request: chat not found", world -> 12345L),
                toChat("a supergroup that is gone", 400, "Bad Request: chat not found", world -> {
                    long id = world.supergroup("Fans");
                    world.delete(id);
                    return id;
                }),
                toChat(
                        "never started",
                        403,
                        "Forbidden: bot can't initiate conversation with a user",
                        world -> world.person("Ana").id()),
                toChat("blocked", 403, "Forbidden: bot was blocked by the user", world -> {
                    long id = world.privateChat(world.person("Ana"));
                    world.bot(id, Standing.KICKED);
                    return id;
                }),
                toChat("deactivated", 403, "Forbidden: user is deactivated", world -> {
                    var ana = world.person("Ana");
                    world.deactivate(ana);
                    return world.privateChat(ana);
                }),
                toChat(
                        "kicked from a group",
                        403,
                        "Forbidden: bot was kicked from the group chat",
                        world -> with(world, world.group("Fans"), Standing.KICKED)),
                toChat(
                        "kicked from a supergroup",
                        403,
                        "Forbidden: bot was kicked from the supergroup chat",
                        world -> with(world, world.supergroup("Fans"), Standing.KICKED)),
                toChat(
                        "kicked from a channel",
                        403,
                        "Forbidden: bot was kicked from the channel chat",
                        world -> with(world, world.channel("News"), Standing.KICKED)),
                toChat(
                        "not in the group",
                        403,
                        "Forbidden: bot is not a member of the group chat",
                        world -> with(world, world.group("Fans"), Standing.LEFT)),
                toChat(
                        "not in the supergroup",
                        403,
                        "Forbidden: bot is not a member of the supergroup chat",
                        world -> with(world, world.forum("Fans"), Standing.LEFT)),
                toChat(
                        "not in the channel",
                        403,
                        "Forbidden: bot is not a member of the channel chat",
                        world -> with(world, world.channel("News"), Standing.LEFT)),
                toChat("group deleted", 403, "Forbidden: the group chat was deleted", world -> {
                    long id = world.group("Fans");
                    world.delete(id);
                    return id;
                }),
                toChat(
                        "silenced",
                        400,
                        "Bad Request: not enough rights to send text messages to the chat",
                        world -> with(world, world.supergroup("Fans"), Standing.SILENCED)),
                toChat(
                        "channel without the right to post",
                        400,
                        "Bad Request: need administrator rights in the channel chat",
                        world -> with(world, world.channel("News"), Standing.ADMINISTRATOR_WITHOUT_POSTING)),
                toChat(
                        "channel as a mere member",
                        400,
                        "Bad Request: need administrator rights in the channel chat",
                        world -> with(world, world.channel("News"), Standing.MEMBER)),
                new RefusedRequest(
                        "no chat id", 400, "Bad Request: chat_id is empty", telegram -> new SendMessage("", "Race 1")),
                new RefusedRequest(
                        "unknown channel name",
                        400,
                        "Bad Request: chat not found",
                        telegram -> new SendMessage("@nowhere", "Race 1")));
    }

    static Stream<RefusedRequest> ofMessages() {
        return Stream.of(
                inForum("topic never made", "Bad Request: message thread not found", (world, forum) -> 4711),
                inForum("General by its id", "Bad Request: message thread not found", (world, forum) -> 1),
                inForum("topic deleted", "Bad Request: message thread not found", (world, forum) -> {
                    int topic = world.topic(forum);
                    world.deleteTopic(forum, topic);
                    return topic;
                }),
                inForum("topic closed", "Bad Request: TOPIC_CLOSED", (world, forum) -> {
                    int topic = world.topic(forum);
                    world.closeTopic(forum, topic);
                    return topic;
                }),
                inChat(
                        "topic in a group without topics",
                        "Bad Request: message thread not found",
                        chat -> new SendMessage(chat, "Race 1").messageThreadId(2L)),
                inChat(
                        "reply to nothing",
                        "Bad Request: message to be replied not found",
                        chat -> new SendMessage(chat, "Race 1").replyParameters(new ReplyParameters(99))),
                inChat(
                        "edit nothing",
                        "Bad Request: message to edit not found",
                        chat -> new EditMessageText(chat, 99, "Race 1")),
                inChat(
                        "edit the buttons of nothing",
                        "Bad Request: message to edit not found",
                        chat -> new EditMessageReplyMarkup(chat, 99)),
                inChat(
                        "delete nothing",
                        "Bad Request: message to delete not found",
                        chat -> new DeleteMessage(chat, 99)),
                new RefusedRequest("edit another's message", 400, "Bad Request: message can't be edited", telegram -> {
                    var ana = telegram.world().person("Ana");
                    long chat = telegram.world().privateChat(ana);
                    return new EditMessageText(chat, telegram.events().says(ana, chat, "/start"), "Race 1");
                }),
                new RefusedRequest(
                        "delete another's message", 400, "Bad Request: message can't be deleted", telegram -> {
                            long chat = telegram.world().group("Fans");
                            int message =
                                    telegram.events().says(telegram.world().person("Ana"), chat, "/start");
                            return new DeleteMessage(chat, message);
                        }),
                new RefusedRequest(
                        "answer to an unknown press",
                        400,
                        "Bad Request: query is too old and response timeout expired or query ID is invalid",
                        telegram -> new AnswerCallbackQuery("4711")));
    }

    @Test
    void refusesAWrongToken() {
        var response = Client.of(telegram, "123:wrong").execute(new GetMe());
        assertEquals(401, response.errorCode());
        assertEquals("Unauthorized", response.description());

        telegram.faults().revokeToken();
        assertEquals(401, client.execute(new GetMe()).errorCode());
    }

    @Test
    void tellsWhereAGroupHasMoved() {
        long group = telegram.world().group("Fans");
        long supergroup = telegram.events().upgrades(telegram.world().person("Ana"), group);
        var response = client.execute(new SendMessage(group, "Race 1"));
        assertEquals(400, response.errorCode());
        assertEquals("Bad Request: group chat was upgraded to a supergroup chat", response.description());
        assertEquals(supergroup, response.parameters().migrateToChatId());
        assertTrue(client.execute(new SendMessage(supergroup, "Race 1")).isOk());
    }

    @Test
    void refusesAnEditThatChangesNothing() {
        long chat = telegram.world().group("Fans");
        int id = client.execute(new SendMessage(chat, "<b>Race 1</b>").parseMode(ParseMode.HTML))
                .message()
                .messageId();
        var same = client.any(new EditMessageText(chat, id, "<strong>Race 1</strong> ").parseMode(ParseMode.HTML));
        assertEquals(400, same.errorCode());
        assertTrue(same.description().startsWith("Bad Request: message is not modified"));
        assertEquals(400, client.any(new EditMessageReplyMarkup(chat, id)).errorCode());
        assertTrue(client.any(new EditMessageText(chat, id, "Race 1")).isOk());
        assertEquals(1, telegram.recorder().message(chat, id).edits());

        telegram.world().deleteMessage(chat, id);
        assertEquals(
                "Bad Request: message to edit not found",
                client.any(new EditMessageText(chat, id, "Race 2")).description());
    }

    private static long with(World world, long chat, Standing standing) {
        world.bot(chat, standing);
        return chat;
    }

    private static RefusedRequest toChat(String why, int code, String description, ToLongFunction<World> chat) {
        return new RefusedRequest(
                why, code, description, telegram -> new SendMessage(chat.applyAsLong(telegram.world()), "Race 1"));
    }

    private static RefusedRequest inForum(String why, String description, ToLongBiFunction<World, Long> topic) {
        return new RefusedRequest(why, 400, description, telegram -> {
            long forum = telegram.world().forum("Fans");
            return new SendMessage(forum, "Race 1").messageThreadId(topic.applyAsLong(telegram.world(), forum));
        });
    }

    private static RefusedRequest inChat(String why, String description, LongFunction<BaseRequest<?, ?>> request) {
        return new RefusedRequest(
                why,
                400,
                description,
                telegram -> request.apply(telegram.world().supergroup("Fans")));
    }
}
