package dev.pitboard.subscription.command;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code /reminders upcoming}: the next pings of this chat, with when and why. */
public final class RemindersUpcoming implements ChatCommand {
    private static final int SHOWN = 10;

    /** So long after its planned start a delayed session is still waited for. */
    private static final Duration STILL_EXPECTED = Duration.ofHours(12);

    private final Supplier<Timetable> timetable;
    private final Subscriptions subscriptions;

    public RemindersUpcoming(Supplier<Timetable> timetable, Subscriptions subscriptions) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
    }

    @Override
    public Signature signature() {
        return Wording.signature("upcoming", "Show the next ten pings of this chat", Access.EVERYONE);
    }

    @Override
    public Card run(Request request) {
        List<Subscription> active = subscriptions.of(request.chat()).stream()
                .filter(Subscription::active)
                .toList();
        if (active.isEmpty()) {
            return RemindersList.nothing(request.platform());
        }
        Timetable today = timetable.get();
        List<Ping> pings = Ping.after(request.now(), today, active);
        if (pings.isEmpty()) {
            Card.Builder none = Card.titled(Tone.INFO, "No pings ahead")
                    .paragraph("Reminders are on, but no session that this chat wants has a known time ahead. "
                            + "They come by themselves once one has.");
            delayed(active, today, request.now()).forEach(none::paragraph);
            return none.run("What is on", "reminders list").build();
        }
        List<Ping> next = pings.subList(0, Math.min(SHOWN, pings.size()));
        Card.Builder card = Card.titled(
                        Tone.INFO,
                        next.size() == 1
                                ? "The next ping in this chat"
                                : "The next " + next.size() + " pings in this chat")
                .rows(next.stream().map(p -> row(p, today)).toList());
        delayed(active, today, request.now()).forEach(card::paragraph);
        if (pings.size() > next.size()) {
            card.quiet((pings.size() - next.size()) + " more are planned after these.");
        }
        return card.run("What is on", "reminders list").build();
    }

    /** A sentence for each session wanted here that is delayed without a new time, since its planned start of today or later. */
    private static List<String> delayed(List<Subscription> active, Timetable today, Instant now) {
        return today.fixtures().stream()
                .filter(f -> f.session().status() == Status.DELAYED
                        && f.round().status().goesAhead())
                .filter(f -> f.session().start() != null && f.session().start().isAfter(now.minus(STILL_EXPECTED)))
                .filter(f -> active.stream()
                        .anyMatch(s -> s.series().equals(f.series().id())
                                && s.settings().kinds().contains(f.session().kind())))
                .map(f -> f.session().name() + " is delayed, with no new time yet: its pings come once there is one.")
                .toList();
    }

    private static Block.Row row(Ping ping, Timetable today) {
        List<Line> details = new ArrayList<>();
        for (Reminder reminder : ping.reminders()) {
            today.findFixture(reminder.start().session()).ifPresent(f -> details.add(details(reminder, f)));
        }
        if (ping.role() != null) {
            details.add(Line.of("Pings ").then(Wording.role(ping.role())));
        }
        return new Block.Row(
                Line.empty().moment(ping.due(), MomentStyle.WEEKDAY_DATE_TIME),
                Line.strongly(ping.why(today)),
                details);
    }

    private static Line details(Reminder reminder, Fixture fixture) {
        return Line.of(fixture.series().name() + ", " + fixture.round().name() + " · starts ")
                .moment(reminder.at(), MomentStyle.TIME)
                .text(" (")
                .trackTime(reminder.at(), fixture.round().circuit().zone(), MomentStyle.TIME)
                .text(" at the track)" + (fixture.isConfirmed() ? "" : ", time not confirmed"));
    }
}
