package dev.pitboard.motorsport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The timetable in force, swapped whole; whoever must follow a change is told with the old and the new one. */
public final class Timetables implements Supplier<Timetable> {
    private final List<BiConsumer<Timetable, Timetable>> followers = new CopyOnWriteArrayList<>();
    private volatile Timetable current;

    public Timetables(Timetable first) {
        this.current = first;
    }

    /** The timetable in force. */
    @Override
    public Timetable get() {
        return current;
    }

    /** Calls {@code follower} with (old, new) after each swap, on the swapping thread. */
    public void follow(BiConsumer<Timetable, Timetable> follower) {
        followers.add(follower);
    }

    /** Puts {@code next} in force and tells the followers. */
    public synchronized void swap(Timetable next) {
        Timetable old = current;
        current = next;
        followers.forEach(f -> f.accept(old, next));
    }
}
