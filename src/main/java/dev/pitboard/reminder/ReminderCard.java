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
            line = line.text(line.isEmpty() ? "" : "; ").text(names(together)).then(starts(together));
        }
        return line;
    }

    private Line starts(List<Item> together) {
        Item item = together.getFirst();
        String starts = together.size() == 1 ? " · starts " : " · start ";
        if (now.isAfter(item.at().plus(Reminder.LATE_AFTER))) {
            return Line.of(" · started ").moment(item.at(), MomentStyle.RELATIVE);
        }
        return !now.isBefore(item.at().minus(NOW))
                ? Line.of(starts + "now")
                : Line.of(starts).moment(item.at(), MomentStyle.RELATIVE);
    }

    private static String names(List<Item> together) {
        Item first = together.getFirst();
        if (together.stream().allMatch(i -> i.round().id().equals(first.round().id()))) {
            return joined(together.stream().map(Item::name).toList()) + " · " + first.where();
        }
        String round = first.round().name();
        if (together.stream().allMatch(i -> i.round().name().equals(round))) {
            return joined(together.stream()
                            .map(i -> i.name() + " (" + i.fixture().series().name() + ")")
                            .toList())
                    + " · " + round;
        }
        return joined(
                together.stream().map(i -> i.name() + " (" + i.where() + ")").toList());
    }

    private static String joined(List<String> names) {
        int shown = names.size() <= 3 ? names.size() : 2;
        List<String> parts = new ArrayList<>(names.subList(0, shown));
        if (shown < names.size()) {
            parts.add((names.size() - shown) + " more");
        }
        String last = parts.removeLast();
        return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
    }

    private Card.Builder fill(Card.Builder card) {
        if (items.size() == 1) {
            facts(card, items.getFirst());
        } else {
            card.rows(items.stream().map(ReminderCard::row).toList());
            items.stream().map(i -> Details.where(i.fixture())).distinct().forEach(w -> card.fact("Where", w));
        }
        card.quiet(Details.sources(items.stream().map(Item::fixture).toList(), now));
        return buttons(card);
    }

    private static void facts(Card.Builder card, Item item) {
        card.fact(
                "Starts",
                Line.empty()
                        .moment(item.at(), MomentStyle.WEEKDAY_DATE_TIME)
                        .text(Details.unconfirmed(item.fixture())));
        card.fact("Track time", Details.trackTime(item.fixture(), item.at()));
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

    private static Block.Row row(Item item) {
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

    private Card.Builder buttons(Card.Builder card) {
        List<Round> rounds =
                new ArrayList<>(items.stream().map(Item::round).distinct().toList());
        boolean single = rounds.size() == 1;
        List<String> series =
                items.stream().map(i -> i.fixture().series().id()).distinct().toList();
        boolean sameName = rounds.stream().map(Round::name).distinct().count() == 1;
        for (Item item :
                items.stream().filter(i -> rounds.remove(i.round())).limit(3).toList()) {
            String which =
                    sameName ? item.fixture().series().name() : item.round().name();
            String label = single ? "Timetable" : "Timetable " + which;
            card.run(
                    label.length() <= 40 ? label : "Timetable",
                    "timetable round=" + item.round().id());
        }
        return card.run(
                "Next session", series.size() == 1 ? "next-session series=" + series.getFirst() : "next-session");
    }

    private record Item(Announcement what, Fixture fixture) {
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
