package dev.pitboard.loopback.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What bots may send: 30 messages a second, 1 a second to a chat, 20 a minute to a group or channel (the Bots FAQ; edits count too).
 * Every one is a sliding window over what was accepted. Guarded by the lock of {@link Shared}.
 */
final class Limits {
    private record Window(int most, Duration length, Deque<Instant> taken) {
        Window(int most, Duration length) {
            this(most, length, new ArrayDeque<>());
        }

        /** How long until there is room; zero when there is. */
        Duration wait(Instant now) {
            while (!taken.isEmpty() && !taken.getFirst().plus(length).isAfter(now)) {
                taken.removeFirst();
            }
            return taken.size() < most
                    ? Duration.ZERO
                    : Duration.between(now, taken.getFirst().plus(length));
        }
    }

    private final InstantSource clock;
    private final Window overall = new Window(30, Duration.ofSeconds(1));
    private final Map<Long, Window> perChat = new HashMap<>();
    private final Map<Long, Window> perGroup = new HashMap<>();
    private boolean on;

    Limits(InstantSource clock) {
        this.clock = clock;
    }

    void enforce(boolean enforced) {
        on = enforced;
    }

    /** Counts one message, or refuses it with the whole seconds to wait. */
    void take(Chat chat) {
        if (!on) {
            return;
        }
        var now = clock.instant();
        var second = perChat.computeIfAbsent(chat.id, _ -> new Window(1, Duration.ofSeconds(1)));
        // Private chats have no limit a minute; a window never filled stands for that.
        int most = chat.kind == ChatKind.PRIVATE ? Integer.MAX_VALUE : 20;
        var minute = perGroup.computeIfAbsent(chat.id, _ -> new Window(most, Duration.ofMinutes(1)));
        var wait = longest(overall.wait(now), longest(second.wait(now), minute.wait(now)));
        if (wait.isPositive()) {
            throw Refusal.tooManyRequests(Math.ceilDiv(wait.toMillis(), 1000L));
        }
        overall.taken().add(now);
        second.taken().add(now);
        minute.taken().add(now);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
