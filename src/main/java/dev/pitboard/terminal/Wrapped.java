package dev.pitboard.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ready-made lines broken at spaces to fit a window. */
public final class Wrapped {
    private static final Pattern EDGE = Pattern.compile("^[▌ ]*");
    private static final Pattern SGR = Pattern.compile("\u001b\\[[0-9;]*m");

    private Wrapped() {}

    /** Each line in as many as it takes; what goes on starts below what it continues. Colours take no room. */
    public static String at(int columns, String text) {
        StringBuilder all = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            all.append(all.isEmpty() ? "" : "\n").append(line(columns, line));
        }
        return all.toString();
    }

    private static String line(int columns, String line) {
        if (width(line) <= columns) {
            return line;
        }
        Matcher edge = EDGE.matcher(line);
        String before = edge.find() && edge.end() < columns / 2 ? edge.group() : "";
        StringBuilder wrapped = new StringBuilder(before);
        int used = width(before);
        boolean first = true;
        for (String word : line.substring(before.length()).split(" ", -1)) {
            int width = width(word);
            if (!first && used + 1 + width > columns) {
                wrapped.append('\n').append(before);
                used = width(before);
                first = true;
            }
            wrapped.append(first ? "" : " ").append(word);
            used += (first ? 0 : 1) + width;
            first = false;
        }
        return wrapped.toString();
    }

    private static int width(String text) {
        return TerminalText.width(SGR.matcher(text).replaceAll(""));
    }
}
