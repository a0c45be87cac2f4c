package dev.pitboard.subscription.command;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code /reminders list}: what this chat is reminded of. */
public final class RemindersList implements ChatCommand {
    private final Supplier<Timetable> timetable;
    private final Subscriptions subscriptions;

    public RemindersList(Supplier<Timetable> timetable, Subscriptions subscriptions) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
    }

    @Override
    public Signature signature() {
        return Wording.signature("list", "Show what this chat is reminded of", Access.EVERYONE);
    }

    @Override
    public Card run(Request request) {
        List<Subscription> all = subscriptions.of(request.chat());
        if (all.isEmpty()) {
            return nothing(request.platform());
        }
        Timetable today = timetable.get();
        return Card.titled(Tone.INFO, "Reminders in this chat")
                .rows(all.stream().map(s -> row(s, today, request.platform())).toList())
                .run("Upcoming pings", "reminders upcoming")
                .build();
    }

    /** The answer where nothing is set up. */
    static Card nothing(Platform platform) {
        return Card.titled(Tone.INFO, "No reminders in this chat")
                .paragraph(Line.of("Turn them on with ")
                        .then(Wording.command("reminders on", platform))
                        .text(": " + Wording.kinds(Settings.defaults()) + ", " + Wording.leads(Settings.defaults())
                                + ", unless you say otherwise."))
                .run("Turn reminders on", "reminders on")
                .build();
    }

    private static Block.Row row(Subscription one, Timetable today, Platform platform) {
        List<Line> details = new ArrayList<>();
        details.add(Line.of(Wording.kinds(one.settings()) + " · " + Wording.leads(one.settings())));
        if (platform == Platform.DISCORD) {
            details.add(Line.of("Pings ").then(Wording.role(one.settings().role())));
        }
        if (today.findSeries(one.series()).isEmpty()) {
            details.add(Line.of("The season files don't have this series any more."));
        }
        return new Block.Row(
                Line.of(one.active() ? "On" : "Off"), Line.strongly(Wording.seriesName(today, one.series())), details);
    }
}
