package dev.pitboard.delivery;

import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import dev.pitboard.delivery.ShutChats.ShutChat;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the chats that can't be written to: tells their people once, sees whether they work again, daily and when the
 * platform tells of a change, and deletes what is stored of those that are gone for good.
 */
public final class Caretaker implements ChatNews, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

    /** After news a round comes soon, not at once: one change of rights is often told as several. */
    private static final Duration AFTER_NEWS = Duration.ofSeconds(2);

    /** How many chats of a platform are seen to in a round, because that is not paced. */
    private static final int A_ROUND = 20;

    private final ShutChats chats;
    private final Subscriptions subscriptions;
    private final Map<Platform, Messenger> messengers;
    private final InstantSource machine;
    private final Runnable opened;
    private final Timer timer;
    private final AtomicBoolean soon = new AtomicBoolean();

    /**
     * @param messengers of the platforms that are on; looked into at each round
     * @param opened called when a chat works again
     */
    public Caretaker(
            ShutChats chats,
            Subscriptions subscriptions,
            Map<Platform, Messenger> messengers,
            InstantSource machine,
            Runnable opened) {
        this(chats, subscriptions, messengers, machine, opened, Timer.onThread("caretaker"));
    }

    Caretaker(
            ShutChats chats,
            Subscriptions subscriptions,
            Map<Platform, Messenger> messengers,
            InstantSource machine,
            Runnable opened,
            Timer timer) {
        this.chats = chats;
        this.subscriptions = subscriptions;
        this.messengers = messengers;
        this.machine = machine;
        this.opened = opened;
        this.timer = timer;
    }

    /** Begins its rounds. */
    public void start() {
        timer.after(BETWEEN_ROUNDS, this::everyRound);
    }

    @Override
    public void mayWorkAgain(Platform platform, String space) {
        later("that " + space + " may work again", () -> {
            if (chats.lookAgain(platform, space, machine.instant()) > 0) {
                roundSoon();
            }
        });
    }

    @Override
    public void removed(Platform platform, String space) {
        later("that I was removed from " + space, () -> {
            int gone = chats.gone(platform, space, "The bot was removed from here.", machine.instant());
            if (gone > 0) {
                log.info(
                        "{}: removed from {}: what is stored of {} chats there goes in {} days",
                        platform.label(),
                        space,
                        gone,
                        ShutChats.KEPT.toDays());
            }
        });
    }

    @Override
    public void deleted(ChatRef chat) {
        later("that " + chat + " was deleted", () -> chats.gone(chat, "The chat was deleted.", machine.instant()));
    }

    @Override
    public void moved(ChatRef from, ChatRef to) {
        subscriptions.moved(from, to);
    }

    /** Platforms tell their news on threads that must not wait. What is missed is noticed when something is sent there. */
    private void later(String news, Runnable work) {
        timer.after(Duration.ZERO, () -> {
            try {
                work.run();
            } catch (Unavailable unavailable) {
                log.warn("not noted {}: {}", news, unavailable.sentence());
            }
        });
    }

    private void roundSoon() {
        if (soon.compareAndSet(false, true)) {
            timer.after(AFTER_NEWS, () -> {
                soon.set(false);
                round();
            });
        }
    }

    private void everyRound() {
        round();
        timer.after(BETWEEN_ROUNDS, this::everyRound);
    }

    private void round() {
        for (Map.Entry<Platform, Messenger> on : Map.copyOf(messengers).entrySet()) {
            try {
                chats.untold(on.getKey(), A_ROUND).forEach(chat -> tell(on.getValue(), chat));
                chats.toLookAt(on.getKey(), machine.instant(), A_ROUND).forEach(chat -> look(on.getValue(), chat));
            } catch (Unavailable unavailable) {
                log.warn("chats that can't be written to are not looked after: {}", unavailable.sentence());
            } catch (RuntimeException bug) {
                log.error("our bug while looking after chats of {}", on.getKey().label(), bug);
            }
        }
    }

    /** Once: where there is no place to tell, the chat itself is told when it works again. */
    private void tell(Messenger messenger, ShutChat shut) {
        if (shut.state() == ChatState.BLOCKED) {
            Outcome outcome = messenger.tellAdmins(
                    shut.chat(),
                    Card.titled(Tone.WARNING, "I can't post reminders in one of your chats")
                            .paragraph(shut.reason())
                            .paragraph("The chat: " + shut.chat().id()
                                    + ". As soon as it works again I go on by myself; nothing is forgotten.")
                            .build());
            log.info("{} can't be written to; telling its people: {}", shut.chat(), outcome);
            if (outcome instanceof Outcome.Wait) {
                return;
            }
        }
        chats.told(shut.chat());
    }

    private void look(Messenger messenger, ShutChat shut) {
        Instant now = machine.instant();
        if (shut.state() == ChatState.GONE && !now.isBefore(shut.since().plus(ShutChats.KEPT))) {
            subscriptions.forget(shut.chat());
            log.info("{} is gone since {}: deleted what was stored of it", shut.chat(), shut.since());
        } else if (works(messenger, shut)) {
            chats.open(shut.chat());
            log.info("{} works again, after {}", shut.chat(), Duration.between(shut.since(), now));
            opened.run();
        } else {
            Instant next = shut.state() == ChatState.GONE
                    ? shut.since().plus(ShutChats.KEPT)
                    : ShutChats.nextLook(shut.state(), now);
            chats.lookAgainAt(shut.chat(), next);
        }
    }

    /** Only what arrives proves it. */
    private static boolean works(Messenger messenger, ShutChat shut) {
        return messenger.missingToPost(shut.chat(), null).isEmpty()
                && messenger.send(Post.once(
                                shut.chat(),
                                Card.titled(Tone.DONE, "Reminders work here again")
                                        .paragraph(Line.of("I could not post here since ")
                                                .moment(shut.since(), MomentStyle.DATE_TIME)
                                                .text(". What was missed is in /reminders history."))
                                        .build(),
                                null))
                        instanceof Outcome.Sent;
    }

    @Override
    public void close() {
        timer.close();
    }
}
