package dev.pitboard.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a message that stays on one page if it can.
 *
 * @param gap line breaks before it, where something stands above
 * @param leads whether it belongs to what follows and must not end a page
 */
record Piece(List<Run> runs, int gap, boolean leads) {
    Piece {
        runs = joined(runs);
    }

    /** With neighbours that look the same made one: tags are counted. */
    private static List<Run> joined(List<Run> runs) {
        var joined = new ArrayList<Run>();
        for (Run run : runs) {
            if (!joined.isEmpty() && joined.getLast().looksLike(run)) {
                joined.add(run.with(joined.removeLast().text() + run.text()));
            } else {
                joined.add(run);
            }
        }
        return List.copyOf(joined);
    }

    /** UTF-16 units that are shown, without the gap. */
    int length() {
        return runs.stream().mapToInt(run -> run.text().length()).sum();
    }

    int entities() {
        return runs.stream().mapToInt(Run::entities).sum();
    }

    String html() {
        return runs.stream().map(Run::html).collect(Collectors.joining());
    }

    String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** Parts that fit, divided between words where there are any; nothing is left out. */
    List<Piece> divided(int mostLength, int mostEntities) {
        var parts = new ArrayList<Piece>();
        var part = new ArrayList<Run>();
        int length = 0;
        int entities = 0;
        for (Run run : runs) {
            Run rest = run;
            while (length + rest.text().length() > mostLength || entities + rest.entities() > mostEntities) {
                int room = entities + rest.entities() > mostEntities ? 0 : mostLength - length;
                int cut = cut(rest.text(), room, part.isEmpty());
                if (cut > 0) {
                    part.add(rest.with(rest.text().substring(0, cut)));
                }
                parts.add(new Piece(part, parts.isEmpty() ? gap : 1, false));
                part.clear();
                length = 0;
                entities = 0;
                rest = rest.with(rest.text().substring(cut));
            }
            part.add(rest);
            length += rest.text().length();
            entities += rest.entities();
        }
        parts.add(new Piece(part, parts.isEmpty() ? gap : 1, leads));
        return parts;
    }

    /** Where to divide a text so that at most {@code room} units stay: after a blank, else between characters if it must be. */
    private static int cut(String text, int room, boolean must) {
        if (room >= text.length()) {
            return text.length();
        }
        int blank = Math.max(text.lastIndexOf(' ', room - 1), text.lastIndexOf('\n', room - 1)) + 1;
        if (blank > 0 || !must) {
            return Math.max(0, blank);
        }
        return Character.isLowSurrogate(text.charAt(room)) ? room - 1 : room;
    }
}
