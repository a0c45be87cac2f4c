package dev.pitboard.delivery;

import java.util.Collection;
import java.util.function.Consumer;

/** Rings on timetable time. What is due already rings at once. */
public interface AlarmClock extends AutoCloseable {
    /** Begins to ring; {@code listener} must return quickly. Called once, before {@link #set}. */
    void start(Consumer<Alarm> listener);

    /** Replaces all alarms by these. An alarm that was set before and has not rung yet still rings once. */
    void set(Collection<Alarm> alarms);

    /** How many alarms are set and have not rung. */
    int pending();

    /** Stops ringing; waits for a ring in progress. */
    @Override
    void close();
}
