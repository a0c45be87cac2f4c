package dev.pitboard.delivery;

import dev.pitboard.chat.Platform;
import java.time.Duration;
import java.util.List;

/**
 * Told, as it happens, what becomes of what is owed; for numbers only, nothing depends on it. Called by the threads that plan
 * and send, after the ledger was told: returns at once and never throws.
 */
public interface DeliveryEvents {
    /** Nobody watches. */
    DeliveryEvents NONE = new DeliveryEvents() {};

    /** Why a message is tried again. */
    enum Again {
        /** The platform said how long to wait. */
        LIMITED,
        /** The platform could not be reached or had trouble of its own: certainly not sent. */
        UNREACHED,
        /** The answer was lost: it may have arrived. */
        UNSURE,
        /** The chat has another address now. */
        MOVED,
        /** The platform refuses us altogether, such as for a revoked token. */
        REFUSED,
        /** The database could not be read. */
        DATABASE,
        /** Our bug. */
        BUG
    }

    /** That many reminders are owed because something became due. */
    default void owed(int reminders) {}

    /**
     * A message with that many reminders is there.
     *
     * @param late how long after its due instant, on timetable time; negative when it was early
     */
    default void sent(Platform platform, int reminders, Duration late) {}

    /** That many reminders ended in a state that is not {@link DeliveryState#SENT}. */
    default void unsent(Platform platform, DeliveryState state, int reminders) {}

    /** A message will be tried again. */
    default void again(Platform platform, Again why) {}

    /** The platform answered with 401, 403 or 429. */
    default void refused(Platform platform, int status) {}

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
            public void unsent(Platform platform, DeliveryState state, int reminders) {
                all.forEach(w -> w.unsent(platform, state, reminders));
            }

            @Override
            public void again(Platform platform, Again why) {
                all.forEach(w -> w.again(platform, why));
            }

            @Override
            public void refused(Platform platform, int status) {
                all.forEach(w -> w.refused(platform, status));
            }
        };
    }
}
