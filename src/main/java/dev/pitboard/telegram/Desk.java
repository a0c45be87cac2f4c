package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Attachment;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes in what people do and passes it to where it is answered. */
final class Desk {
    private final Supplier<String> botName;
    private final Answers answers;
    private final Admins admins;
    private final Presses presses;
    private final Greetings greetings;
    private final Migrations migrations;
    private final TelegramFiles files;

    Desk(
            Supplier<String> botName,
            Answers answers,
            Admins admins,
            Presses presses,
            Greetings greetings,
            Migrations migrations,
            TelegramFiles files) {
        this.botName = botName;
        this.answers = answers;
        this.admins = admins;
        this.presses = presses;
        this.greetings = greetings;
        this.migrations = migrations;
        this.files = files;
    }

    void handle(Update update) {
        if (update.message() != null) {
            message(update.message());
        } else if (update.channelPost() != null) {
            message(update.channelPost());
        } else if (update.callbackQuery() != null) {
            presses.pressed(update.callbackQuery());
        } else if (update.myChatMember() != null) {
            greetings.changed(update.myChatMember());
        }
    }

    private void message(Message message) {
        if (message.migrateToChatId() != null) {
            migrations.moved(message.chat().id(), message.migrateToChatId());
            return;
        }
        if (message.migrateFromChatId() != null) {
            migrations.moved(message.migrateFromChatId(), message.chat().id());
            return;
        }
        if (message.forumTopicReopened() != null) {
            greetings.mayWorkAgain(message.chat().id());
            return;
        }
        // A channel's post appears in its discussion group too; it was answered in the channel.
        if (Boolean.TRUE.equals(message.isAutomaticForward())) {
            return;
        }
        if (message.text() != null) {
            text(message, message.text());
        } else if (message.document() != null && message.caption() != null) {
            Typed.in(message.caption(), botName.get()).ifPresent(typed -> command(message, Talk.of(message), typed));
        }
    }

    private void text(Message message, String text) {
        Talk talk = Talk.of(message);
        Optional<Typed> command = Typed.in(text, botName.get());
        if (command.isPresent()) {
            command(message, talk, command.get());
        } else if (talk.personal() && !text.startsWith("/")) {
            answers.send(hint(), talk);
        }
    }

    private void command(Message message, Talk talk, Typed typed) {
        if (typed.word().equals("start")) {
            greetings.started(talk);
            return;
        }
        boolean channel = message.chat().type() == Chat.Type.channel;
        Answers.Ready ready = answers.run(typed.line(), talk, caller(message, talk), attachment(message));
        answers.send(ready, talk, talk.personal() || channel ? null : message.messageId());
    }

    /** The file with the command as its caption, or else the file or text that the command answers to. */
    private @Nullable Attachment attachment(Message message) {
        Message answered = message.replyToMessage();
        if (message.document() != null) {
            return files.of(message.document());
        }
        if (answered == null) {
            return null;
        }
        if (answered.document() != null) {
            return files.of(answered.document());
        }
        return answered.text() == null ? null : Attachment.of("the message", answered.text());
    }

    private TelegramCaller caller(Message message, Talk talk) {
        Chat sender = message.senderChat();
        if (sender != null || message.from() == null) {
            // Channels, and admins who hide behind their group, write in the name of the chat.
            long id = sender == null ? talk.id() : sender.id();
            return new TelegramCaller(Long.toString(id), () -> id == talk.id());
        }
        long id = message.from().id();
        return new TelegramCaller(Long.toString(id), () -> talk.personal() || admins.isAdmin(talk.id(), id));
    }

    private static Card hint() {
        return Card.titled(Tone.INFO, "I only understand commands")
                .paragraph(Line.empty().code("/help").text(" lists them all."))
                .action(new Action.Run("Show them", "help"))
                .build();
    }
}
