package dev.pitboard.delivery;

import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.reminder.Start;
import dev.pitboard.reminder.Weekend;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        /** How often anything changed that cards show. */
        int version;

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
    private long revision;
    private Instant lastNotice = SimWorld.BEGIN;

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

    /** The number of the newest revision. */
    long revision() {
        return revision;
    }

    /** Some session moves, is called off, takes place after all, or only its notes change. @return what that means */
    Consequences change(Instant now) {
        Item item = world.oneOf(items);
        Optional<Instant> before = item.startsAt();
        int roll = world.below(12);
        if (roll < 5) {
            item.at = item.at.plus(Duration.ofMinutes(world.between(-30, 60)));
            item.status = Status.SCHEDULED;
        } else if (roll < 7) {
            item.status = world.oneOf(Status.CANCELLED, Status.POSTPONED, Status.DELAYED);
        } else if (roll < 10) {
            item.at = item.planned;
            item.status = Status.SCHEDULED;
        }
        item.version++;
        revision++;
        world.trace(() ->
                "timetable: revision " + revision + ": " + item.start + " is " + item.status.word() + " at " + item.at);
        build();
        Optional<Instant> after = item.startsAt();
        return before.equals(after)
                ? new Consequences(Map.of(), List.of(), List.of(), Set.of(item.start.session()))
                : new Consequences(
                        Map.of(item.start, after),
                        owed(item, now),
                        notice(item, before, now).stream().toList(),
                        Set.of(item.start.session()));
    }

    private List<Reminder> owed(Item item, Instant now) {
        return SimPeople.LEADS.stream()
                .flatMap(lead -> ReminderPlanner.plan(timetable, item.start, lead).stream())
                .filter(r -> !r.due().isAfter(now) && r.due().isAfter(now.minus(Ledger.LOOK_BACK)))
                .toList();
    }

    /** Nobody is told of a few minutes. */
    private Optional<Notice> notice(Item item, Optional<Instant> before, Instant now) {
        Instant at = item.startsAt().orElse(null);
        boolean little = at != null
                && before.isPresent()
                && Duration.between(before.get(), at).abs().compareTo(Duration.ofMinutes(5)) < 0;
        if (little) {
            return Optional.empty();
        }
        Instant expires = at != null && at.isAfter(now) ? at : now.plus(Duration.ofMinutes(30));
        lastNotice = expires.isAfter(lastNotice) ? expires : lastNotice;
        return Optional.of(new Notice(
                item.start.session().series(),
                item.start.toString(),
                item.kind.word(),
                at,
                now,
                expires,
                world.chance(0.2)));
    }

    Instant lastExpiry() {
        return items.stream()
                .map(i -> i.expires(LeadTime.ofMinutes(0), i.at))
                .max(Instant::compareTo)
                .filter(lastNotice::isBefore)
                .orElse(lastNotice);
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
