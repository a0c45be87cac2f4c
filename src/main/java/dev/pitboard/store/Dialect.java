package dev.pitboard.store;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Where the two databases want different words. */
enum Dialect {
    /** One writer at a time, so nothing needs locking. */
    SQLITE("db/sqlite", "", "", ""),
    /** Several processes may claim at once: each locks the chats it works on and passes over those of the others. */
    POSTGRESQL(
            "db/postgresql",
            " FOR NO KEY UPDATE",
            " FOR NO KEY UPDATE OF %s SKIP LOCKED",
            " FOR UPDATE OF %s SKIP LOCKED");

    /** The key of the lock on who is subscribed. */
    private static final int SUBSCRIPTIONS = 1;

    private final String migrations;
    private final String lock;
    private final String lockChats;
    private final String lockRows;

    Dialect(String migrations, String lock, String lockChats, String lockRows) {
        this.migrations = migrations;
        this.lock = lock;
        this.lockChats = lockChats;
        this.lockRows = lockRows;
    }

    String migrations() {
        return migrations;
    }

    /**
     * What each connection begins with. Every statement has an index to go by; PostgreSQL must take it also right after a
     * burst, when its statistics still say that the table is empty and a scan for each row would look cheap.
     */
    String init() {
        return this == POSTGRESQL ? "SET enable_seqscan = off; SET jit = off" : "SELECT 1";
    }

    /** Ends a SELECT whose rows are waited for and kept until the end of the transaction. */
    String lock() {
        return lock;
    }

    /** Until the end of the transaction nobody deletes subscriptions or gives them to another chat. */
    void keepSubscriptions(Handle handle) {
        if (this == POSTGRESQL) {
            handle.execute("SELECT pg_advisory_xact_lock_shared(" + SUBSCRIPTIONS + ")");
        }
    }

    /** Until the end of the transaction nobody writes rows for subscriptions; waits for who does. */
    void changeSubscriptions(Handle handle) {
        if (this == POSTGRESQL) {
            handle.execute("SELECT pg_advisory_xact_lock(" + SUBSCRIPTIONS + ")");
        }
    }

    /**
     * SQL: whether the column is among {@code :keys}, which is bound to {@link #keys}. However many there are, the statement
     * stays the same and need not be understood anew.
     *
     * @param type PostgreSQL's type of the column
     */
    String among(String column, String type) {
        return switch (this) {
            case SQLITE -> column + " IN (SELECT value FROM json_each(:keys))";
            case POSTGRESQL -> column + " = ANY (CAST(:keys AS " + type + "[]))";
        };
    }

    /** Numbers or ids of ours as {@link #among} takes them. */
    String keys(Collection<?> keys) {
        return switch (this) {
            case SQLITE ->
                keys.stream()
                        .map(k -> k instanceof String id ? '"' + id + '"' : "" + k)
                        .collect(Collectors.joining(",", "[", "]"));
            case POSTGRESQL -> keys.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        };
    }

    /** Ends a SELECT that passes over rows whose chat somebody else works on. */
    String lockChats(String alias) {
        return lockChats.formatted(alias);
    }

    /** Ends a SELECT that passes over rows somebody else is changing. */
    String lockRows(String alias) {
        return lockRows.formatted(alias);
    }
}
