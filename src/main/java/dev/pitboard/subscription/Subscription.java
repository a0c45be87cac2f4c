package dev.pitboard.subscription;

import dev.pitboard.chat.ChatRef;
import java.time.Instant;

/**
 * A chat's wish to be reminded of a series; there is one for each chat and series, and its id never changes.
 *
 * @param space the server or group the chat is part of, see {@code Request.space}
 * @param active false after {@code /reminders off}
 * @param since when these settings, or the off, came into force; timetable time
 */
public record Subscription(
        long id, ChatRef chat, String space, String series, Settings settings, boolean active, Instant since) {}
