package dev.pitboard.reading.calendar;

import dev.pitboard.reading.Characters;
import dev.pitboard.reading.Unreadable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A calendar with its folded lines joined, before any library sees it: folds cut words and UTF-8 sequences, and one line in another
 * encoding must not spoil the others.
 *
 * @param text lines end with a line feed
 * @param events the line of each BEGIN:VEVENT in the file, counted from 1
 * @param complete whether every component that begins also ends
 */
record Unfolded(String text, List<Integer> events, boolean complete) {
    static final int MOST_EVENTS = 5000;
    private static final int DEEPEST = 10;
    private static final int LONGEST_LINE = 20_000;

    Unfolded {
        events = List.copyOf(events);
    }

    /** @throws Unreadable when it is too much */
    static Unfolded of(byte[] bytes) throws Unreadable {
        StringBuilder text = new StringBuilder(bytes.length);
        List<Integer> events = new ArrayList<>();
        ByteArrayOutputStream current = new ByteArrayOutputStream();
        int depth = 0;
        int number = 0;
        int began = 1;
        int at = 0;
        while (at <= bytes.length) {
            int end = lineEnd(bytes, at);
            number++;
            boolean folded = at < end && (bytes[at] == ' ' || bytes[at] == '\t') && number > 1;
            if (!folded && number > 1) {
                depth += line(current, text, events, began, depth);
                began = number;
            }
            int from = folded ? at + 1 : at;
            if (current.size() < LONGEST_LINE) {
                current.write(bytes, from, Math.min(end, from + LONGEST_LINE) - from);
            }
            at = next(bytes, end);
        }
        depth += line(current, text, events, began, depth);
        return new Unfolded(text.toString(), events, depth == 0);
    }

    /** Adds the line that is over; the answer is by how much the depth changes. */
    private static int line(
            ByteArrayOutputStream current, StringBuilder text, List<Integer> events, int number, int depth)
            throws Unreadable {
        String line = Characters.decode(current.toByteArray()).stripTrailing();
        current.reset();
        text.append(line).append('\n');
        String upper = line.length() > 30 ? "" : line.toUpperCase(Locale.ROOT);
        if (upper.equals("BEGIN:VEVENT") && events.size() == MOST_EVENTS) {
            throw new Unreadable("This calendar has more than " + MOST_EVENTS + " events. Import one season only.");
        }
        if (upper.startsWith("BEGIN:") && depth == DEEPEST) {
            throw new Unreadable("This calendar is nested too deeply to be one.");
        }
        if (upper.equals("BEGIN:VEVENT")) {
            events.add(number);
        }
        return upper.startsWith("BEGIN:") ? 1 : upper.startsWith("END:") ? -1 : 0;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private static int next(byte[] bytes, int end) {
        boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
        return end + (pair ? 2 : 1);
    }
}
