package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Told, as it happens, what becomes of what is owed; for numbers only, nothing depends on it. Called by the threads that plan
 * and send, after the ledger was told: returns at once and never throws.
 */
public interface DeliveryEvents {
    /** Nobody watches. */
    DeliveryEvents NONE = new DeliveryEvents() {};

    /** How an attempt to send went, as {@link Outcome} says it. */
    enum Answer {
        SENT,
        WAIT,
        UNSURE,
        FAILED,
        IN_DOUBT,
        BLOCKED,
        DENIED,
        GONE,
        MOVED,
        REFUSED,
        /** Our own code failed. */
        BUG;

        static Answer of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Sent _ -> SENT;
                case Outcome.Wait _ -> WAIT;
                case Outcome.Unsure _ -> UNSURE;
                case Outcome.Failed _ -> FAILED;
                case Outcome.InDoubt _ -> IN_DOUBT;
                case Outcome.Blocked _ -> BLOCKED;
                case Outcome.Denied _ -> DENIED;
                case Outcome.Gone _ -> GONE;
                case Outcome.Moved _ -> MOVED;
                case Outcome.Refused _ -> REFUSED;
            };
        }
    }

    /** That many reminders are owed because something became due. */
    default void owed(int reminders) {}

    /**
     * A message with that many reminders is there.
     *
     * @param late how long after its due instant, on timetable time; negative when it was early
     */
    default void sent(Platform platform, int reminders, Duration late) {}

    /**
     * That many reminders ended in a state that is not {@link DeliveryState#SENT}.
     *
     * @param platform null where it is not known, because they never were on their way
     */
    default void unsent(@Nullable Platform platform, DeliveryState state, int reminders) {}

    /** A message will be tried again. */
    default void again(Platform platform) {}

    /** An attempt to send was answered, or was given up on. */
    default void answered(Platform platform, Answer answer) {}

    /** Tells all of them, one after the other. */
    static DeliveryEvents all(List<DeliveryEvents> watchers) {
        List<DeliveryEvents> all = List.copyOf(watchers);
        return new DeliveryEvents() {
            @Override
            public void owed(int reminders) {
                all.forEach(w -> w.owed(reminders));
            }

            @Override
            public void sent(Platform platform, int reminders, Duration late) {
                all.forEach(w -> w.sent(platform, reminders, late));
            }

            @Override
            public void unsent(@Nullable Platform platform, DeliveryState state, int reminders) {
                all.forEach(w -> w.unsent(platform, state, reminders));
            }

            @Override
            public void again(Platform platform) {
                all.forEach(w -> w.again(platform));
            }

            @Override
            public void answered(Platform platform, Answer answer) {
                all.forEach(w -> w.answered(platform, answer));
            }
        };
    }
}
