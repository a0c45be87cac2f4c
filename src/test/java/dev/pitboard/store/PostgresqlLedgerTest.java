package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.Unavailable;
import dev.pitboard.health.Condition;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresqlLedgerTest extends SqlLedgerContract {
    private static final String URL = EmbeddedServer.freshDatabase();

    @RegisterExtension
    private final OpenDatabase databases = new OpenDatabase();

    @Override
    Database opened(boolean empty) {
        return empty ? databases.emptied(URL) : databases.open(URL);
    }

    @Test
    void aServerThatDropsAllConnectionsSaysSoAndWorksAgain() throws SQLException {
        on(FANS, "1h");
        assertEquals(1, ledger().expand(race(60, TWO), at("13:00")));
        try (Connection other = DriverManager.getConnection(URL);
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
        Unavailable away = assertThrows(Unavailable.class, () -> claim(at("13:00")));
        assertTrue(away.sentence().contains("can't be reached"), away.sentence());

        assertEquals(1, claim(at("13:00")).size(), "with a new connection");
        assertEquals(Condition.up(), databases.current().check());
    }
}
