package dev.pitboard.telegram;

import dev.pitboard.card.Card;
import dev.pitboard.card.Presentation;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Answer;
import dev.pitboard.command.Attachment;
import dev.pitboard.command.Caller;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.UserError;
import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs command lines and sends what comes of them. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    /** An answer is not tried longer: by then nobody waits for it. */
    private static final Duration WORTH_WAITING = Duration.ofSeconds(20);

    /** An answer with the line that leads to its other pages, or null when there is none. */
    record Ready(Answer answer, @Nullable CommandLine line) {}

    private final Router router;
    private final Presentation presentation;
    private final TelegramRenderer renderer;
    private final Keyboard keyboard;
    private final Postman postman;
    private final InstantSource machine;

    Answers(
            Router router,
            Presentation presentation,
            TelegramRenderer renderer,
            Keyboard keyboard,
            Postman postman,
            InstantSource machine) {
        this.router = router;
        this.presentation = presentation;
        this.renderer = renderer;
        this.keyboard = keyboard;
        this.postman = postman;
        this.machine = machine;
    }

    /** Runs a line without its slash. Never throws. */
    Ready run(String line, Talk talk, Caller caller) {
        return run(line, talk, caller, null);
    }

    /** The same with what came along, for a command that takes it. */
    Ready run(String line, Talk talk, Caller caller, @Nullable Attachment attachment) {
        CommandLine command;
        try {
            command = router.parse(line, Platform.TELEGRAM);
        } catch (UserError mistake) {
            return new Ready(Router.mistake(mistake), null);
        } catch (RuntimeException bug) {
            return new Ready(Router.bug("reading a line", bug), null);
        }
        var request = new Request(
                caller,
                talk.ref(),
                talk.ref().id(),
                command.path(),
                command.arguments(),
                attachment,
                presentation.now().instant());
        Answer answer = router.answer(request);
        return new Ready(answer, router.again(answer.card(), command, Platform.TELEGRAM));
    }

    /** Sends an answer, as a reply if it is one. */
    void send(Ready ready, Talk talk, @Nullable Integer replyTo) {
        deliver(letter(ready, talk, replyTo));
    }

    /** Puts an answer in the place of the message it belongs to; sends it if that message is gone. */
    void turn(Ready ready, Talk talk, int messageId) {
        Letter letter = letter(ready, talk, null);
        if (!postman.edit(letter, messageId)) {
            deliver(letter);
        }
    }

    /** Sends a card that nobody typed a command for; all of its pages. */
    void send(Card card, Talk talk) {
        List<Page> pages = renderer.pages(card);
        for (int i = 0; i < pages.size(); i++) {
            boolean last = i == pages.size() - 1;
            deliver(new Letter(talk.ref(), pages.get(i), last ? keyboard.of(card.actions()) : null, null));
        }
    }

    /** The card as plain text. */
    String plain(Card card) {
        return renderer.pages(card).getFirst().text();
    }

    private Letter letter(Ready ready, Talk talk, @Nullable Integer replyTo) {
        Card card = ready.answer().card();
        List<Page> pages = renderer.pages(card);
        CommandLine line = ready.line();
        if (line == null) {
            return new Letter(talk.ref(), pages.getFirst(), keyboard.of(card.actions()), replyTo);
        }
        int page = Math.min(line.page(), pages.size());
        return new Letter(
                talk.ref(), pages.get(page - 1), keyboard.of(card.actions(), line, page, pages.size()), replyTo);
    }

    private void deliver(Letter letter) {
        Instant began = machine.instant();
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = postman.answer(letter, attempt);
            if (outcome instanceof Outcome.Sent) {
                return;
            }
            if (!(outcome instanceof Outcome.Wait wait)
                    || machine.instant().plus(wait.atLeast()).isAfter(began.plus(WORTH_WAITING))) {
                log.warn("an answer in {} was not sent: {}", letter.chat(), outcome);
                return;
            }
            try {
                Thread.sleep(wait.atLeast());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
