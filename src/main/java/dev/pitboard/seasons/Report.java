package dev.pitboard.seasons;

import dev.pitboard.seasons.Problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong in one file, and on which line each of its values stands. */
final class Report {
    private final Path file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Report(Path file) {
        this.file = file;
    }

    /** Remembers that the value at {@code path} stands on that line, counted from 1. */
    void mark(String path, int line) {
        lines.put(path, line);
    }

    /** The line of the value at {@code path}, or of the nearest thing around it; 0 where nothing was marked. */
    int lineOf(String path) {
        String place = path;
        while (true) {
            Integer line = lines.get(place);
            if (line != null) {
                return line;
            }
            if (place.isEmpty()) {
                return 0;
            }
            place = place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
        }
    }

    void add(int line, String path, String message, @Nullable String suggestion, Severity severity) {
        problems.add(new Problem(file, line, path, message, suggestion, severity));
    }

    void error(int line, String path, String message, @Nullable String suggestion) {
        add(line, path, message, suggestion, Severity.ERROR);
    }

    /** The file as a whole is wrong. */
    void error(String message) {
        error(0, "", message, null);
    }

    /** The root of the file. */
    At root() {
        return new At(this, "");
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Whether the value at {@code path}, or something in it, can't be used. */
    boolean hasErrorsBelow(String path) {
        return problems.stream()
                .filter(Problem::isError)
                .map(Problem::path)
                .anyMatch(p -> p.equals(path) || p.startsWith(path + ".") || p.startsWith(path + "["));
    }

    /** All problems in the order of their lines. */
    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
