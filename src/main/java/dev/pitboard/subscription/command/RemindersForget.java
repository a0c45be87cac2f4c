package dev.pitboard.subscription.command;

import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.util.List;
import java.util.function.Supplier;

/** {@code /reminders forget}: deletes what is stored of this chat, after asking once. */
public final class RemindersForget implements ChatCommand {
    private static final String CONFIRM = "confirm";
    private static final String YES = "yes";

    private final Supplier<Timetable> timetable;
    private final Subscriptions subscriptions;
    private final Runnable onChange;

    /** @param onChange called after what is stored has changed, so that alarms can follow */
    public RemindersForget(Supplier<Timetable> timetable, Subscriptions subscriptions, Runnable onChange) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.onChange = onChange;
    }

    @Override
    public Signature signature() {
        return Wording.signature(
                "forget",
                "Delete everything stored of this chat",
                Access.MANAGERS,
                Parameter.words(CONFIRM, "yes deletes without asking first", YES::equalsIgnoreCase, true));
    }

    @Override
    public Card run(Request request) {
        List<Subscription> stored = subscriptions.of(request.chat());
        if (stored.isEmpty()) {
            return Card.titled(Tone.INFO, "Nothing is stored of this chat").build();
        }
        if (request.argument(CONFIRM).filter(YES::equalsIgnoreCase).isEmpty()) {
            return question(stored);
        }
        subscriptions.forget(request.chat());
        onChange.run();
        return Card.titled(Tone.DONE, "Forgotten")
                .paragraph("Nothing is stored of this chat any more, and no reminders come.")
                .build();
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return List.of(new Choice(YES, YES));
    }

    private Card question(List<Subscription> stored) {
        Timetable today = timetable.get();
        return Card.titled(Tone.WARNING, "Delete everything stored of this chat?")
                .paragraph("That is the reminders of "
                        + Wording.list(stored.stream()
                                .map(s -> Wording.seriesName(today, s.series()))
                                .toList())
                        + ", with their settings and what was sent. It can't be undone. "
                        + "To only stop them for a while, turn them off.")
                .run("Delete", "reminders forget confirm=" + YES)
                .run("Turn off", "reminders off")
                .build();
    }
}
