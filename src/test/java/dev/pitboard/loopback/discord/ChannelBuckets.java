package dev.pitboard.loopback.discord;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Messages that may be created in each channel: so many in five seconds from the first of them, as commonly seen; Discord
 * does not document it. On real time.
 */
final class ChannelBuckets {
    private static final long LENGTH = TimeUnit.SECONDS.toNanos(5);

    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {
        private final long begun = System.nanoTime();
        private int used;

        double secondsLeft() {
            return (LENGTH - (System.nanoTime() - begun)) / (double) TimeUnit.SECONDS.toNanos(1);
        }
    }

    /** What a message to this channel is told of its bucket: a refusal when there is no room, else headers alone. */
    Answer take(String channel, int most) {
        Window window = windows.computeIfAbsent(channel, _ -> new Window());
        if (window.secondsLeft() <= 0) {
            window = new Window();
            windows.put(channel, window);
        }
        double left = Math.max(0.001, window.secondsLeft());
        if (window.used == most) {
            return Faults.limited(left, false);
        }
        window.used++;
        return Answer.empty()
                .with(Map.of(
                        "X-RateLimit-Limit", Integer.toString(most),
                        "X-RateLimit-Remaining", Integer.toString(most - window.used),
                        "X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", left)));
    }
}
