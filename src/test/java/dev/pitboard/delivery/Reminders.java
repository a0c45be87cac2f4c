package dev.pitboard.delivery;

/** Takes promises for what they are in tests that only have reminders. */
public final class Reminders {
    private Reminders() {}

    /** @throws ClassCastException when it is a notice */
    public static Promise.OfReminder of(Promise promise) {
        return (Promise.OfReminder) promise;
    }
}
