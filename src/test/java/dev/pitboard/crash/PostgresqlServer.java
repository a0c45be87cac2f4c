package dev.pitboard.crash;

import dev.pitboard.store.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database, to which the program finds its way through a {@link Gate}. */
final class PostgresqlServer implements Storage {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final String url = EmbeddedServer.freshDatabase();
    private final Gate gate;
    private @Nullable Connection holding;

    PostgresqlServer() throws IOException {
        this.gate = new Gate(address().getPort());
    }

    private URI address() {
        return URI.create(url.substring("jdbc:".length()));
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Map<String, String> environment() {
        URI direct = address();
        return Map.of(
                "PITBOARD_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + gate.port() + direct.getPath() + "?" + direct.getQuery());
    }

    /** Reading goes on, as with SQLite. */
    @Override
    public void lock() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        holding = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE message IN EXCLUSIVE MODE");
        }
    }

    @Override
    public void unlock() throws SQLException {
        Connection held = holding;
        holding = null;
        if (held != null) {
            held.rollback();
            held.close();
        }
    }

    @Override
    public void fill() {
        throw new UnsupportedOperationException("a server's disk can't be filled here");
    }

    @Override
    public void makeRoom() {
        throw new UnsupportedOperationException("a server's disk can't be filled here");
    }

    @Override
    public void leave(boolean silently) throws IOException {
        if (silently) {
            gate.hold();
        } else {
            gate.shut();
        }
    }

    @Override
    public void comeBack() throws IOException {
        gate.open();
    }

    @Override
    public void calm() throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (connections() > 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private int connections() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name = 'pitboard'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The database goes too: there are many rounds. */
    @Override
    public void close() throws SQLException {
        unlock();
        gate.close();
        String name = address().getPath().substring(1);
        try (Connection connection = DriverManager.getConnection(url.replace("/" + name, "/postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }
}
