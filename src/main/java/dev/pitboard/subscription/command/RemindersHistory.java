package dev.pitboard.subscription.command;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerFilter;
import dev.pitboard.delivery.Promise;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.Subscription;
import dev.pitboard.subscription.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /reminders history}: what was promised to this chat and what became of it, newest first. */
public final class RemindersHistory implements ChatCommand {
    private static final int SHOWN = 50;

    private final Supplier<Timetable> timetable;
    private final Subscriptions subscriptions;
    private final Ledger ledger;

    public RemindersHistory(Supplier<Timetable> timetable, Subscriptions subscriptions, Ledger ledger) {
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.ledger = ledger;
    }

    @Override
    public Signature signature() {
        return Wording.signature(
                "history",
                "Show what was promised to this chat and what became of it",
                Access.MANAGERS,
                SeriesArgument.parameter("Which series; default: all of them"));
    }

    @Override
    public Card run(Request request) {
        Timetable today = timetable.get();
        List<Subscription> all = subscriptions.of(request.chat());
        String series = request.argument(SeriesArgument.NAME)
                .map(typed -> seriesId(today, typed, all))
                .orElse(null);
        LedgerFilter ofChat = LedgerFilter.of(request.chat());
        List<DeliveryRecord> found = ledger.find(series == null ? ofChat : ofChat.onlyAbout(series), SHOWN + 1);
        if (found.isEmpty()) {
            return all.stream().anyMatch(Subscription::active)
                    ? nothingYet(today, series)
                    : RemindersList.nothing(request.platform());
        }
        List<DeliveryRecord> shown = found.subList(0, Math.min(SHOWN, found.size()));
        return card(today, series, shown, found.size() > shown.size(), request);
    }

    @Override
    public List<Choice> complete(Parameter parameter, String typed, Request soFar) {
        return SeriesArgument.complete(timetable.get(), typed);
    }

    /** Also finds what this chat was reminded of by its id when the season files don't have it any more. */
    private static String seriesId(Timetable today, String typed, List<Subscription> all) {
        return all.stream().anyMatch(s -> s.series().equals(typed))
                ? typed
                : SeriesArgument.find(today, typed, id -> "reminders history series=" + id)
                        .id();
    }

    private static Card nothingYet(Timetable today, @Nullable String series) {
        return Card.titled(Tone.INFO, "No reminder" + of(today, series) + " has been due in this chat yet")
                .paragraph(
                        "From the first one on, each stands here with what became of it: sent, sent late, or why not.")
                .run("Upcoming pings", "reminders upcoming")
                .build();
    }

    private static Card card(
            Timetable today, @Nullable String series, List<DeliveryRecord> shown, boolean more, Request request) {
        String count = shown.size() == 1 ? "1 was promised" : shown.size() + " were promised";
        Card.Builder card = Card.titled(Tone.INFO, "What became of the reminders" + of(today, series) + " in this chat")
                .paragraph((more ? "The newest " + shown.size() + ": " : count + ": ") + Fate.counts(shown) + ".")
                .rows(shown.stream().map(r -> row(r, today, request)).toList());
        return card.quiet(
                        more
                                ? "Older ones are kept too; these are the newest " + shown.size() + "."
                                : "That is all there is on record" + of(today, series) + ".")
                .run("Upcoming pings", "reminders upcoming")
                .build();
    }

    private static String of(Timetable today, @Nullable String series) {
        return series == null ? "" : " of " + Wording.seriesName(today, series);
    }

    private static Block.Row row(DeliveryRecord one, Timetable today, Request request) {
        String series = Wording.seriesName(today, one.promise().series());
        String what = name(one.promise().subject(), today);
        String where = today.findRound(roundOf(one.promise().subject()))
                .map(r -> r.name().equals(what) ? series : series + ", " + r.name())
                .orElse(series);
        String title = switch (one.promise()) {
            case Promise.OfReminder reminder -> what + " (" + Wording.why(reminder.lead()) + ")";
            case Promise.OfNotice notice -> what + " changed (revision " + notice.revision() + ")";
        };
        List<Line> details = new ArrayList<>();
        details.add(Fate.line(one, request.now()).text(" · " + where));
        String reason = Fate.reason(one);
        if (reason != null) {
            details.add(Line.of(reason));
        }
        return new Block.Row(
                Line.empty().moment(one.promise().due(), MomentStyle.WEEKDAY_DATE_TIME), Line.strongly(title), details);
    }

    /** The name of a session, part or round as it is today, else what it is called in the ledger. */
    private static String name(String subject, Timetable today) {
        if (isRound(subject)) {
            return today.findRound(RoundId.parse(subject)).map(Round::name).orElse(subject);
        }
        Start start = Start.parse(subject);
        return today.findFixture(start.session()).map(start::nameIn).orElse(subject);
    }

    private static RoundId roundOf(String subject) {
        return isRound(subject)
                ? RoundId.parse(subject)
                : Start.parse(subject).session().roundId();
    }

    private static boolean isRound(String subject) {
        return subject.chars().filter(c -> c == '/').count() == 2;
    }
}
