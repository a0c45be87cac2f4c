package dev.pitboard.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a database is and how to get in. Its text holds neither user nor password. */
final class Address {
    private static final Logger LOG = LoggerFactory.getLogger(Address.class);
    static final String SQLITE = "jdbc:sqlite:";

    static final String POSTGRESQL = "jdbc:postgresql:";

    private final String url;
    private final Dialect dialect;
    private final @Nullable String user;
    private final @Nullable String password;

    private Address(String url, Dialect dialect, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.dialect = dialect;
        this.user = user;
        this.password = password;
    }

    static Address of(String url, @Nullable String user, @Nullable String password) throws CannotOpen {
        if (url.startsWith(POSTGRESQL)) {
            if (!isUnderstood(url)) {
                throw CannotOpen.setUp(
                        "PITBOARD_DATABASE_URL can't be understood: write it like"
                                + " jdbc:postgresql://localhost:5432/pitboard.",
                        null);
            }
            return new Address(url, Dialect.POSTGRESQL, user, password);
        }
        if (!url.startsWith(SQLITE) || url.contains(":memory:") || url.length() == SQLITE.length()) {
            throw CannotOpen.setUp(
                    "PITBOARD_DATABASE_URL must begin with jdbc:postgresql: or name a file with jdbc:sqlite:.", null);
        }
        return new Address(url, Dialect.SQLITE, null, null);
    }

    /** Asked through JDBC: the driver's own classes carry annotations that are not on the class path. */
    private static boolean isUnderstood(String url) {
        try {
            return DriverManager.getDriver(url).acceptsURL(url);
        } catch (SQLException e) {
            LOG.debug("No driver takes the database's address.");
            return false;
        }
    }

    String url() {
        return url;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The driver lets properties win over the address, in which it may be said how long to wait for a lock. */
    Properties forWriting() {
        if (dialect == Dialect.POSTGRESQL) {
            return postgresql();
        }
        Properties properties = properties(
                "journal_mode", "WAL", "synchronous", "FULL", "foreign_keys", "true", "transaction_mode", "IMMEDIATE");
        if (!url.contains("busy_timeout=")) {
            properties.setProperty("busy_timeout", "5000");
        }
        return properties;
    }

    Properties forReading() {
        return dialect == Dialect.SQLITE ? properties("open_mode", "1", "busy_timeout", "5000") : postgresql();
    }

    private Properties postgresql() {
        Properties properties = properties(
                "ApplicationName",
                "pitboard",
                "connectTimeout",
                "5",
                "socketTimeout",
                "30",
                "tcpKeepAlive",
                "true",
                "reWriteBatchedInserts",
                "true");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }

    /** A database to read must be there already. */
    void requireFile() throws CannotOpen {
        if (dialect == Dialect.SQLITE && !Files.exists(Path.of(shown()))) {
            throw CannotOpen.setUp(
                    "There is no database at " + shown() + " yet: it is made when the bot runs for the first time.",
                    null);
        }
    }

    /** What went wrong while opening, as one sentence. */
    CannotOpen cannotOpen(Exception e) {
        SQLException sql = Trouble.in(e);
        String sentence = sql == null ? null : Trouble.sentence(sql, shown()).orElse(null);
        if (sql == null || sentence == null) {
            return CannotOpen.setUp("The database " + shown() + " can't be opened: " + e.getMessage(), e);
        }
        return Trouble.mayPass(sql) ? CannotOpen.unreachable(sentence, e) : CannotOpen.setUp(sentence, e);
    }

    /** The file, or server and database. */
    String shown() {
        String place = withoutSecrets(url).substring(dialect == Dialect.SQLITE ? SQLITE.length() : POSTGRESQL.length());
        return dialect == Dialect.SQLITE ? place : "postgresql:" + place;
    }

    /** An address without its options, and a server's also without what stands before an @. */
    static String withoutSecrets(String url) {
        int question = url.indexOf('?');
        String plain = question < 0 ? url : url.substring(0, question);
        int at = plain.startsWith(POSTGRESQL) ? plain.lastIndexOf('@') : -1;
        return at < 0 ? plain : POSTGRESQL + "//" + plain.substring(at + 1);
    }

    @Override
    public String toString() {
        return shown();
    }
}
