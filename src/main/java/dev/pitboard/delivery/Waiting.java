package dev.pitboard.delivery;

import java.time.Instant;

/**
 * What is due on one platform and not there yet.
 *
 * @param reminders how many, 1 or more
 * @param oldestDue when the oldest of them was due, timetable time
 */
public record Waiting(long reminders, Instant oldestDue) {}
