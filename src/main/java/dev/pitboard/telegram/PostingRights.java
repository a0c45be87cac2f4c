package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.ChatFullInfo;
import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.request.GetChat;
import com.pengrad.telegrambot.request.GetChatMember;
import com.pengrad.telegrambot.response.GetChatMemberResponse;
import com.pengrad.telegrambot.response.GetChatResponse;
import dev.pitboard.chat.ChatRef;
import java.util.List;
import java.util.Optional;

/** What the bot may do in a chat, asked when somebody wants reminders there. */
final class PostingRights {
    private static final String OUTSIDE = "I am not in this chat. Add me again, then try once more.";
    private static final String SILENCED =
            "I may not write here. Give me the right to send messages in the chat's permissions, or make me an admin.";
    private static final String NO_POSTING =
            "I may not post in this channel. Make me an admin with the right to post messages.";

    private final BotClient client;
    private final long self;

    /** @param self the bot's own id */
    PostingRights(BotClient client, long self) {
        this.client = client;
        this.self = self;
    }

    List<String> missingToPost(ChatRef chat) {
        if (!chat.id().startsWith("-")) {
            // A private chat: whoever writes to us from there can be answered there.
            return switch (client.call(new GetChat(chat.id()))) {
                case Reply.Refused<GetChatResponse> refused -> refused(refused);
                case Reply.Done<GetChatResponse> _ -> List.of();
                case Reply.NotSent<GetChatResponse> _, Reply.Lost<GetChatResponse> _ -> List.of();
            };
        }
        return switch (client.call(new GetChatMember(chat.id(), self))) {
            case Reply.Done<GetChatMemberResponse>(GetChatMemberResponse response) ->
                missing(chat, response.chatMember());
            case Reply.Refused<GetChatMemberResponse> refused -> refused(refused);
            // Nothing is known to be missing; the first reminder will show it.
            case Reply.NotSent<GetChatMemberResponse> _, Reply.Lost<GetChatMemberResponse> _ -> List.of();
        };
    }

    /** The library says false also where a right does not exist, so each is asked only where it does. */
    private List<String> missing(ChatRef chat, ChatMember member) {
        return switch (member.status()) {
            case creator -> List.of();
            case administrator -> !member.canPostMessages() && isChannel(chat) ? List.of(NO_POSTING) : List.of();
            case member -> silencedForAll(chat) ? List.of(SILENCED) : List.of();
            case restricted -> member.canSendMessages() ? List.of() : List.of(SILENCED);
            case left, kicked -> List.of(OUTSIDE);
        };
    }

    private boolean isChannel(ChatRef chat) {
        return about(chat).map(info -> info.type() == ChatFullInfo.Type.channel).orElse(false);
    }

    private boolean silencedForAll(ChatRef chat) {
        return about(chat)
                .map(ChatFullInfo::permissions)
                .map(permissions -> !permissions.canSendMessages())
                .orElse(false);
    }

    private Optional<ChatFullInfo> about(ChatRef chat) {
        return client.call(new GetChat(chat.id())) instanceof Reply.Done<GetChatResponse>(GetChatResponse response)
                ? Optional.ofNullable(response.chat())
                : Optional.empty();
    }

    private static List<String> refused(Reply.Refused<?> refused) {
        if (refused.code() == 429 || refused.code() >= 500) {
            return List.of();
        }
        return refused.code() == 403 || refused.begins("chat not found")
                ? List.of(OUTSIDE)
                : List.of("Telegram does not let me look into this chat: " + refused.description() + ".");
    }
}
