package dev.pitboard.delivery;

import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A timetable that changes while it is followed. */
final class SimSeason {
    static final List<String> SERIES = List.of("gt4", "f1");

    /** A session as it is now. */
    static final class Item {
        final Start start;
        final SessionKind kind;
        final Instant planned;
        final @Nullable Duration length;
        Instant at;
        Status status = Status.SCHEDULED;

        private Item(Start start, SessionKind kind, Instant planned, @Nullable Duration length) {
            this.start = start;
            this.kind = kind;
            this.planned = planned;
            this.at = planned;
            this.length = length;
        }

        /** When it starts, as far as it takes place. */
        Optional<Instant> startsAt() {
            return status == Status.SCHEDULED ? Optional.of(at) : Optional.empty();
        }

        /** From when on a reminder is useless; said again here, so that a mistake in the planner is seen. */
        Instant expires(LeadTime lead, Instant start) {
            if (!lead.before().isZero()) {
                return start;
            }
            Duration useful = Reminder.USEFUL_AFTER_START;
            return start.plus(length == null || length.compareTo(useful) > 0 ? useful : length);
        }
    }

    private final SimWorld world;
    private final List<Item> items = new ArrayList<>();
    private Timetable timetable = Timetable.empty();

    /** @param last when the last session starts at the latest */
    SimSeason(SimWorld world, Instant first, Instant last, int sessions) {
        this.world = world;
        long minutes = Math.max(1, Duration.between(first, last).toMinutes());
        for (int i = 0; i < sessions; i++) {
            String series = world.oneOf(SERIES);
            Start start = Start.of(RoundId.parse(series + "/2023/round").session("s" + i));
            // On a grid, so that some are due together.
            Instant at = first.plus(Duration.ofMinutes(world.between(0, minutes) / 5 * 5));
            items.add(new Item(
                    start,
                    world.oneOf(SessionKind.RACE, SessionKind.QUALIFYING, SessionKind.PRACTICE),
                    at,
                    world.chance(0.3) ? null : Duration.ofMinutes(world.oneOf(5, 40))));
        }
        build();
    }

    Timetable timetable() {
        return timetable;
    }

    List<Item> items() {
        return items;
    }

    Optional<Item> item(Start start) {
        return items.stream().filter(i -> i.start.equals(start)).findFirst();
    }

    /** Some session moves, is called off or takes place after all. */
    void change() {
        Item item = world.oneOf(items);
        int roll = world.below(10);
        if (roll < 5) {
            item.at = item.at.plus(Duration.ofMinutes(world.between(-30, 60)));
            item.status = Status.SCHEDULED;
        } else if (roll < 7) {
            item.status = world.oneOf(Status.CANCELLED, Status.POSTPONED);
        } else {
            item.at = item.planned;
            item.status = Status.SCHEDULED;
        }
        world.trace(() -> "timetable: " + item.start + " is " + item.status.word() + " at " + item.at);
        build();
    }

    Instant lastExpiry() {
        return items.stream()
                .map(i -> i.expires(LeadTime.ofMinutes(0), i.at))
                .max(Instant::compareTo)
                .orElse(SimWorld.BEGIN);
    }

    private void build() {
        timetable = weekend(SERIES.getFirst()).timetable(weekend(SERIES.getLast()));
    }

    private Weekend weekend(String series) {
        Weekend weekend = Weekend.of(series + "/2023/round", series, "Round", Weekend.MADRID);
        items.stream()
                .filter(i -> i.start.session().series().equals(series))
                .forEach(i -> weekend.add(new Session(
                        i.start.session(),
                        i.kind,
                        i.start.session().session(),
                        new SessionTime.Exact(i.at, i.length),
                        i.status,
                        List.of(),
                        List.of(),
                        List.of())));
        return weekend;
    }
}
