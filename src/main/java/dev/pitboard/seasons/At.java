package dev.pitboard.seasons;

import dev.pitboard.seasons.Problem.Severity;
import org.jspecify.annotations.Nullable;

/** A place in a file about which something may have to be said. */
record At(Report report, String path) {
    At key(String key) {
        return new At(report, path.isEmpty() ? key : path + "." + key);
    }

    At index(int index) {
        return new At(report, path + "[" + index + "]");
    }

    int line() {
        return report.lineOf(path);
    }

    void error(String message) {
        error(message, null);
    }

    void error(String message, @Nullable String suggestion) {
        report.error(line(), path, message, suggestion);
    }

    void warning(String message) {
        report.add(line(), path, message, null, Severity.WARNING);
    }
}
