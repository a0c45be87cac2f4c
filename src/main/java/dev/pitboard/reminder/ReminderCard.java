package dev.pitboard.reminder;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.card.Tone;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The message that reminds people, made when it is sent, from the timetable as it is then. */
public final class ReminderCard {
    private static final Duration LONG_AGO = Duration.ofHours(12);

    /** So soon is now. */
    private static final Duration NOW = Duration.ofSeconds(10);

    private final List<Item> items;
    private final Instant now;

    private ReminderCard(List<Item> items, Instant now) {
        this.items = items;
        this.now = now;
    }

    /**
     * The card of one message. What does not take place at its instant any more is left out.
     *
     * @param due when the message was due
     * @param now when it is sent; timetable time, like all instants here
     * @return empty when nothing of it takes place any more at its instant
     */
    public static Optional<Card> of(List<Announcement> announcements, Instant due, Instant now, Timetable today) {
        List<Item> items = items(announcements, today);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        ReminderCard reminder = new ReminderCard(items, now);
        boolean late = now.isAfter(due.plus(Reminder.LATE_AFTER));
        Card.Builder card = Card.titled(late ? Tone.WARNING : Tone.LIVE, reminder.title());
        if (late) {
            card.paragraph(lateness(due, now));
        }
        return Optional.of(reminder.fill(card).build());
    }

    /**
     * What takes the place of a reminder that was posted when the timetable changed since: the same facts as they are now, and
     * what it said where that is no longer so. Says something whatever became of its sessions.
     *
     * @param announcements what was said, in one message
     * @param now timetable time
     */
    public static Card edited(List<Announcement> announcements, Instant now, Timetable today) {
        return EditedCard.of(announcements, now, today);
    }

    /**
     * A card that looks like a reminder and says that it is a test.
     *
     * @param subject what the chat is reminded of, such as the series' name; used when there is nothing to show
     * @param next the reminders that would really be sent next, all in one message; may be empty
     */
    public static Card test(String subject, List<Reminder> next, Instant now, Timetable today) {
        List<Item> items = items(next.stream().map(Announcement::of).toList(), today);
        if (items.isEmpty()) {
            return Card.titled(Tone.INFO, "Test · " + subject)
                    .paragraph(
                            "This is a test of the reminders in this chat. Right now there is no session ahead with a"
                                    + " known time; when there is, its reminder comes here.")
                    .build();
        }
        ReminderCard reminder = new ReminderCard(items, now);
        Card.Builder card = Card.titled(Tone.INFO, Line.of("Test · ").then(reminder.title()));
        card.paragraph(Line.of("This is a test of the reminders in this chat. The real one comes ")
                .moment(next.getFirst().due(), MomentStyle.RELATIVE)
                .text("."));
        return reminder.fill(card).build();
    }

    private static List<Item> items(List<Announcement> announcements, Timetable today) {
        List<Item> items = new ArrayList<>();
        for (Announcement one : announcements) {
            if (ReminderPlanner.startOf(today, one.start())
                    .filter(one.at()::equals)
                    .isPresent()) {
                today.findFixture(one.start().session()).ifPresent(f -> items.add(new Item(one, f)));
            }
        }
        items.sort(Comparator.comparing(Item::at).thenComparing(i -> i.what().start()));
        return items;
    }

    private static Line lateness(Instant due, Instant now) {
        boolean longAgo = Duration.between(due, now).compareTo(LONG_AGO) > 0;
        return longAgo
                ? Line.of("This reminder is late: it was due on ")
                        .moment(due, MomentStyle.DATE_TIME)
                        .text(".")
                : Line.of("This reminder is late: it was due at ")
                        .moment(due, MomentStyle.TIME)
                        .text(".");
    }

    /** One line that can be read on a lock screen. */
    private Line title() {
        Line line = Line.empty();
        List<Instant> instants = items.stream().map(Item::at).distinct().toList();
        for (Instant at : instants) {
            List<Item> together = items.stream().filter(i -> i.at().equals(at)).toList();
            line = line.text(line.isEmpty() ? "" : "; ")
                    .text(names(together) + " · ")
                    .then(starts(at, now, together.size() > 1));
        }
        return line;
    }

    /**
     * "starts in 10 minutes".
     *
     * @param several whether more than one does
     */
    static Line starts(Instant at, Instant now, boolean several) {
        if (now.isAfter(at.plus(Reminder.LATE_AFTER))) {
            return Line.of("started ").moment(at, MomentStyle.RELATIVE);
        }
        String starts = several ? "start " : "starts ";
        return !now.isBefore(at.minus(NOW))
                ? Line.of(starts + "now")
                : Line.of(starts).moment(at, MomentStyle.RELATIVE);
    }

