package dev.pitboard.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables' version: looked at before anything else, then brought up to date. */
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final String HISTORY = "flyway_schema_history";

    private Schema() {}

    /** The version of the tables, 0 when there are none. Also the first contact with the database. */
    static int versionAt(Properties properties, Address address) throws CannotOpen {
        try (Connection connection = DriverManager.getConnection(address.url(), properties);
                Statement statement = connection.createStatement()) {
            String table = address.dialect() == Dialect.SQLITE
                    ? "SELECT count(*) FROM sqlite_master WHERE name = '" + HISTORY + "'"
                    : "SELECT count(to_regclass('" + HISTORY + "'))";
            if (number(statement, table) == 0) {
                return 0;
            }
            return number(
                    statement,
                    "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM " + HISTORY + " WHERE version IS NOT NULL");
        } catch (SQLException e) {
            throw address.cannotOpen(e);
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static void refuseOther(Address address, int version) throws CannotOpen {
        if (version > Database.SCHEMA) {
            throw CannotOpen.setUp(
                    "The database " + address + " was written by a newer Pitboard (its tables have version " + version
                            + ", this program knows " + Database.SCHEMA
                            + "): install that version or restore a backup.",
                    null);
        }
    }

    static void refuseOlder(Address address, int version) throws CannotOpen {
        if (version < Database.SCHEMA) {
            throw CannotOpen.setUp(
                    "The database " + address
                            + " has no tables of this version yet: start the bot once, which makes them.",
                    null);
        }
    }

    static void migrate(DataSource pool, Address address) throws CannotOpen {
        try {
            MigrateResult result = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(pool)
                    .table(HISTORY)
                    .locations("classpath:" + address.dialect().migrations())
                    .load()
                    .migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info("The tables of {} have version {} now.", address, result.targetSchemaVersion);
            }
        } catch (FlywayException e) {
            throw address.cannotOpen(e);
        }
    }
}
