package dev.pitboard.reading.table;

import dev.pitboard.reading.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Which column of a table has what, by the words in its first row. */
record Header(Map<Column, Integer> columns) {
    /** What a column can have. */
    enum Column {
        DATE,
        WEEKDAY,
        START,
        END,
        MINUTES,
        SESSION,
        KIND,
        SERIES,
        ROUND,
        CIRCUIT,
        ZONE,
        STATUS
    }

    private static final Map<String, Column> WORDS = words();

    static Header of(Row row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = WORDS.get(plain(row.cells().get(i)));
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return new Header(columns);
    }

    /** Whether sessions and their days can be read from such a table. */
    boolean isEnough() {
        return (has(Column.SESSION) || has(Column.KIND)) && (has(Column.DATE) || has(Column.START));
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The cell of a row; empty where there is none. */
    String cell(Row row, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= row.cells().size() ? "" : row.cells().get(at);
    }

    private static String plain(String heading) {
        return Folding.fold(heading).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static Map<String, Column> words() {
        InputStream in = Objects.requireNonNull(Header.class.getResourceAsStream("/reading/columns.words"));
        Map<String, Column> words = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split("\\s*=\\s*", 2);
                        for (String word : parts[1].split(",", -1)) {
                            words.putIfAbsent(plain(word), Column.valueOf(parts[0].toUpperCase(Locale.ROOT)));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
