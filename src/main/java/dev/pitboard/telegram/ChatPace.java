package dev.pitboard.telegram;

import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to what Telegram allows a chat: one message a second, and 20 a minute in a group or channel (the Bots FAQ). All that
 * is sent there counts, edits and answers to people too. Answers don't wait here, because Telegram is more lenient with
 * them and somebody looks at the screen; posts after them do.
 */
final class ChatPace {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** After so many sends the chats in which nothing happens any more are thrown out. */
    private static final int SWEEP = 256;

    private static final class Lane {
        /** When the last ones were answered, oldest first. */
        final Deque<Instant> sent = new ArrayDeque<>();

        int inFlight;
        Instant pausedUntil = Instant.EPOCH;
    }

    private final int groupMinute;
    private final InstantSource machine;
    private final Map<String, Lane> lanes = new HashMap<>();
    private Instant allPausedUntil = Instant.EPOCH;
    private int begun;

    /** @param groupMinute messages a minute in a group or channel; 0 for no limit in any chat */
    ChatPace(int groupMinute, InstantSource machine) {
        this.groupMinute = groupMinute;
        this.machine = machine;
    }

    /** Begins to send a post, or says what it has to wait for. What begins has to {@link #end}. */
    synchronized Outcome.@Nullable Wait begin(String chat) {
        Instant now = machine.instant();
        if (allPausedUntil.isAfter(now)) {
            return wait(Duration.between(now, allPausedUntil), true, "Telegram asks to wait with everything.");
        }
        Lane lane = lanes.computeIfAbsent(chat, _ -> new Lane());
        if (lane.pausedUntil.isAfter(now)) {
            return wait(Duration.between(now, lane.pausedUntil), false, "Telegram asks to wait with this chat.");
        }
        Duration left = left(lane, isGroup(chat), now);
        if (left.isPositive()) {
            return wait(left, false, "Telegram allows one message a second in a chat, and 20 a minute in a group.");
        }
        beginAnyway(chat);
        return null;
    }

    /** Begins to send what doesn't wait. */
    synchronized void beginAnyway(String chat) {
        lanes.computeIfAbsent(chat, _ -> new Lane()).inFlight++;
        if (++begun % SWEEP == 0) {
            Instant now = machine.instant();
            lanes.values().removeIf(lane -> isOver(lane, now));
        }
    }

    /** The answer is there, or given up on. Counted from here, so that no delay on the way can bring two too close. */
    synchronized void end(String chat) {
        Lane lane = lanes.computeIfAbsent(chat, _ -> new Lane());
        lane.inFlight = Math.max(0, lane.inFlight - 1);
        lane.sent.addLast(machine.instant());
        if (lane.sent.size() > Math.max(1, groupMinute)) {
            lane.sent.removeFirst();
        }
    }

    /** Holds one chat back. */
    synchronized void pause(String chat, Duration wait) {
        Lane lane = lanes.computeIfAbsent(chat, _ -> new Lane());
        lane.pausedUntil = later(lane.pausedUntil, wait);
    }

    /** Holds everything back. */
    synchronized void pauseAll(Duration wait) {
        allPausedUntil = later(allPausedUntil, wait);
    }

    /** How many chats are remembered. */
    synchronized int size() {
        return lanes.size();
    }

    private Duration left(Lane lane, boolean group, Instant now) {
        if (groupMinute == 0) {
            return Duration.ZERO;
        }
        if (lane.inFlight > 0) {
            return SECOND;
        }
        Instant last = lane.sent.peekLast();
        Instant first = lane.sent.peekFirst();
        Duration second = last == null ? Duration.ZERO : left(last, SECOND, now);
        boolean full = group && lane.sent.size() >= groupMinute;
        Duration minute = first == null || !full ? Duration.ZERO : left(first, MINUTE, now);
        return second.compareTo(minute) > 0 ? second : minute;
    }

    /** Nothing, when the clock was set back meanwhile. */
    private static Duration left(Instant from, Duration length, Instant now) {
        Duration left = Duration.between(now, from.plus(length));
        return left.compareTo(length) > 0 ? Duration.ZERO : left;
    }

    private Instant later(Instant until, Duration wait) {
        Instant other = machine.instant().plus(wait);
        return other.isAfter(until) ? other : until;
    }

    private static boolean isOver(Lane lane, Instant now) {
        Instant last = lane.sent.peekLast();
        return lane.inFlight == 0
                && !lane.pausedUntil.isAfter(now)
                && (last == null || !last.plus(MINUTE).isAfter(now));
    }

    /** Groups and channels have negative ids; channels are taken to have the limits of groups. */
    private static boolean isGroup(String chat) {
        return chat.startsWith("-");
    }

    private static Outcome.Wait wait(Duration left, boolean all, String reason) {
        return new Outcome.Wait(left, all, reason);
    }
}
