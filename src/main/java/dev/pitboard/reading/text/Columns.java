package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Cue;
import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Zone;
import java.util.List;
import java.util.TreeMap;

/**
 * What the head of a table says about the rows below it.
 *
 * @param zones labels of the columns with times, in their order
 * @param days days by column
 */
record Columns(
        boolean start, boolean end, boolean length, boolean series, List<ZoneLabel> zones, TreeMap<Integer, Day> days) {
    static final Columns NONE = new Columns(false, false, false, false, List.of(), new TreeMap<>());

    /** Reads a line without times as the head of a table. */
    static Columns of(Clause line) {
        TreeMap<Integer, Day> days = new TreeMap<>();
        int cell = 0;
        for (Token token : line.tokens()) {
            if (isCellEnd(token)) {
                cell++;
            } else if (token instanceof Day day) {
                days.put(cell, day);
            }
        }
        return new Columns(
                line.hasCue("header.start"),
                line.hasCue("header.end") || cue(line, "to"),
                line.hasCue("header.length"),
                line.hasCue("header.series"),
                zones(line),
                days.size() > 1 && cell > 0 ? days : new TreeMap<>());
    }

    /** One zone for each cell that names one; "Local (EDT)" and "UK (BST)" have two names for it. */
    private static List<ZoneLabel> zones(Clause line) {
        TreeMap<Integer, ZoneLabel> zones = new TreeMap<>();
        for (Zone zone : line.all(Zone.class).toList()) {
            zones.merge(
                    cell(line, zone),
                    zone.label(),
                    (first, second) -> second instanceof ZoneLabel.Local ? first : second);
        }
        boolean alone = zones.size() == 1 && line.all(Zone.class).count() > 1;
        return alone ? List.of() : List.copyOf(zones.values());
    }

    private static boolean cue(Clause line, String key) {
        return line.hasCue(key) && line.words() == 0;
    }

    static boolean isCellEnd(Token token) {
        return token instanceof Mark mark && (mark.sign() == '\t' || mark.sign() == '|');
    }

    boolean saysSomething() {
        return start || end || length || zones.size() > 1 || !days.isEmpty();
    }

    static int cell(Clause clause, Token token) {
        return (int) clause.tokens().stream()
                .filter(t -> t.from() < token.from() && isCellEnd(t))
                .count();
    }

    static boolean isHead(Clause line) {
        return line.all(Cue.class)
                        .filter(c -> c.is("header") && !c.is("header.timetable"))
                        .count()
                >= 2;
    }
}
