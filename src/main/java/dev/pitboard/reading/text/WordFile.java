package dev.pitboard.reading.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A list of words that comes with the program: lines of {@code key = phrase, phrase}, and comments after {@code #}. */
final class WordFile {
    /** One line. */
    record Entry(String key, List<String> phrases) {}

    private WordFile() {}

    static List<Entry> read(String name) {
        InputStream in =
                Objects.requireNonNull(WordFile.class.getResourceAsStream("/reading/words/" + name + ".words"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(WordFile::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        int equals = line.indexOf('=');
        return new Entry(
                line.substring(0, equals).strip(),
                Stream.of(line.substring(equals + 1).split(","))
                        .map(String::strip)
                        .filter(phrase -> !phrase.isEmpty())
                        .toList());
    }
}
