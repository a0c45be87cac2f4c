package dev.pitboard.loopback.telegram;

import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandsScopeChat;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.GetChat;
import com.pengrad.telegrambot.request.GetChatAdministrators;
import com.pengrad.telegrambot.request.GetChatMember;
import com.pengrad.telegrambot.request.LeaveChat;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.request.SetMyCommands;
import java.util.Collections;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts, buttons, commands and questions the service refuses, as the real client sees it. */
final class LoopbackTelegramInputTest {
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
    @MethodSource({"ofTexts", "ofButtons", "ofCommands", "ofQuestions"})
    void refuses(RefusedRequest refused) {
        refused.check(telegram, client);
    }

    static Stream<RefusedRequest> ofTexts() {
        return Stream.of(
                text("empty", "Bad Request: message text is empty", ""),
                text("blank", "Bad Request: text must be non-empty", " \n "),
                text("only tags", "Bad Request: text must be non-empty", "<b></b>"),
                text("4097 characters", "Bad Request: message is too long", "x".repeat(4097)),
                text("2049 flags", "Bad Request: message is too long", "\uD83C\uDFC1".repeat(2049)),
                text(
                        "unknown tag",
                        "Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 4",
                        "Né <p>x</p>"),
                text(
                        "unclosed tag",
                        "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
                        "<b>x"));
    }

    static Stream<RefusedRequest> ofButtons() {
        return Stream.of(
                button("65 bytes", "Bad Request: BUTTON_DATA_INVALID", data("x".repeat(65))),
                button("33 letters of two bytes", "Bad Request: BUTTON_DATA_INVALID", data("é".repeat(33))),
                button("no bytes", "Bad Request: BUTTON_DATA_INVALID", data("")),
                button(
                        "nothing behind it",
                        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
                        new InlineKeyboardButton("Next")),
                button(
                        "not an address",
                        "Bad Request: inline keyboard button URL 'live timing' is invalid: Wrong HTTP URL",
                        new InlineKeyboardButton("Live").url("live timing")),
                button(
                        "unknown style",
                        "Bad Request: invalid button style specified",
                        data("ok").style("purple")),
                inChat(
                        "101 buttons",
                        "Bad Request: reply markup is too long",
                        chat -> new SendMessage(chat, "Race 1")
                                .replyMarkup(new InlineKeyboardMarkup(Collections.nCopies(101, data("x")).stream()
                                        .map(one -> new InlineKeyboardButton[] {one})
                                        .toArray(InlineKeyboardButton[][]::new)))));
    }

    static Stream<RefusedRequest> ofCommands() {
        return Stream.of(
                command("hyphen", "Bad Request: BOT_COMMAND_INVALID", "next-session", "Next"),
                command("upper case", "Bad Request: BOT_COMMAND_INVALID", "Next", "Next"),
                command("33 characters", "Bad Request: command length must not exceed 32", "x".repeat(33), "Next"),
                command("no name", "Bad Request: command must be non-empty", "", "Next"),
                command("no description", "Bad Request: command description must be non-empty", "next", ""),
                command(
                        "257 characters",
                        "Bad Request: command description length must not exceed 256",
                        "next",
                        "x".repeat(257)),
                new RefusedRequest(
                        "101 commands",
                        400,
                        "Bad Request: BOT_COMMANDS_TOO_MUCH",
                        telegram -> new SetMyCommands(Collections.nCopies(101, new BotCommand("next", "Next"))
                                .toArray(BotCommand[]::new))),
                new RefusedRequest(
                        "scope of an unknown chat",
                        400,
                        "Bad Request: chat not found",
                        telegram ->
                                new SetMyCommands(new BotCommand("next", "Next")).scope(new BotCommandsScopeChat(99L))),
                new RefusedRequest(
                        "language",
                        400,
                        "Bad Request: invalid language code specified",
                        telegram -> new SetMyCommands(new BotCommand("next", "Next")).languageCode("en-GB")));
    }

    static Stream<RefusedRequest> ofQuestions() {
        return Stream.of(
                new RefusedRequest("chat", 400, "Bad Request: chat not found", telegram -> new GetChat(99L)),
                new RefusedRequest(
                        "administrators of a private chat",
                        400,
                        "Bad Request: there are no administrators in the private chat",
                        telegram -> new GetChatAdministrators(
                                telegram.world().privateChat(telegram.world().person("Ana")))),
                new RefusedRequest(
                        "administrators of a channel, as a member",
                        400,
                        "Bad Request: member list is inaccessible",
                        telegram -> new GetChatAdministrators(
                                with(telegram.world(), telegram.world().channel("News"), Standing.MEMBER))),
                new RefusedRequest(
                        "unknown member",
                        400,
                        "Bad Request: user not found",
                        telegram -> new GetChatMember(telegram.world().group("Fans"), 99L)),
                new RefusedRequest(
                        "leaving a private chat",
                        400,
                        "Bad Request: chat member status can't be changed in private chats",
                        telegram -> new LeaveChat(
                                telegram.world().privateChat(telegram.world().person("Ana")))),
                new RefusedRequest(
                        "unknown method",
                        404,
                        "Not Found: method not found",
                        telegram -> new SendPhoto(telegram.world().group("Fans"), "AgACAgQ")));
    }

    private static long with(World world, long chat, Standing standing) {
        world.bot(chat, standing);
        return chat;
    }

    private static RefusedRequest inChat(String why, String description, LongFunction<BaseRequest<?, ?>> request) {
        return new RefusedRequest(
                why,
                400,
                description,
                telegram -> request.apply(telegram.world().supergroup("Fans")));
    }

    private static RefusedRequest text(String why, String description, String html) {
        return inChat(why, description, chat -> new SendMessage(chat, html).parseMode(ParseMode.HTML));
    }

    private static RefusedRequest button(String why, String description, InlineKeyboardButton button) {
        return inChat(
                why,
                description,
                chat -> new SendMessage(chat, "Race 1").replyMarkup(new InlineKeyboardMarkup(button)));
    }

    private static RefusedRequest command(String why, String description, String name, String text) {
        return new RefusedRequest(why, 400, description, telegram -> new SetMyCommands(new BotCommand(name, text)));
    }

    private static InlineKeyboardButton data(String data) {
        return new InlineKeyboardButton("Next").callbackData(data);
    }
}
