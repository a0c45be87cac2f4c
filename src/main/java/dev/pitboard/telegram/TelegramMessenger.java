package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Edit;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts without anybody having asked. Telegram knows no role to ping, and no key that would make a second attempt harmless:
 * see {@link Doubts} for what may have arrived.
 */
final class TelegramMessenger implements Messenger {
    /** The longest that the second part of a post is waited for; a group that has had its 20 a minute takes longer. */
    private static final Duration NEXT_PART = Duration.ofSeconds(5);

    /** Waits. */
    interface Pause {
        void take(Duration duration) throws InterruptedException;
    }

    private final Postman postman;
    private final Doubts doubts;
    private final TelegramRenderer renderer;
    private final Keyboard keyboard;
    private final PostingRights rights;
    private final Migrations migrations;
    private final Pause pause;

    TelegramMessenger(
            Postman postman,
            Doubts doubts,
            TelegramRenderer renderer,
            Keyboard keyboard,
            PostingRights rights,
            Migrations migrations,
            Pause pause) {
        this.postman = postman;
        this.doubts = doubts;
        this.renderer = renderer;
        this.keyboard = keyboard;
        this.rights = rights;
        this.migrations = migrations;
        this.pause = pause;
    }

    @Override
    public Platform platform() {
        return Platform.TELEGRAM;
    }

    @Override
    public Outcome send(Post post) {
        Outcome held = doubts.before(post);
        return held != null ? held : doubts.after(post, sendPages(post));
    }

    /** Of what was posted in parts only the first is edited, which is the one that is known; buttons stand below the last. */
    @Override
    public Outcome edit(Edit edit) {
        List<Page> pages = renderer.pages(edit.card());
        @Nullable
        InlineKeyboardMarkup buttons =
                pages.size() == 1 ? keyboard.of(edit.card().actions()) : null;
        Outcome outcome = postman.revise(
                new Letter(edit.chat(), pages.getFirst(), buttons, null),
                Integer.parseInt(edit.messageRef()),
                edit.attempt());
        noteMove(edit.chat(), outcome);
        return outcome;
    }

    private void noteMove(ChatRef chat, Outcome outcome) {
        if (outcome instanceof Outcome.Moved(ChatRef to)) {
            migrations.moved(Long.parseLong(chat.id()), Long.parseLong(to.id()));
        }
    }

    /** In the chat outside of its topics, where there are any; to a chat that can't be written to there is no other way. */
    @Override
    public Outcome tellAdmins(ChatRef chat, Card card) {
        if (chat.topic() == null) {
            return new Outcome.Blocked("There is no other place in that chat.");
        }
        Page page = renderer.pages(card).getFirst();
        return postman.answer(
                new Letter(ChatRef.of(chat.platform(), chat.id()), page, keyboard.of(card.actions()), null), 1);
    }

    private Outcome sendPages(Post post) {
        List<Page> pages = renderer.pages(post.card());
        @Nullable InlineKeyboardMarkup buttons = keyboard.of(post.card().actions());
        Outcome.@Nullable Sent first = null;
        for (int i = 0; i < pages.size(); i++) {
            boolean last = i == pages.size() - 1;
            Letter letter = new Letter(post.chat(), pages.get(i), last ? buttons : null, null, post.quiet());
            Outcome outcome = first == null ? postman.post(letter, post.attempt()) : next(letter, post.attempt());
            noteMove(post.chat(), outcome);
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

    /** The next part of what is there in part: it waits here, because the ledger only knows whole messages. */
    private Outcome next(Letter letter, int attempt) {
        Duration waited = Duration.ZERO;
        while (true) {
            Outcome outcome = postman.post(letter, attempt);
            if (!(outcome instanceof Outcome.Wait wait)
                    || waited.plus(wait.atLeast()).compareTo(NEXT_PART) > 0) {
                return outcome;
            }
            try {
                pause.take(wait.atLeast());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return outcome;
            }
            waited = waited.plus(wait.atLeast());
        }
    }

    @Override
    public List<String> missingToPost(ChatRef chat, @Nullable String role) {
        return rights.missingToPost(chat);
    }
}
