package dev.pitboard.delivery;

import dev.pitboard.reminder.Reminder;
import java.util.Collection;
import java.util.function.Consumer;

/** Rings for reminders when they are due on timetable time. What is due already rings at once. */
public interface AlarmClock extends AutoCloseable {
    /** Who is called when a reminder is due. Set once, before {@link #set}; must return quickly. */
    void onRing(Consumer<Reminder> listener);

    /** Replaces all alarms by these; an alarm that stays the same rings once all the same. */
    void set(Collection<Reminder> reminders);

    /** How many alarms are set. */
    int pending();

    /** Stops ringing; waits for a ring in progress. */
    @Override
    void close();
}
