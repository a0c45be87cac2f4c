package dev.pitboard;

import dev.pitboard.card.Card;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.MessageCards;
import dev.pitboard.delivery.Promise;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.notice.NoticeCard;
import dev.pitboard.reminder.Announcement;
import dev.pitboard.reminder.ReminderCard;
import dev.pitboard.reminder.ReminderPlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The cards of messages, new ones and those that take the place of what was posted. */
final class Cards implements MessageCards {
    private final LongFunction<Timetable> timetable;
    private final LongFunction<List<Change>> changes;

    /**
     * @param timetable today's, at least as new as the revision with that number
     * @param changes what that revision changed; empty where it is not known any more
     */
    Cards(LongFunction<Timetable> timetable, LongFunction<List<Change>> changes) {
        this.timetable = timetable;
        this.changes = changes;
    }

    @Override
    public Composed compose(Claim claim, Instant now) {
        Timetable today = timetable.apply(claim.head());
        List<Promise.OfReminder> reminders = new ArrayList<>();
        List<Promise.OfNotice> notices = new ArrayList<>();
        for (Promise promise : claim.promises()) {
            switch (promise) {
                case Promise.OfReminder reminder -> reminders.add(reminder);
                case Promise.OfNotice notice -> notices.add(notice);
            }
        }
        // They never share a message.
        return notices.isEmpty() ? reminder(claim, reminders, now, today) : notice(claim, notices, now, today);
    }

    private static Composed reminder(Claim claim, List<Promise.OfReminder> reminders, Instant now, Timetable today) {
        List<Announcement> announcements = reminders.stream()
                .map(p -> new Announcement(p.start(), p.lead(), p.at()))
                .toList();
        if (claim.isEdit()) {
            return new Composed(ReminderCard.edited(announcements, now, today), List.of(), today.revision());
        }
        List<Promise> untrue = new ArrayList<>();
        for (Promise.OfReminder reminder : reminders) {
            if (!ReminderPlanner.startOf(today, reminder.start()).equals(Optional.of(reminder.at()))) {
                untrue.add(reminder);
            }
        }
        Card card = ReminderCard.of(announcements, claim.due(), now, today).orElse(null);
        return new Composed(card, untrue, today.revision());
    }

    private Composed notice(Claim claim, List<Promise.OfNotice> notices, Instant now, Timetable today) {
        List<NoticeCard.Told> told = new ArrayList<>();
        List<Promise> moot = new ArrayList<>();
        for (Promise.OfNotice notice : notices) {
            NoticeCard.Told one = new NoticeCard.Told(notice.subject(), changes.apply(notice.revision()));
            if (!claim.isEdit() && NoticeCard.isMoot(one, today)) {
                moot.add(notice);
            } else {
                told.add(one);
            }
        }
        Card card = told.isEmpty() ? null : NoticeCard.of(told, claim.due(), now, today);
        return new Composed(card, moot, today.revision());
    }
}
