package dev.pitboard.revision.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.command.Request;
import dev.pitboard.command.UserError;
import dev.pitboard.revision.Effect;
import dev.pitboard.revision.Outdated;
import dev.pitboard.revision.RaceControl;
import dev.pitboard.revision.Revision;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows what a change would do, asks once, and makes it when it is confirmed for the very timetable that was shown. */
final class Decision {
    private final RaceControl control;

    Decision(RaceControl control) {
        this.control = control;
    }

    /** @param intent worked out anew at each call, from the timetable in force */
    Card answer(Request request, Supplier<Intent> intent) {
        control.refresh();
        Optional<String> confirmed = request.argument(Wording.CONFIRM);
        Intent wanted = intent.get();
        try {
            boolean asShown =
                    confirmed.equals(Optional.of(String.valueOf(wanted.set().base())));
            return asShown ? make(wanted) : question(wanted, confirmed.isPresent(), request);
        } catch (Outdated meanwhile) {
            return askAgain(intent, request, meanwhile);
        }
    }

    private Card askAgain(Supplier<Intent> intent, Request request, Outdated meanwhile) {
        control.refresh();
        try {
            return question(intent.get(), true, request);
        } catch (Outdated again) {
            again.addSuppressed(meanwhile);
            throw new UserError("The timetable is being changed by others at this moment. Please look again.");
        }
    }

    private Card question(Intent intent, boolean meanwhile, Request request) throws Outdated {
        Effect effect = control.preview(intent.set());
        Card.Builder card = Card.titled(Tone.WARNING, intent.question());
        if (meanwhile) {
            card.paragraph(
                    "The timetable was changed since this was shown, so nothing was done. This is what it means now:");
        }
        Consequence.addTo(card, effect, request.now());
        return card.run(
                        intent.button(),
                        intent.line() + " " + Wording.CONFIRM + "="
                                + intent.set().base())
                .action(intent.look())
                .build();
    }

    private Card make(Intent intent) throws Outdated {
        Effect effect = control.preview(intent.set());
        Revision revision = control.commit(effect);
        Card.Builder card = Card.titled(Tone.DONE, intent.done());
        Consequence.addResult(card, effect);
        return card.quiet("Revision " + revision.number() + ".")
                .run("Undo", "undo number=" + revision.number())
                .action(intent.look())
                .build();
    }
}
