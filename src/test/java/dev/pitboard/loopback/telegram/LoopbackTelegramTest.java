package dev.pitboard.loopback.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandScopeAllGroupChats;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.DeleteMyCommands;
import com.pengrad.telegrambot.request.EditMessageReplyMarkup;
import com.pengrad.telegrambot.request.GetChat;
import com.pengrad.telegrambot.request.GetChatAdministrators;
import com.pengrad.telegrambot.request.GetChatMember;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetMyCommands;
import com.pengrad.telegrambot.request.LeaveChat;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SetMyCommands;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service does and records when nothing is wrong. */
final class LoopbackTelegramTest {
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

    @Test
    void introducesItsBot() {
        var me = client.execute(new GetMe()).user();
        assertEquals(telegram.botName(), me.username());
        assertEquals(telegram.world().bot().id(), me.id());
        assertTrue(me.isBot());
    }

    @Test
    void recordsAMessageAsReadersSeeIt() {
        long forum = telegram.world().forum("Fans");
        int topic = telegram.world().topic(forum);
        String html = "<b>Race 1</b> &lt;GT4&gt; <tg-time unix=\"1696085400\" format=\"r\">16:50 UTC</tg-time>";
        var answer = client.execute(new SendMessage(forum, html)
                        .parseMode(ParseMode.HTML)
                        .messageThreadId((long) topic)
                        .disableNotification(true)
                        .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true))
                        .replyMarkup(new InlineKeyboardMarkup(
                                new InlineKeyboardButton("Next").callbackData("/next"),
                                new InlineKeyboardButton("Live").url("https://example.org/live"))))
                .message();
        assertEquals("Race 1 <GT4> 16:50 UTC", answer.text());
        assertEquals(MessageEntity.Type.date_time, answer.entities()[1].type());
        assertEquals(1696085400, answer.entities()[1].unixTime());

        var message = telegram.recorder().awaitMessage(forum, one -> one.text().startsWith("Race 1"));
        assertEquals(html, message.html());
        assertEquals(answer.messageId(), message.messageId());
        assertEquals(Integer.valueOf(topic), message.threadId());
        assertTrue(message.silent());
        assertFalse(message.previews());
        assertEquals(
                List.of(new Entity("date_time", 13, 9, Map.of("unix_time", "1696085400", "date_time_format", "r"))),
                message.moments());
        assertEquals(
                List.of(
                        new Button("Next", "/next", null, null),
                        new Button("Live", null, "https://example.org/live", null)),
                message.buttons());
        assertEquals(List.of(), telegram.recorder().mistakes());
    }

    @Test
    void takesTheLongestTextAndButtonData() {
        long group = telegram.world().group("Fans");
        String longest = "&amp;".repeat(4096);
        var answer = client.execute(new SendMessage(group, longest)
                .parseMode(ParseMode.HTML)
                .replyMarkup(new InlineKeyboardMarkup(new InlineKeyboardButton("é").callbackData("é".repeat(32)))));
        assertEquals(4096, answer.message().text().length());
        int id = answer.message().messageId();
        assertTrue(client.any(new EditMessageReplyMarkup(group, id)).isOk());
        assertEquals(List.of(), telegram.recorder().message(group, id).buttons());
    }

    @Test
    void sendsToAPublicChannelByName() {
        long channel = telegram.world().channel("News");
        telegram.world().publish(channel, "gt4_news");
        assertTrue(client.execute(new SendMessage("@GT4_news", "Race 1")).isOk());
        assertEquals("Race 1", telegram.recorder().messages(channel).getFirst().text());
    }

    @Test
    void knowsWhoIsInAChat() {
        var ana = telegram.world().person("Ana");
        var ben = telegram.world().person("Ben");
        var eve = telegram.world().person("Eve");
        long group = telegram.world().supergroup("Fans");
        telegram.world().member(group, ana, Standing.CREATOR);
        telegram.world().anonymousAdministrator(group, ben);
        telegram.world().member(group, eve, Standing.MEMBER);
        var administrators = client.execute(new GetChatAdministrators(group)).administrators();
        assertEquals(
                List.of(ana.id(), ben.id()),
                administrators.stream().map(one -> one.user().id()).toList());
        assertTrue(administrators.get(1).isAnonymous());
        assertEquals(
                ChatMember.Status.member,
                client.execute(new GetChatMember(group, eve.id())).chatMember().status());
        assertEquals("Fans", client.execute(new GetChat(group)).chat().title());

        assertTrue(client.any(new LeaveChat(group)).isOk());
        assertEquals(403, client.execute(new SendMessage(group, "Race 1")).errorCode());
    }

    @Test
    void keepsCommandsForEachScopeAndLanguage() {
        var next = new BotCommand("next_session", "What is on next");
        assertTrue(client.any(new SetMyCommands(next)).isOk());
        assertTrue(client.any(new SetMyCommands(next, new BotCommand("on", "Reminders on"))
                        .scope(new BotCommandScopeAllGroupChats())
                        .languageCode("de"))
                .isOk());
        assertEquals(
                Map.of(
                        CommandScope.of("default"),
                        Map.of("next_session", "What is on next"),
                        new CommandScope("all_group_chats", 0, 0, "de"),
                        Map.of("next_session", "What is on next", "on", "Reminders on")),
                telegram.recorder().commands());
        assertEquals(
                List.of("next_session"),
                Arrays.stream(client.execute(new GetMyCommands()).commands())
                        .map(BotCommand::command)
                        .toList());
        assertTrue(client.any(new DeleteMyCommands()).isOk());
        assertEquals(1, telegram.recorder().commands().size());
    }

    @Test
    void readsQueriesAndJsonAndAnySpelling() throws Exception {
        long group = telegram.world().group("Fans");
        var root = telegram.apiUrl() + "/bot" + telegram.token();
        try (var http = HttpClient.newHttpClient()) {
            var get = HttpRequest.newBuilder(URI.create(root + "/SENDMESSAGE?chat_id=" + group + "&text=Race%201%2B"))
                    .build();
            assertEquals(200, http.send(get, BodyHandlers.ofString()).statusCode());
            var post = HttpRequest.newBuilder(URI.create(root + "/sendmessage"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"chat_id\":" + group
                            + ",\"text\":\"Räce 2\",\"link_preview_options\":{\"is_disabled\":true}}"))
                    .build();
            assertEquals(200, http.send(post, BodyHandlers.ofString()).statusCode());
        }
        assertEquals(
                List.of("Race 1+", "Räce 2"),
                telegram.recorder().messages(group).stream()
                        .map(SentMessage::text)
                        .toList());
    }

    @Test
    void notesParametersThatDoNotExist() throws Exception {
        var url = telegram.apiUrl() + "/bot" + telegram.token() + "/getMe?reply_to_message_id=7";
        try (var http = HttpClient.newHttpClient()) {
            var get = HttpRequest.newBuilder(URI.create(url)).build();
            assertEquals(200, http.send(get, BodyHandlers.ofString()).statusCode());
        }
        assertEquals(
                List.of("getMe: unknown parameter reply_to_message_id"),
                telegram.recorder().mistakes());
    }

    @Test
    void waitsEndWithAMessageThatSaysWhatIsThere() {
        long group = telegram.world().group("Fans");
        client.execute(new SendMessage(group, "Race 1"));
        var failure = assertThrows(
                AssertionError.class,
                () -> telegram.recorder().awaitMessage(group, one -> one.silent(), Duration.ofMillis(1)));
        assertNotNull(failure.getMessage());
        assertTrue(failure.getMessage().contains("Race 1"));
        assertNull(telegram.recorder().messages(group).getFirst().threadId());
    }
}
