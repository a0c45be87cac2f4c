package dev.pitboard.terminal;

import dev.pitboard.terminal.TerminalText.Look;
import dev.pitboard.terminal.TerminalText.Piece;
import java.util.ArrayList;
import java.util.List;

/** Lines of a card as they are made, with or without colours. */
final class Canvas {
    private static final String ESCAPE = "\u001b[";
    private static final String LINK_START = "\u001b]8;;";
    private static final String LINK_END = "\u001b\\";
    private static final int LEAST_VALUE = 12;

    private final int columns;
    private final boolean ansi;
    private final StringBuilder text = new StringBuilder();

    Canvas(int columns, boolean ansi) {
        this.columns = columns;
        this.ansi = ansi;
    }

    boolean fits(int width) {
        return width <= columns;
    }

    void blank() {
        text.append('\n');
    }

    void rule(String indent) {
        write(indent, List.of(new Piece("─".repeat(columns - 2 * indent.length()), Look.QUIET)));
    }

    /** A paragraph, each line of it after the indent. */
    void write(String indent, List<Piece> pieces) {
        for (List<Piece> line : TerminalText.wrap(pieces, columns - indent.length())) {
            end(indent + styled(line, ""));
        }
    }

    /** A paragraph with a mark before each line, all in one colour (an SGR parameter). */
    void write(List<Piece> mark, List<Piece> pieces, String colour) {
        for (List<Piece> line : TerminalText.wrap(pieces, columns - TerminalText.width(mark))) {
            end(styled(mark, colour) + styled(line, colour));
        }
    }

    /** A label in a column and a value beside it; below it where the window is too narrow or the label too wide. */
    void columns(String indent, List<Piece> label, int width, List<Piece> value) {
        String hanging = indent + " ".repeat(width == 0 ? 0 : width + 2);
        if (columns - hanging.length() < LEAST_VALUE) {
            write(indent, label);
            write(indent + "  ", value);
            return;
        }
        boolean below = TerminalText.width(label) > width;
        if (below) {
            write(indent, label);
        }
        List<List<Piece>> lines = TerminalText.wrap(value, columns - hanging.length());
        for (int i = 0; i < lines.size(); i++) {
            boolean beside = i == 0 && !below && width > 0;
            String before =
                    beside ? indent + styled(label, "") + " ".repeat(width - TerminalText.width(label) + 2) : hanging;
            end(before + styled(lines.get(i), ""));
        }
    }

    /** A label in a column and beside it something to type, which goes below the label rather than be broken. */
    void choice(String indent, List<Piece> label, int width, List<Piece> typed) {
        if (indent.length() + width + 2 + TerminalText.width(typed) <= columns) {
            columns(indent, label, width, typed);
        } else {
            write(indent, label);
            write(indent + "  ", typed);
        }
    }

    String text() {
        return text.toString();
    }

    private void end(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private String styled(List<Piece> pieces, String colour) {
        StringBuilder styled = new StringBuilder();
        for (Piece piece : pieces) {
            List<String> sgr = new ArrayList<>();
            if (!piece.look().sgr.isEmpty()) {
                sgr.add(piece.look().sgr);
            }
            if (!colour.isEmpty()) {
                sgr.add(colour);
            }
            boolean link = ansi && !piece.url().isEmpty();
            styled.append(link ? LINK_START + piece.url() + LINK_END : "");
            styled.append(
                    ansi && !sgr.isEmpty()
                            ? ESCAPE + String.join(";", sgr) + "m" + piece.text() + ESCAPE + "0m"
                            : piece.text());
            styled.append(link ? LINK_START + LINK_END : "");
        }
        return styled.toString();
    }
}
