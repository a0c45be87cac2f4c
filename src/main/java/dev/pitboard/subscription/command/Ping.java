package dev.pitboard.subscription.command;

import dev.pitboard.card.Line;
import dev.pitboard.card.Span.MomentStyle;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message a chat will get: its reminders that are due at one instant with the same role to ping.
 *
 * @param reminders at least one, nearest start first
 */
record Ping(Instant due, @Nullable String role, List<Reminder> reminders) {
    /** All messages that subscriptions of one chat lead to after an instant, in their order; of active ones only. */
    static List<Ping> after(Instant now, Timetable today, Collection<Subscription> subscriptions) {
        record Key(Instant due, @Nullable String role) {}
        Map<Key, List<Reminder>> found = new LinkedHashMap<>();
        for (Subscription one : subscriptions) {
            if (!one.active()) {
                continue;
            }
            Map<String, Set<LeadTime>> leads =
                    Map.of(one.series(), Set.copyOf(one.settings().leads()));
            for (Reminder reminder : ReminderPlanner.plan(today, leads)) {
                if (reminder.due().isAfter(now) && one.settings().kinds().contains(reminder.kind())) {
                    found.computeIfAbsent(new Key(reminder.due(), one.settings().role()), _ -> new ArrayList<>())
                            .add(reminder);
                }
            }
        }
        return found.entrySet().stream()
                .map(e -> new Ping(
                        e.getKey().due(),
                        e.getKey().role(),
                        e.getValue().stream()
                                .sorted(Comparator.comparing(Reminder::at).thenComparing(Reminder::start))
                                .toList()))
                .sorted(Comparator.comparing(Ping::due))
                .toList();
    }

    /** "Race 1 (10m before)": what it is about and why it comes just then. */
    String why(Timetable today) {
        return Wording.list(reminders.stream()
                .map(r -> name(r, today) + " (" + Wording.why(r.lead()) + ")")
                .toList());
    }

    /** When it comes, and in how long. */
    Line when() {
        return Line.empty()
                .moment(due, MomentStyle.WEEKDAY_DATE_TIME)
                .text(" (")
                .moment(due, MomentStyle.RELATIVE)
                .text(")");
    }

    private static String name(Reminder reminder, Timetable today) {
        return today.findFixture(reminder.start().session())
                .map(f -> reminder.start().nameIn(f))
                .orElse(reminder.start().toString());
    }
}
