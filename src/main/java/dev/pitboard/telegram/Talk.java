package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.message.MaybeInaccessibleMessage;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A place in which something was said or pressed.
 *
 * @param ref where answers go: the same topic, or the chat itself outside of topics and in General
 * @param id the chat's id
 * @param personal whether it is a private chat
 */
record Talk(ChatRef ref, long id, boolean personal) {
    static Talk of(MaybeInaccessibleMessage message) {
        Chat chat = message.chat();
        boolean inTopic = message instanceof Message full && Boolean.TRUE.equals(full.isTopicMessage());
        @Nullable Long topic = inTopic ? ((Message) message).messageThreadId() : null;
        // General is seen in links as topic 1, which can't be written to.
        @Nullable String topicId = topic == null || topic == 1 ? null : Long.toString(topic);
        return new Talk(
                new ChatRef(Platform.TELEGRAM, Long.toString(chat.id()), topicId),
                chat.id(),
                chat.type() == Chat.Type.Private);
    }

    /** The chat an update belongs to, or 0 for none: updates of one chat are handled in order. */
    static long chatOf(Update update) {
        if (update.message() != null) {
            return update.message().chat().id();
        }
        if (update.channelPost() != null) {
            return update.channelPost().chat().id();
        }
        if (update.callbackQuery() != null && update.callbackQuery().maybeInaccessibleMessage() != null) {
            return update.callbackQuery().maybeInaccessibleMessage().chat().id();
        }
        return update.myChatMember() == null ? 0 : update.myChatMember().chat().id();
    }
}
