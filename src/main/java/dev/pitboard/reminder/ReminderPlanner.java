package dev.pitboard.reminder;

import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.Part;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.subscription.LeadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which reminders a timetable gives rise to. Pure functions. */
public final class ReminderPlanner {
    private ReminderPlanner() {}

    /** All reminders of all sessions for the lead times in use, by series; earliest due first. */
    public static List<Reminder> plan(Timetable timetable, Map<String, Set<LeadTime>> leadsInUse) {
        List<Reminder> plan = new ArrayList<>();
        for (Fixture fixture : timetable.fixtures()) {
            Set<LeadTime> leads = leadsInUse.getOrDefault(fixture.series().id(), Set.of());
            for (Start start : starts(fixture)) {
                for (LeadTime lead : leads) {
                    reminder(fixture, start, lead).ifPresent(plan::add);
                }
            }
        }
        plan.sort(Comparator.comparing(Reminder::due).thenComparing(Reminder::start));
        return plan;
    }

    /** The reminder of that start with that lead time as the timetable has it now, or empty when it does not take place. */
    public static Optional<Reminder> plan(Timetable timetable, Start start, LeadTime lead) {
        return timetable
                .findFixture(start.session())
                .filter(f -> starts(f).contains(start))
                .flatMap(f -> reminder(f, start, lead));
    }

    /** When the start is, as the timetable has it now, or empty when it does not take place or has no time. */
    public static Optional<Instant> startOf(Timetable timetable, Start start) {
        return timetable
                .findFixture(start.session())
                .filter(f -> starts(f).contains(start))
                .map(f -> instantOf(f.session(), start));
    }

    /**
     * What starts in a session that takes place at a known time: the session, and each part that is known to start on its
     * own later than the session. A part that starts together with its session is the session's own start.
     */
    public static List<Start> starts(Fixture fixture) {
        if (!fixture.takesPlace() || !(fixture.session().time() instanceof SessionTime.Exact exact)) {
            return List.of();
        }
        List<Start> starts = new ArrayList<>();
        starts.add(Start.of(fixture.session().id()));
        for (Part part : fixture.session().parts()) {
            if (part.start() != null && part.start().isAfter(exact.start())) {
                starts.add(new Start(fixture.session().id(), part.id()));
            }
        }
        return starts;
    }

    private static Optional<Reminder> reminder(Fixture fixture, Start start, LeadTime lead) {
        Instant at = instantOf(fixture.session(), start);
        return at == null
                ? Optional.empty()
                : Optional.of(new Reminder(
                        start, fixture.session().kind(), lead, at, expires(at, lead, endOf(fixture.session(), start))));
    }

    private static Instant expires(Instant at, LeadTime lead, @Nullable Instant end) {
        if (!lead.before().isZero()) {
            return at;
        }
        Instant useful = at.plus(Reminder.USEFUL_AFTER_START);
        return end != null && end.isAfter(at) && end.isBefore(useful) ? end : useful;
    }

    private static @Nullable Instant instantOf(Session session, Start start) {
        if (start.part() == null) {
            return session.start();
        }
        return part(session, start.part()).map(Part::start).orElse(null);
    }

    /** The end as far as it is known; of a part without a length it may lie before the start, so check. */
    private static @Nullable Instant endOf(Session session, Start start) {
        if (start.part() == null) {
            return session.end();
        }
        Part part = part(session, start.part()).orElse(null);
        if (part == null || part.start() == null) {
            return null;
        }
        Duration length = part.length();
        return length == null ? session.end() : part.start().plus(length);
    }

    private static Optional<Part> part(Session session, String id) {
        return session.parts().stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
