package dev.pitboard.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Another program that keeps the SQLite file from being written. */
final class DatabaseLock implements AutoCloseable {
    private final Path file;
    private @Nullable Connection holding;

    DatabaseLock(Path file) {
        this.file = file;
    }

    void take() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        holding = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    void release() throws SQLException {
        Connection held = holding;
        holding = null;
        if (held != null) {
            held.close();
        }
    }

    @Override
    public void close() throws SQLException {
        release();
    }
}
