package dev.pitboard.subscription.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.MomentText;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.UserError;
import dev.pitboard.delivery.Messenger;
import dev.pitboard.delivery.Outcome;
import dev.pitboard.delivery.Post;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderCard;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /reminders test}: posts the next reminder at once, marked as a test. The ledger never hears of it. */
public final class RemindersTest implements ChatCommand {
    private final Supplier<Timetable> timetable;
    private final Subscriptions subscriptions;
    private final Function<Platform, Messenger> messengers;

    public RemindersTest(
            Supplier<Timetable> timetable, Subscriptions subscriptions, Function<Platform, Messenger> messengers) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.messengers = messengers;
    }

    @Override
    public Signature signature() {
        return Wording.signature(
                "test",
                "Post a reminder now, marked as a test, with its ping",
                Access.MANAGERS,
                SeriesArgument.parameter("Which series; default: whichever comes next"));
    }

    @Override
    public Card run(Request request) {
        Timetable today = timetable.get();
        List<Subscription> active = wanted(request, today);
        List<Ping> pings = Ping.after(request.now(), today, active);
        List<Reminder> next = pings.isEmpty() ? List.of() : pings.getFirst().reminders();
        @Nullable
        String role = pings.isEmpty()
                ? active.getFirst().settings().role()
                : pings.getFirst().role();
        String subject = Wording.seriesName(today, active.getFirst().series());
        Card test = ReminderCard.test(subject, next, request.now(), today);
        Outcome outcome = messengers.apply(request.platform()).send(Post.once(request.chat(), test, role));
        return answer(outcome);
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return SeriesArgument.complete(timetable.get(), typed);
    }

    private List<Subscription> wanted(Request request, Timetable today) {
        String series = request.argument(SeriesArgument.NAME)
                .map(typed -> SeriesArgument.find(today, typed, id -> "reminders test series=" + id)
                        .id())
                .orElse(null);
        List<Subscription> active = subscriptions.of(request.chat()).stream()
                .filter(s -> s.active() && (series == null || series.equals(s.series())))
                .toList();
        if (active.isEmpty()) {
            String subject = series == null ? "" : " of " + Wording.seriesName(today, series);
            throw new UserError(
                    Line.of("Reminders" + subject + " are off in this chat, so there is nothing to test."),
                    List.of(new Action.Run(
                            "Turn reminders on", series == null ? "reminders on" : "reminders on series=" + series)));
        }
        return active;
    }

    private static Card answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent(var _, var remark) ->
                remark == null
                        ? Card.titled(Tone.DONE, "The test is posted")
                                .paragraph("It went out the way a real reminder does.")
                                .build()
                        : said(Tone.WARNING, "The test is posted, with a remark", remark);
            case Outcome.Wait(Duration atLeast, var _, String reason) ->
                said(Tone.WARNING, "The test is not posted: try again " + in(atLeast), reason);
            case Outcome.Unsure(String reason) ->
                said(Tone.WARNING, "Nobody can tell whether the test arrived: look for it", reason);
            case Outcome.Failed(String reason) -> said(Tone.MISTAKE, "The test could not be posted", reason);
            case Outcome.InDoubt(String reason) ->
                said(Tone.WARNING, "Nobody can tell whether the test arrived: look for it", reason);
            case Outcome.Denied(String reason) -> said(Tone.MISTAKE, "I may not post in this chat", reason);
            case Outcome.Blocked(String reason) -> said(Tone.MISTAKE, "I may not post in this chat", reason);
            case Outcome.Gone(String reason) -> said(Tone.MISTAKE, "This chat can't be found any more", reason);
            case Outcome.Moved(var _) ->
                said(Tone.WARNING, "This chat has a new address", "Please try again there; reminders follow it.");
            case Outcome.Refused(String reason) -> said(Tone.MISTAKE, "The bot can't post anywhere right now", reason);
        };
    }

    private static String in(Duration wait) {
        return wait.compareTo(Duration.ofMinutes(1)) < 0
                ? "in a minute"
                : MomentText.relative(Instant.EPOCH.plus(wait), Instant.EPOCH);
    }

    private static Card said(Tone tone, String title, String reason) {
        return Card.titled(tone, title).paragraph(reason).build();
    }
}
