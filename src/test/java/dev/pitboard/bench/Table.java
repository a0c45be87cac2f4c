package dev.pitboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text under column heads; the first column is aligned to the left, the others to the right. */
final class Table {
    private final String title;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Table(String title, List<String> heads) {
        this.title = title;
        rows.add(List.copyOf(heads));
    }

    /** @throws IllegalArgumentException when there are not as many cells as heads */
    Table row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException(cells + " under " + rows.getFirst());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** A sentence under the table. */
    Table note(String sentence) {
        notes.add(sentence);
        return this;
    }

    String plain() {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        String lines = rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> (i == 0 ? "%-" : "%") + widths.get(i) + "s")
                        .collect(Collectors.joining("  "))
                        .formatted(row.toArray()))
                .collect(Collectors.joining("\n"));
        return "\n" + title + "\n" + lines + "\n"
                + notes.stream().map(n -> n + "\n").collect(Collectors.joining());
    }

    String markdown() {
        StringBuilder text = new StringBuilder("\n### " + title + "\n\n" + line(rows.getFirst()));
        text.append("|---|").append("--:|".repeat(rows.getFirst().size() - 1)).append('\n');
        rows.stream().skip(1).map(Table::line).forEach(text::append);
        notes.forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
