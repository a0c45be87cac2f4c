package dev.pitboard.discord;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Passes on once that something changed on a server, however many events tell it: moving one role can make hundreds. */
final class Coalescing {
    /** The events of one change come within moments. */
    static final Duration QUIET = Duration.ofSeconds(1);

    /** Does something later. */
    interface Later {
        void after(Duration wait, Runnable task);
    }

    private final Consumer<String> changed;
    private final Later later;
    private final Set<String> pending = new HashSet<>();

    /** @param changed is told the server's id */
    Coalescing(Consumer<String> changed, Later later) {
        this.changed = changed;
        this.later = later;
    }

    void note(String server) {
        synchronized (pending) {
            if (!pending.add(server)) {
                return;
            }
        }
        later.after(QUIET, () -> {
            if (forget(server)) {
                changed.accept(server);
            }
        });
    }

    /** What was noted is no longer of interest. @return whether there was anything */
    boolean forget(String server) {
        synchronized (pending) {
            return pending.remove(server);
        }
    }
}
