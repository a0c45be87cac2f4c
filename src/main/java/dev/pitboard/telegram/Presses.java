package dev.pitboard.telegram;

import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.message.MaybeInaccessibleMessage;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Button presses: each is a saved command line, run with the rights of whoever pressed, and each is answered, or the
 * button would spin. A mistake pops up where only that person sees it, if it fits.
 */
final class Presses {
    private static final Logger log = LoggerFactory.getLogger(Presses.class);
    private static final String FORGOTTEN = "This button is too old for me. Please type the command again.";

    private final BotClient client;
    private final Answers answers;
    private final Admins admins;
    private final SavedLines lines;

    Presses(BotClient client, Answers answers, Admins admins, SavedLines lines) {
        this.client = client;
        this.answers = answers;
        this.admins = admins;
        this.lines = lines;
    }

    void pressed(CallbackQuery query) {
        @Nullable MaybeInaccessibleMessage message = query.maybeInaccessibleMessage();
        Optional<SavedLines.Press> press = Optional.ofNullable(query.data()).flatMap(lines::press);
        if (message == null || press.isEmpty()) {
            acknowledge(query, FORGOTTEN);
            return;
        }
        Talk talk = Talk.of(message);
        long person = query.from().id();
        var caller =
                new TelegramCaller(Long.toString(person), () -> talk.personal() || admins.isAdmin(talk.id(), person));
        Answers.Ready ready = answers.run(press.get().line(), talk, caller);
        String alert = alert(ready.answer().card());
        acknowledge(query, alert);
        if (!alert.isEmpty()) {
            return;
        }
        if (press.get().inPlace()) {
            answers.turn(ready, talk, message.messageId());
        } else {
            answers.send(ready, talk, null);
        }
    }

    /** What to pop up instead of writing it into the chat, or nothing when it has to be written. */
    private String alert(Card card) {
        if (card.tone() != Tone.MISTAKE || !card.actions().isEmpty()) {
            return "";
        }
        String text = answers.plain(card);
        return text.length() <= Limits.ALERT ? text : "";
    }

    private void acknowledge(CallbackQuery query, String alert) {
        var answer = new AnswerCallbackQuery(query.id());
        if (!alert.isEmpty()) {
            answer.text(alert).showAlert(true);
        }
        Reply<?> reply = client.call(answer);
        if (!(reply instanceof Reply.Done<?>)) {
            // Usually too late: the button no longer spins then.
            log.debug("a button press was not answered: {}", reply.summary());
        }
    }
}
