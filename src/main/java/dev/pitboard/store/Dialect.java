package dev.pitboard.store;

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

    /** Ends a SELECT that passes over rows whose chat somebody else works on. */
    String lockChats(String alias) {
        return lockChats.formatted(alias);
    }

    /** Ends a SELECT that passes over rows somebody else is changing. */
    String lockRows(String alias) {
        return lockRows.formatted(alias);
    }
}
