package dev.pitboard.reading.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of cells.
 *
 * @param line where it begins, counted from 1
 * @param text as it stands
 */
record Row(int line, List<String> cells, String text) {
    Row {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Splits text into rows; cells in double quotes may have separators and line ends in them, and "" for a quote. */
    static List<Row> of(String text, char separator) {
        return new Splitting(text, separator).rows();
    }

    private static final class Splitting {
        private final String text;
        private final char separator;
        private final List<Row> rows = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private int at;
        private int line = 1;
        /** A quote that never ends is a character like others, and so are all behind it. */
        private boolean quotes = true;

        Splitting(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<Row> rows() {
            int began = 0;
            int first = 1;
            while (at < text.length()) {
                String cell = cell();
                cells.add(cell.replace('\u00A0', ' ').strip());
                boolean more = at < text.length() && text.charAt(at) == separator;
                if (!more) {
                    rows.add(new Row(first, cells, text.substring(began, at).strip()));
                    cells.clear();
                    skipLineEnd();
                    began = at;
                    first = line;
                } else {
                    at++;
                    if (at == text.length()) {
                        cells.add("");
                        rows.add(new Row(first, cells, text.substring(began, at).strip()));
                    }
                }
            }
            return rows;
        }

        private String cell() {
            int from = at;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            if (quotes && from < text.length() && text.charAt(from) == '"') {
                int close = closing(from + 1);
                if (close >= 0) {
                    String inside = text.substring(from + 1, close).replace("\"\"", "\"");
                    line += (int) inside.chars().filter(c -> c == '\n').count();
                    at = close + 1;
                    return inside.replaceAll("\\R", " ") + plain();
                }
                quotes = false;
            }
            return plain();
        }

        private int closing(int from) {
            int close = text.indexOf('"', from);
            while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == '"') {
                close = text.indexOf('"', close + 2);
            }
            return close;
        }

        private String plain() {
            int from = at;
            while (at < text.length()
                    && text.charAt(at) != separator
                    && text.charAt(at) != '\n'
                    && text.charAt(at) != '\r') {
                at++;
            }
            return text.substring(from, at);
        }

        private void skipLineEnd() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
                if (at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                line++;
            } else if (at < text.length()) {
                at++;
                line++;
            }
        }
    }
}
