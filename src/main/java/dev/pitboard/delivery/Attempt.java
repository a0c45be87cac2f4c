package dev.pitboard.delivery;

/** What came of trying to deliver a claim. */
sealed interface Attempt {
    /**
     * The platform, or the way to it, answered.
     *
     * @param shown the number of the newest revision in the timetable that the message was made from
     */
    record Answered(Outcome outcome, long shown) implements Attempt {}

    /** It was not tried, because it would be useless or wrong by now. */
    record Useless(DeliveryState state, String reason) implements Attempt {}

    /**
     * Our own code failed.
     *
     * @param unsure whether it may have arrived all the same
     */
    record Broken(RuntimeException bug, boolean unsure) implements Attempt {}
}
