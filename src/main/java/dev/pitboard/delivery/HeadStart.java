package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.subscription.Demand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * How long before it is due sending begins, so that the last chat has its message at the due instant: as long as it takes at
 * the platform's rate, but never so long that the first chats would wonder.
 */
final class HeadStart {
    /** At most. */
    static final Duration MOST = Duration.ofMinutes(5);

    /** At most for what says that something starts now. */
    static final Duration MOST_AT_THE_START = Duration.ofMinutes(1);

    /** How much of the rate is really used, in hundredths: the pace leaves something to others, and networks vary. */
    private static final int FILLED = 95;

    private final ToIntFunction<Platform> perSecond;

    /** @param perSecond how many messages a platform takes in a second */
    HeadStart(ToIntFunction<Platform> perSecond) {
        this.perSecond = perSecond;
    }

    /** For reminders that are due together; whole seconds, so that a small host is on time. */
    Duration of(List<Reminder> together, Demand demand) {
        long seconds = together.stream()
                .flatMap(r -> demand.chats(r.start().session().series(), r.kind(), r.lead()).entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)))
                .entrySet()
                .stream()
                .mapToLong(e -> e.getValue() * 100 / (FILLED * (long) perSecond.applyAsInt(e.getKey())))
                .max()
                .orElse(0);
        boolean atTheStart = together.stream().anyMatch(r -> r.lead().before().isZero());
        Duration most = atTheStart ? MOST_AT_THE_START : MOST;
        Duration needed = Duration.ofSeconds(seconds);
        return needed.compareTo(most) < 0 ? needed : most;
    }
}
