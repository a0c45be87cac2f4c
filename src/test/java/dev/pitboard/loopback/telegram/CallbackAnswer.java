package dev.pitboard.loopback.telegram;

/**
 * An answer to a button press.
 *
 * @param text what pops up, empty for none
 * @param alert whether it has to be closed by hand
 */
public record CallbackAnswer(String queryId, String text, boolean alert) {}
