package dev.pitboard.crash;

import dev.pitboard.chat.ChatRef;

/**
 * One message that somebody is owed.
 *
 * @param session the name of its session
 */
record Promised(ChatRef chat, String session) {}
