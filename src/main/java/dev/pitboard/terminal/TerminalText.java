package dev.pitboard.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Words with a look, and how they break into lines by the columns they take on screen. */
final class TerminalText {
    /** SGR parameters for each look. */
    enum Look {
        PLAIN(""),
        STRONG("1"),
        QUIET("2"),
        CODE("36"),
        LINK("4");

        final String sgr;

        Look(String sgr) {
            this.sgr = sgr;
        }
    }

    /**
     * A piece of text without line breaks.
     *
     * @param url where it leads, or empty
     */
    record Piece(String text, Look look, String url) {
        Piece(String text, Look look) {
            this(text, look, "");
        }

        private Piece with(String other) {
            return new Piece(other, look, url);
        }
    }

    private TerminalText() {}

    /** The columns a text takes: two for wide characters, none for combining ones and joined emoji. */
    static int width(String text) {
        int columns = 0;
        int previous = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean joined = previous == 0x200D || isModifier(point);
            columns += joined ? 0 : Math.max(0, WCWidth.wcwidth(point));
            previous = point;
            i += Character.charCount(point);
        }
        return columns;
    }

    static int width(List<Piece> pieces) {
        return pieces.stream().mapToInt(p -> width(p.text())).sum();
    }

    /**
     * A text from outside as one harmless line: no control characters, so no escape sequence can reach the terminal, and no
     * characters that turn the direction of what follows.
     */
    static String harmless(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\r' || point == '\t') {
                clean.append(' ');
            } else if (!Character.isISOControl(point) && !turnsDirection(point) && Character.isValidCodePoint(point)) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    /** Breaks at spaces, and within words only where one is wider than a line. */
    static List<List<Piece>> wrap(List<Piece> pieces, int columns) {
        List<List<Piece>> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        int used = 0;
        for (List<Piece> word : words(pieces)) {
            int width = width(word);
            boolean space = word.getFirst().text().isBlank();
            if (used > 0 && used + width > columns) {
                lines.add(trimmed(line));
                line = new ArrayList<>();
                used = 0;
            }
            if (space && used == 0) {
                continue;
            }
            for (Piece piece : word) {
                Piece rest = piece;
                while (used + width(rest.text()) > columns && width > columns) {
                    int fits = fitting(rest.text(), columns - used, used == 0);
                    line.add(rest.with(rest.text().substring(0, fits)));
                    lines.add(trimmed(line));
                    line = new ArrayList<>();
                    used = 0;
                    rest = rest.with(rest.text().substring(fits));
                }
                line.add(rest);
                used += width(rest.text());
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(trimmed(line));
        }
        return lines;
    }

    /** Runs of spaces, and runs of what must stay together; a word can consist of pieces with different looks. */
    private static List<List<Piece>> words(List<Piece> pieces) {
        List<List<Piece>> words = new ArrayList<>();
        boolean open = false;
        for (Piece piece : pieces) {
            for (String part : piece.text().split("(?<= )(?! )|(?<! )(?= )", -1)) {
                if (part.isEmpty()) {
                    continue;
                }
                if (part.isBlank()) {
                    words.add(List.of(piece.with(part)));
                    open = false;
                } else if (open) {
                    words.getLast().add(piece.with(part));
                } else {
                    words.add(new ArrayList<>(List.of(piece.with(part))));
                    open = true;
                }
            }
        }
        return words;
    }

    /** Without spaces at the end, and pieces of one look in one, so that a link stays one link. */
    private static List<Piece> trimmed(List<Piece> line) {
        List<Piece> trimmed = new ArrayList<>();
        for (Piece piece : line) {
            Piece last = trimmed.isEmpty() ? null : trimmed.getLast();
            if (last != null && last.look() == piece.look() && last.url().equals(piece.url())) {
                trimmed.set(trimmed.size() - 1, last.with(last.text() + piece.text()));
            } else {
                trimmed.add(piece);
            }
        }
        while (!trimmed.isEmpty() && trimmed.getLast().text().isBlank()) {
            trimmed.removeLast();
        }
        if (!trimmed.isEmpty()) {
            trimmed.set(
                    trimmed.size() - 1,
                    trimmed.getLast().with(trimmed.getLast().text().stripTrailing()));
        }
        return trimmed;
    }

    /** How many chars of a text fit into so many columns; on an empty line at least one code point, so that it goes on. */
    private static int fitting(String text, int columns, boolean emptyLine) {
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (width(text.substring(0, next)) > columns && (end > 0 || !emptyLine)) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static boolean isModifier(int point) {
        return point == 0xFE0F || point == 0x200D || (point >= 0x1F3FB && point <= 0x1F3FF);
    }

    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F
                || point == 0x2028
                || point == 0x2029;
    }
}
