package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.model.request.ReplyParameters;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.SendMessage;
import dev.pitboard.chat.ChatRef;
import org.jspecify.annotations.Nullable;

/**
 * One message as it goes out.
 *
 * @param replyTo the message it answers, or null
 * @param quiet whether it arrives without a sound
 */
record Letter(
        ChatRef chat,
        Page page,
        @Nullable InlineKeyboardMarkup keyboard,
        @Nullable Integer replyTo,
        boolean quiet) {
    Letter(ChatRef chat, Page page, @Nullable InlineKeyboardMarkup keyboard, @Nullable Integer replyTo) {
        this(chat, page, keyboard, replyTo, false);
    }

    Letter withoutTopic() {
        return new Letter(ChatRef.of(chat.platform(), chat.id()), page, keyboard, replyTo, quiet);
    }

    SendMessage asNew(boolean formatted) {
        var request = new SendMessage(chat.id(), formatted ? page.html() : page.text())
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        if (formatted) {
            request.parseMode(ParseMode.HTML);
        }
        if (chat.topic() != null) {
            request.messageThreadId(Long.parseLong(chat.topic()));
        }
        if (keyboard != null) {
            request.replyMarkup(keyboard);
        }
        if (quiet) {
            request.disableNotification(true);
        }
        if (replyTo != null) {
            request.replyParameters(new ReplyParameters(replyTo).allowSendingWithoutReply(true));
        }
        return request;
    }

    EditMessageText asEditOf(int messageId, boolean formatted) {
        var request = new EditMessageText(chat.id(), messageId, formatted ? page.html() : page.text())
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        if (formatted) {
            request.parseMode(ParseMode.HTML);
        }
        return keyboard == null ? request : request.replyMarkup(keyboard);
    }
}
