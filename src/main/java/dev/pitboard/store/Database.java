package dev.pitboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.pitboard.command.Unavailable;
import dev.pitboard.health.Condition;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The one database: a SQLite file or PostgreSQL, migrated when it is opened, shared by all threads until it is closed. */
public final class Database implements AutoCloseable {
    /** The version of the newest migration. */
    static final int SCHEMA = 3;

    private static final int ATTEMPTS = 5;

    /** How long a write waits for those before it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One for all, because it remembers the statements that it has parsed. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Address address;
    private final ReentrantLock turns = new ReentrantLock(true);
    private volatile @Nullable String trouble;

    private Database(HikariDataSource pool, Address address) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        this.address = address;
    }

    /** The address of a SQLite file. */
    public static String sqliteUrl(Path file) {
        return Address.SQLITE + file.toAbsolutePath().normalize();
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @param url {@code jdbc:sqlite:...} or {@code jdbc:postgresql:...}
     * @param user PostgreSQL's user, or null if the address names it
     * @param password its password, or null
     * @throws CannotOpen saying what is wrong
     */
    public static Database open(String url, @Nullable String user, @Nullable String password) throws CannotOpen {
        Address address = Address.of(url, user, password);
        Schema.refuseOther(address, Schema.versionAt(address.forWriting(), address));
        return pooled(address, address.forWriting(), true, true);
    }

    /**
     * Opens the database for changes beside a bot that may run: migrates nothing.
     *
     * @throws CannotOpen also when there is no database yet or its schema is not this version's
     */
    public static Database openToChange(String url, @Nullable String user, @Nullable String password)
            throws CannotOpen {
        Address address = present(url, user, password);
        return pooled(address, address.forWriting(), true, false);
    }

    /**
     * Opens the database for reading only: takes no lock and migrates nothing.
     *
     * @throws CannotOpen also when there is no database yet or its schema is not this version's
     */
    public static Database openToRead(String url, @Nullable String user, @Nullable String password) throws CannotOpen {
        Address address = present(url, user, password);
        return pooled(address, address.forReading(), false, false);
    }

    private static Address present(String url, @Nullable String user, @Nullable String password) throws CannotOpen {
        Address address = Address.of(url, user, password);
        address.requireFile();
        int version = Schema.versionAt(address.forReading(), address);
        Schema.refuseOther(address, version);
        Schema.refuseOlder(address, version);
        return address;
    }

    private static Database pooled(Address address, Properties properties, boolean write, boolean migrate)
            throws CannotOpen {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(address.dialect() == Dialect.SQLITE ? 4 : 10);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setReadOnly(!write);
        config.setConnectionInitSql(address.dialect().init());
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw address.cannotOpen(e);
        }
        try {
            if (migrate) {
                Schema.migrate(pool, address);
            }
            return new Database(pool, address);
        } catch (CannotOpen | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    Dialect dialect() {
        return address.dialect();
    }

    /** Runs something that only reads. */
    <T> T read(HandleCallback<T, SQLException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (SQLException | JdbiException e) {
            throw meaning(e);
        }
    }

    /** Runs a transaction: all of it or nothing. It may run several times, so it does nothing but talk to the database. */
    <T> T write(HandleCallback<T, SQLException> work) {
        if (address.dialect() == Dialect.POSTGRESQL) {
            return tryToWrite(work);
        }
        takeTurn();
        try {
            return tryToWrite(work);
        } finally {
            turns.unlock();
        }
    }

    /** SQLite lets one write at a time and wakes who waits in no order: so that everybody's turn comes, we queue. */
    private void takeTurn() {
        try {
            if (!turns.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("The database is busy.", new TimeoutException("waited for " + PATIENCE));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The database was not asked any more.", stopped);
        }
    }

    private <T> T tryToWrite(HandleCallback<T, SQLException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                T done = jdbi.inTransaction(work);
                trouble = null;
                return done;
            } catch (SQLException | JdbiException e) {
                SQLException sql = Trouble.in(e);
                if (sql == null || !Trouble.isPassing(sql) || attempt == ATTEMPTS) {
                    throw meaning(e);
                }
            }
        }
    }

    private RuntimeException meaning(Exception e) {
        SQLException sql = Trouble.in(e);
        if (sql != null) {
            String sentence = Trouble.sentence(sql, address.shown()).orElse(null);
            if (sentence != null) {
                trouble = sentence;
                dropIdleConnections();
                return new Unavailable(sentence, e);
            }
        }
        return e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    }

    /** When one connection broke the others are likely broken too: the next attempt begins with a new one. */
    private void dropIdleConnections() {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (address.dialect() == Dialect.POSTGRESQL && connections != null) {
            connections.softEvictConnections();
        }
    }

    /** Whether it answers now and the last write succeeded. Takes at most about five seconds. */
    public Condition check() {
        try {
            read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
        } catch (Unavailable e) {
            return Condition.down(String.valueOf(e.getMessage()));
        }
        String last = trouble;
        return last == null ? Condition.up() : Condition.down(last);
    }

    /** The same, and whether it may be written now. Changes nothing. */
    public Condition checkToWrite() {
        Condition reading = check();
        if (reading.state() != Condition.State.UP) {
            return reading;
        }
        try {
            jdbi.useTransaction(handle -> handle.execute("DELETE FROM message WHERE id = ''"));
            return reading;
        } catch (JdbiException e) {
            SQLException sql = Trouble.in(e);
            String why =
                    sql == null ? null : Trouble.sentence(sql, address.shown()).orElse(null);
            return Condition.down(why == null ? "The database " + address + " can't be written." : why);
        }
    }

    /** For people and logs: where it is, without user or password. */
    @Override
    public String toString() {
        return address.shown();
    }

    /** Closes all connections. */
    @Override
    public void close() {
        pool.close();
    }
}
