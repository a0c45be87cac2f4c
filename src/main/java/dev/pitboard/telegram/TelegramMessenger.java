package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts without anybody having asked. Telegram knows no key that would make a second attempt harmless and no role to ping:
 * the message id and the role are not used.
 */
final class TelegramMessenger implements Messenger {
    private final Postman postman;
    private final TelegramRenderer renderer;
    private final Keyboard keyboard;
    private final PostingRights rights;
    private final Migrations migrations;

    TelegramMessenger(
            Postman postman,
            TelegramRenderer renderer,
            Keyboard keyboard,
            PostingRights rights,
            Migrations migrations) {
        this.postman = postman;
        this.renderer = renderer;
        this.keyboard = keyboard;
        this.rights = rights;
        this.migrations = migrations;
    }

    @Override
    public Platform platform() {
        return Platform.TELEGRAM;
    }

    @Override
    public Outcome send(Post post) {
        List<Page> pages = renderer.pages(post.card());
        @Nullable InlineKeyboardMarkup buttons = keyboard.of(post.card().actions());
        Outcome.@Nullable Sent first = null;
        for (int i = 0; i < pages.size(); i++) {
            boolean last = i == pages.size() - 1;
            Outcome outcome =
                    postman.send(new Letter(post.chat(), pages.get(i), last ? buttons : null, null), post.attempt());
            if (outcome instanceof Outcome.Moved(ChatRef to)) {
                migrations.moved(Long.parseLong(post.chat().id()), Long.parseLong(to.id()));
            }
            if (!(outcome instanceof Outcome.Sent sent)) {
                // Sent again from the start, it would post the first pages twice.
                return first == null
                        ? outcome
                        : new Outcome.Sent(
                                first.messageRef(), "Only the first " + i + " of " + pages.size() + " parts arrived.");
            }
            first = first == null ? sent : first;
        }
        return first == null ? new Outcome.Failed("There is nothing to send.") : first;
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        return rights.missingToPost(chat);
    }
}
