package dev.pitboard.crash;

import dev.pitboard.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A SQLite file that another program locks, or that may not grow while something else fills it. */
final class SqliteFile implements Storage {
    /** Pages the program has for itself: some rounds' worth. */
    private static final int ROOM = 200;

    private static final int PAGE = 4096;

    private final Path file;
    private final boolean bounded;
    private int mostPages;
    private @Nullable Connection holding;

    /** @param bounded whether it has a largest size */
    SqliteFile(Path file, boolean bounded) {
        this.file = file;
        this.bounded = bounded;
    }

    @Override
    public String url() {
        return Database.sqliteUrl(file);
    }

    @Override
    public Map<String, String> environment() throws SQLException {
        if (!bounded) {
            return Map.of();
        }
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            mostPages = pages(statement, "page_count") + ROOM;
        }
        return Map.of("PITBOARD_DATABASE_URL", url() + "?max_page_count=" + mostPages);
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url() + "?busy_timeout=100000");
    }

    private static int pages(Statement statement, String which) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA " + which)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void lock() throws SQLException {
        Connection connection = open();
        holding = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    @Override
    public void unlock() throws SQLException {
        Connection held = holding;
        holding = null;
        if (held != null) {
            held.close();
        }
    }

    /** With something of no use, up to the last page. */
    @Override
    public void fill() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("CREATE TABLE ballast (lead BLOB)");
            while (pages(statement, "page_count") < mostPages) {
                int left = mostPages - pages(statement, "page_count");
                // A page's worth needs a page of its own; what is larger needs little more than its size.
                statement.execute(
                        "INSERT INTO ballast VALUES (zeroblob(" + Math.max(1, left - 5) * (PAGE - 100) + "))");
            }
            statement.execute("COMMIT");
        }
    }

    @Override
    public void makeRoom() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS ballast");
        }
    }

    @Override
    public void leave(boolean silently) throws SQLException {
        lock();
    }

    @Override
    public void comeBack() throws SQLException {
        unlock();
    }

    @Override
    public void calm() {
        // What the program had not written ended with it.
    }

    @Override
    public void close() throws SQLException {
        unlock();
    }
}
