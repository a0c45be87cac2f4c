package dev.pitboard.card;

import java.time.InstantSource;
import java.time.ZoneId;

/**
 * How cards are shown by this process.
 *
 * @param rehearsal whether timetable time is not real time: every message says so, and times are written as text,
 *     because a live timestamp would count from the real now
 * @param zone for times written as text: the terminal's, and the fallback elsewhere
 * @param now timetable time
 */
public record Presentation(boolean rehearsal, ZoneId zone, InstantSource now) {}
