package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.model.ChatMemberUpdated;
import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.ChatNews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says hello where the bot is added or started, once, and tells where it may write and where it was removed. */
final class Greetings {
    private static final Logger log = LoggerFactory.getLogger(Greetings.class);
    private static final String TURN_ON = "reminders on";

    /** A link that adds the bot to a group also sends /start there. */
    private static final Duration SAME_EVENT = Duration.ofMinutes(1);

    private final Answers answers;
    private final Supplier<Card> greeting;
    private final Migrations migrations;
    private final ChatNews news;
    private final InstantSource machine;
    private final Map<Long, Instant> greeted = new HashMap<>();

    Greetings(Answers answers, Supplier<Card> greeting, Migrations migrations, ChatNews news, InstantSource machine) {
        this.answers = answers;
        this.greeting = greeting;
        this.migrations = migrations;
        this.news = news;
        this.machine = machine;
    }

    /** Somebody typed /start, or came by a link. */
    void started(Talk talk) {
        if (talk.personal()) {
            // Whoever starts the bot can be written to, also after having blocked it.
            mayWorkAgain(talk.id());
        }
        if (talk.personal() || firstOfEvent(talk.id())) {
            answers.send(card(), talk);
        }
    }

    /** What the bot is in a chat has changed. */
    void changed(ChatMemberUpdated change) {
        Chat chat = change.chat();
        boolean before = change.oldChatMember() != null && present(change.oldChatMember());
        boolean now = present(change.newChatMember());
        if (mayWrite(chat, change.newChatMember())) {
            mayWorkAgain(chat.id());
        }
        if (before == now) {
            return;
        }
        if (!now) {
            tell(() -> news.removed(Platform.TELEGRAM, Long.toString(chat.id())));
        }
        log.info("{} {}", now ? "added to" : "removed from", describe(chat));
        // In private, /start comes as well.
        if (now
                && chat.type() != Chat.Type.Private
                && mayWrite(chat, change.newChatMember())
                && !migrations.arrivedAt(chat.id())
                && firstOfEvent(chat.id())) {
            answers.send(card(), new Talk(ChatRef.of(Platform.TELEGRAM, Long.toString(chat.id())), chat.id(), false));
        }
    }

    /** A topic was opened again, or the bot may write somewhere. */
    void mayWorkAgain(long chat) {
        tell(() -> news.mayWorkAgain(Platform.TELEGRAM, Long.toString(chat)));
    }

    /** What can't be stored now shows again: in a refusal, or when it is looked at daily. */
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            log.error("what changed in a chat could not be taken in", e);
        }
    }

    private boolean firstOfEvent(long chat) {
        Instant now = machine.instant();
        synchronized (greeted) {
            greeted.values().removeIf(at -> at.plus(SAME_EVENT).isBefore(now));
            return greeted.putIfAbsent(chat, now) == null;
        }
    }

    private Card card() {
        Card card = greeting.get();
        boolean offered = card.actions().stream()
                .anyMatch(action -> action instanceof Action.Run(var _, var line) && line.startsWith(TURN_ON));
        if (offered) {
            return card;
        }
        List<Action> actions = new ArrayList<>(List.of(new Action.Run("Turn reminders on", TURN_ON)));
        actions.addAll(card.actions());
        return new Card(card.tone(), card.title(), card.blocks(), actions);
    }

    private static boolean present(ChatMember member) {
        return switch (member.status()) {
            case creator, administrator, member -> true;
            case restricted -> Boolean.TRUE.equals(member.isMember());
            case left, kicked -> false;
        };
    }

    /** The library says false also where a right does not exist, so each is asked only where it does. */
    private static boolean mayWrite(Chat chat, ChatMember member) {
        return switch (member.status()) {
            case creator, member -> true;
            case administrator -> chat.type() != Chat.Type.channel || member.canPostMessages();
            case restricted -> member.canSendMessages();
            case left, kicked -> false;
        };
    }

    private static String describe(Chat chat) {
        return chat.type() + " " + chat.id();
    }
}
