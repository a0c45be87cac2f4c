package dev.pitboard.card;

import java.util.List;

/** A part of a card. The set is closed: a new block is a compile error in each renderer until it is handled there. */
public sealed interface Block {
    /** The title of what follows, such as a day of a weekend. */
    record Heading(Line line) implements Block {}

    /** A sentence or a few. */
    record Paragraph(Line line) implements Block {}

    /** Names and values, one below the other. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** Items of a list, such as the sessions of a day. May be long: a renderer may break it into pages between rows. */
    record Rows(List<Row> rows) implements Block {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** Small print: sources, when data was last checked. */
    record Quiet(Line line) implements Block {}

    /** A thin line between two thoughts. */
    record Divider() implements Block {}

    /** A name and its value. */
    record Fact(String label, Line value) {}

    /**
     * An item of a list.
     *
     * @param lead what the eye looks for first, such as the time or the car number; short, may be empty
     * @param main the item itself
     * @param details more lines below it, quieter
     */
    record Row(Line lead, Line main, List<Line> details) {
        public Row {
            details = List.copyOf(details);
        }

        public Row(Line lead, Line main) {
            this(lead, main, List.of());
        }
    }
}
