package dev.pitboard.seasons;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a file of season data.
 *
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param path where in the file, such as {@code rounds[5].sessions[0].start}; empty where the file as a whole is meant
 * @param suggestion what was probably meant, or null
 */
public record Problem(
        Path file,
        int line,
        String path,
        String message,
        @Nullable String suggestion,
        Severity severity) {

    /** Whether the file can be used all the same. */
    public enum Severity {
        /** What the file says can't be used. */
        ERROR,
        /** The file is used, but somebody should look. */
        WARNING
    }

    /** Whether this keeps the file from being used. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for people: file and line, path, what is wrong, and what was probably meant. */
    public String render() {
        StringBuilder text = new StringBuilder(file.toString().replace('\\', '/'));
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (severity == Severity.WARNING) {
            text.append("warning: ");
        }
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        text.append(message);
        if (suggestion != null) {
            text.append("; did you mean \"").append(suggestion).append("\"?");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return render();
    }
}
