package dev.pitboard.telegram;

/**
 * The text of one message.
 *
 * @param html with tags
 * @param text as it reads without them
 */
record Page(String html, String text) {}
