package dev.pitboard.revision;

import dev.pitboard.chat.Platform;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.Notice;
import dev.pitboard.notice.NoticePlanner;
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.ReminderPlanner;
import dev.pitboard.reminder.Start;
import dev.pitboard.subscription.Demand;
import dev.pitboard.subscription.LeadTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out what a change would cause, and counts it from what all active subscriptions want. */
final class Effects {
    private final Timetable before;
    private final Demand demand;
    private final Instant now;
    private long moved;
    private long again;
    private long dropped;

    private Effects(Timetable before, Demand demand, Instant now) {
        this.before = before;
        this.demand = demand;
        this.now = now;
    }

    /**
     * What a change set would do.
     *
     * @param after the timetable with the changes
     * @param season the season with the changes, null where they take it away
     */
    static Effect of(
            ChangeSet set,
            Timetable before,
            Timetable after,
            @Nullable Season season,
            Demand demand,
            NoticeRules rules,
            Instant now) {
        Consequences consequences = NoticePlanner.plan(set.changes(), before, after, demand.leads(), rules, now);
        Effects effects = new Effects(before, demand, now);
        effects.count(consequences);
        return new Effect(
                set,
                before,
                after,
                season,
                consequences,
                effects.told(consequences.notices()),
                consequences.notices().stream().allMatch(Notice::quiet),
                effects.moved,
                effects.again,
                effects.dropped);
    }

    /** Counts the reminders of starts that changed. */
    private void count(Consequences consequences) {
        consequences
                .starts()
                .forEach((start, at) -> before.findFixture(start.session())
                        .ifPresent(f -> ReminderPlanner.startOf(before, start)
                                .ifPresent(then -> count(start, f.session().kind(), then, at))));
    }

    private void count(Start start, SessionKind kind, Instant then, Optional<Instant> at) {
        if (at.equals(Optional.of(then))) {
            return;
        }
        String series = start.session().series();
        for (Demand.Wish wish : demand.wishes()) {
            if (wish.series().equals(series) && wish.kinds().contains(kind)) {
                wish.leads().forEach(lead -> count(lead, wish.chats(), then, at));
            }
        }
    }

    private void count(LeadTime lead, long chats, Instant then, Optional<Instant> at) {
        Instant old = then.minus(lead.before());
        Instant due = at.map(a -> a.minus(lead.before())).orElse(null);
        if (old.isAfter(now)) {
            moved += due == null ? 0 : chats;
            dropped += due == null ? chats : 0;
        } else if (due != null && due.isAfter(now) && !due.isBefore(old.plus(Reminder.SAY_AGAIN_AFTER))) {
            again += chats;
        }
    }

    /** How many subscriptions are told, each once. */
    private Map<Platform, Long> told(List<Notice> notices) {
        Map<Platform, Long> chats = new EnumMap<>(Platform.class);
        demand.wishes().stream()
                .filter(wish -> notices.stream().anyMatch(n -> covers(wish, n)))
                .forEach(wish -> chats.merge(wish.platform(), wish.chats(), Long::sum));
        return chats;
    }

    private static boolean covers(Demand.Wish wish, Notice notice) {
        return wish.series().equals(notice.series())
                && (notice.kind().equals(Notice.ROUND)
                        || wish.kinds().stream().anyMatch(k -> k.word().equals(notice.kind())));
    }
}
