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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code /reminders off}: turns reminders off in this chat, of one series or all. What was set is kept. */
public final class RemindersOff implements ChatCommand {
    private static final String ALL = "all";

    private final Supplier<Timetable> timetable;
    private final Subscriptions subscriptions;
    private final Runnable onChange;

    /** @param onChange called after what is stored has changed, so that alarms can follow */
    public RemindersOff(Supplier<Timetable> timetable, Subscriptions subscriptions, Runnable onChange) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.onChange = onChange;
    }

    @Override
    public Signature signature() {
        return Wording.signature(
                "off",
                "Turn reminders off in this chat",
                Access.MANAGERS,
                SeriesArgument.parameter("Which series; default: all of them"));
    }

    @Override
    public Card run(Request request) {
        Timetable today = timetable.get();
        List<Subscription> active = subscriptions.of(request.chat()).stream()
                .filter(Subscription::active)
                .toList();
        String typed = request.argument(SeriesArgument.NAME).orElse(ALL);
        List<String> wanted = typed.equalsIgnoreCase(ALL)
                ? active.stream().map(Subscription::series).toList()
                : List.of(seriesId(today, typed, active));
        List<Subscription> ended = new ArrayList<>();
        for (String series : wanted) {
            subscriptions.turnOff(request.chat(), series, request.now()).ifPresent(ended::add);
        }
        if (ended.isEmpty()) {
            return Card.titled(Tone.INFO, "Reminders were off already")
                    .run("Turn on", wanted.isEmpty() ? "reminders on" : "reminders on series=" + wanted.getFirst())
                    .build();
        }
        onChange.run();
        return card(today, active, ended);
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return SeriesArgument.complete(timetable.get(), typed);
    }

    /** Also finds what this chat is reminded of by its id when the season files don't have it any more. */
    private static String seriesId(Timetable today, String typed, List<Subscription> active) {
        return active.stream().anyMatch(s -> s.series().equals(typed))
                ? typed
                : SeriesArgument.find(today, typed, id -> "reminders off series=" + id)
                        .id();
    }

    private static Card card(Timetable today, List<Subscription> active, List<Subscription> ended) {
        List<String> off =
                ended.stream().map(s -> Wording.seriesName(today, s.series())).toList();
        List<String> on = active.stream()
                .filter(a -> ended.stream().noneMatch(e -> e.id() == a.id()))
                .map(s -> Wording.seriesName(today, s.series()))
                .toList();
        Card.Builder card = Card.titled(Tone.DONE, "Reminders are off").fact("Off", Wording.list(off));
        if (!on.isEmpty()) {
            card.fact("Still on", Wording.list(on));
        }
        card.paragraph("Which sessions, how early and whom to ping is kept for when you turn them on again.");
        ended.stream()
                .limit(3)
                .forEach(s -> card.run(
                        ended.size() == 1
                                ? "Turn on again"
                                : Wording.label("Turn on " + Wording.seriesName(today, s.series())),
                        "reminders on series=" + s.series()));
        return card.build();
    }
}