    private static String names(List<Item> together) {
        Item first = together.getFirst();
        if (together.stream().allMatch(i -> i.round().id().equals(first.round().id()))) {
            return News.joined(together.stream().map(Item::name).toList()) + " · " + first.where();
        }
        String round = first.round().name();
        if (together.stream().allMatch(i -> i.round().name().equals(round))) {
            return News.joined(together.stream()
                            .map(i -> i.name() + " (" + i.fixture().series().name() + ")")
                            .toList())
                    + " · " + round;
        }
        return News.joined(
                together.stream().map(i -> i.name() + " (" + i.where() + ")").toList());
    }

    private Card.Builder fill(Card.Builder card) {
        if (items.size() == 1) {
            facts(card, items.getFirst(), Line.empty());
        } else {
            card.rows(items.stream().map(ReminderCard::row).toList());
            items.stream().map(i -> Details.where(i.fixture())).distinct().forEach(w -> card.fact("Where", w));
        }
        card.quiet(Details.sources(items.stream().map(Item::fixture).toList(), now));
        return buttons(card, items.stream().map(Item::fixture).toList());
    }

    /** @param before what was said before, empty where that is still so */
    static void facts(Card.Builder card, Item item, Line before) {
        card.fact(
                "Starts",
                Line.empty()
                        .moment(item.at(), MomentStyle.WEEKDAY_DATE_TIME)
                        .text(Details.unconfirmed(item.fixture())));
        card.fact("Track time", Details.trackTime(item.fixture(), item.at()));
        fact(card, "Before", before);
        fact(card, "Length", Details.length(item.fixture(), item.what().start(), item.at()));
        fact(
                card,
                item.what().start().part() == null ? "Parts" : "Part of",
                Details.parts(item.fixture(), item.what().start()));
        item.fixture().session().notes().forEach(n -> card.fact("Note", n));
        fact(card, "Coverage", Details.links(item.fixture()));
        card.fact("Where", Details.where(item.fixture()));
    }

    private static void fact(Card.Builder card, String label, Line value) {
        if (!value.isEmpty()) {
            card.fact(label, value);
        }
    }

    static Block.Row row(Item item) {
        Fixture fixture = item.fixture();
        List<Line> details = new ArrayList<>();
        Line track = Line.of("Track time ").then(Details.trackTime(fixture, item.at()));
        Line length = Details.length(fixture, item.what().start(), item.at());
        details.add(length.isEmpty() ? track : track.text(" · ").then(length));
        details.add(Details.parts(fixture, item.what().start()));
        fixture.session().notes().forEach(n -> details.add(Line.of(n)));
        details.add(Details.links(fixture));
        details.removeIf(Line::isEmpty);
        return new Block.Row(
                Line.empty().moment(item.at(), MomentStyle.DATE_TIME),
                Line.strongly(item.name()).text(" · " + item.where() + Details.unconfirmed(fixture)),
                details);
    }

    /** The timetables of the rounds, and what comes next. */
    public static Card.Builder buttons(Card.Builder card, List<Fixture> fixtures) {
        List<Round> rounds =
                new ArrayList<>(fixtures.stream().map(Fixture::round).distinct().toList());
        boolean single = rounds.size() == 1;
        List<String> series =
                fixtures.stream().map(f -> f.series().id()).distinct().toList();
        boolean sameName = rounds.stream().map(Round::name).distinct().count() == 1;
        for (Fixture fixture :
                fixtures.stream().filter(f -> rounds.remove(f.round())).limit(3).toList()) {
            String which = sameName ? fixture.series().name() : fixture.round().name();
            String label = single ? "Timetable" : "Timetable " + which;
            card.run(
                    label.length() <= 40 ? label : "Timetable",
                    "timetable round=" + fixture.round().id());
        }
        return card.run(
                "Next session", series.size() == 1 ? "next-session series=" + series.getFirst() : "next-session");
    }

    record Item(Announcement what, Fixture fixture) {
        Instant at() {
            return what.at();
        }

        Round round() {
            return fixture.round();
        }

        String name() {
            return what.start().nameIn(fixture);
        }

        String where() {
            return fixture.series().name() + ", " + round().name();
        }
    }
}
