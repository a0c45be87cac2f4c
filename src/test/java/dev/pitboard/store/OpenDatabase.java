package dev.pitboard.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One database of a test: opened empty, closed after the test unless it is kept for the next. */
final class OpenDatabase implements AfterEachCallback {
    /** By address. */
    private static final Map<String, Database> KEPT = new ConcurrentHashMap<>();

    private @Nullable Database database;

    Database sqlite(Path folder, String options) {
        return open(Database.sqliteUrl(folder.resolve("test.db")) + options);
    }

    Database open(String url) {
        close();
        Database opened = opened(url);
        database = opened;
        return opened;
    }

    private static Database opened(String url) {
        try {
            return Database.open(url, null, null);
        } catch (CannotOpen e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PostgreSQL database, its tables emptied; it stays open for the next test that asks for it. */
    Database emptied(String url) {
        close();
        Database opened = KEPT.computeIfAbsent(url, OpenDatabase::opened);
        database = opened;
        opened.write(handle -> handle.execute("TRUNCATE chat, subscription, subscription_terms, delivery, announced,"
                + " noticed, message, season, revision, proposal, steward, silence RESTART IDENTITY"));
        return opened;
    }

    Database current() {
        return Objects.requireNonNull(database);
    }

    void close() {
        if (database != null && !KEPT.containsValue(database)) {
            database.close();
        }
        database = null;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}
