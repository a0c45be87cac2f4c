package dev.pitboard.discord;

import java.util.ArrayList;
import java.util.List;

/** The blocks of a post as the description of its one embed. */
final class Embeds {
    private static final int LEFT_OUT_NOTE = 40;

    private Embeds() {}

    /** All of it where it fits; else as many whole parts as do, and how many lines there are more. */
    static String description(List<Part> parts) {
        String whole = joined(parts);
        if (whole.length() <= Limits.EMBED_DESCRIPTION) {
            return whole;
        }
        int fitting = 0;
        int length = LEFT_OUT_NOTE;
        while (fitting < parts.size() && length + room(parts.get(fitting)) <= Limits.EMBED_DESCRIPTION) {
            length += room(parts.get(fitting));
            fitting++;
        }
        long more =
                parts.stream().skip(fitting).filter(p -> p instanceof Part.Text).count();
        return joined(parts.subList(0, fitting)) + "\n-# … and " + more + " more; ask me for the rest";
    }

    /** How much a part adds, with the empty line before it. */
    private static int room(Part part) {
        return part instanceof Part.Text text ? text.markdown().length() + 2 : 0;
    }

    private static String joined(List<Part> parts) {
        List<String> paragraphs = new ArrayList<>();
        for (String display : new Page(parts).displays()) {
            if (!display.isEmpty()) {
                paragraphs.add(display);
            }
        }
        return String.join("\n\n", paragraphs);
    }
}
