package dev.pitboard.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A timer moved by hand. */
final class HandTimer implements Timer {
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Task(Duration at, Runnable runnable) {}

    @Override
    public synchronized void after(Duration wait, Runnable task) {
        tasks.add(new Task(now.plus(wait), task));
    }

    /** How many tasks wait. */
    synchronized int waiting() {
        return tasks.size();
    }

    /** Moves on and runs what is due. */
    void pass(Duration time) {
        due(time).forEach(Runnable::run);
    }

    private synchronized List<Runnable> due(Duration time) {
        now = now.plus(time);
        List<Task> due = tasks.stream().filter(t -> t.at.compareTo(now) <= 0).toList();
        tasks.removeAll(due);
        return due.stream().map(Task::runnable).toList();
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }
}
