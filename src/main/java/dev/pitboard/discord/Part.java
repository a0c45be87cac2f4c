package dev.pitboard.discord;

import dev.pitboard.card.Block;
import dev.pitboard.card.Line;
import java.util.ArrayList;
import java.util.List;

/** The smallest thing that stands on one page: a few lines of markdown, or a divider. */
sealed interface Part {
    /**
     * @param opens whether it begins a display of its own instead of going on in the one before
     * @param heads whether it is the title of what follows, and so never the last on a page
     */
    record Text(String markdown, boolean opens, boolean heads) implements Part {}

    /** A thin line. */
    record Divider() implements Part {}

    /** So short that it fits on a page below any title. */
    int LONGEST = 3000;

    /** A title, too, has to leave room for what it is the title of. */
    int LONGEST_HEADING = 256;

    /** The blocks in reading order. */
    static List<Part> of(List<Block> blocks, Markdown markdown) {
        List<Part> parts = new ArrayList<>();
        for (Block block : blocks) {
            boolean opens = !(!parts.isEmpty() && parts.getLast() instanceof Text text && text.heads());
            switch (block) {
                case Block.Heading(Line line) -> add(parts, headings(line, markdown), true, true);
                case Block.Paragraph(Line line) -> add(parts, markdown.pieces(line, LONGEST), opens, false);
                case Block.Facts(List<Block.Fact> facts) -> add(parts, facts(facts, markdown), opens, false);
                case Block.Rows(List<Block.Row> rows) -> add(parts, rows(rows, markdown), opens, false);
                case Block.Quiet(Line line) -> add(parts, quiet(line, markdown), opens, false);
                case Block.Divider() -> parts.add(new Divider());
            }
        }
        return parts;
    }

    private static void add(List<Part> parts, List<String> texts, boolean opens, boolean heads) {
        boolean first = opens;
        for (String text : texts) {
            if (!text.isBlank()) {
                parts.add(new Text(text, first, heads));
                first = false;
            }
        }
    }

    private static List<String> headings(Line line, Markdown markdown) {
        return prefixed("### ", markdown.pieces(line, LONGEST_HEADING));
    }

    private static List<String> quiet(Line line, Markdown markdown) {
        return prefixed("-# ", markdown.pieces(line, LONGEST));
    }

    private static List<String> facts(List<Block.Fact> facts, Markdown markdown) {
        List<String> texts = new ArrayList<>();
        for (Block.Fact fact : facts) {
            Line line = Line.empty().strong(fact.label()).text(" · ").then(fact.value());
            texts.addAll(markdown.pieces(line, LONGEST));
        }
        return texts;
    }

    private static List<String> rows(List<Block.Row> rows, Markdown markdown) {
        List<String> texts = new ArrayList<>();
        for (Block.Row row : rows) {
            Line lead = Markdown.strong(row.lead());
            Line first = lead.isEmpty() ? row.main() : lead.text("  ").then(row.main());
            List<String> lines = new ArrayList<>(markdown.pieces(first, LONGEST));
            row.details().forEach(d -> lines.addAll(quiet(d, markdown)));
            String together = String.join("\n", lines);
            texts.addAll(together.length() <= LONGEST ? List.of(together) : lines);
        }
        return texts;
    }

    private static List<String> prefixed(String prefix, List<String> pieces) {
        return pieces.stream().filter(p -> !p.isBlank()).map(p -> prefix + p).toList();
    }
}
