package dev.pitboard.store;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One database of a test: opened empty, closed after the test. */
final class OpenDatabase implements AfterEachCallback {
    private @Nullable Database database;

    Database sqlite(Path folder, String options) {
        return open(Database.sqliteUrl(folder.resolve("test.db")) + options);
    }

    Database open(String url) {
        close();
        try {
            Database opened = Database.open(url, null, null);
            database = opened;
            return opened;
        } catch (CannotOpen e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PostgreSQL database, its tables emptied. */
    Database emptied(String url) {
        Database opened = open(url);
        opened.write(handle -> handle.execute("TRUNCATE chat, subscription, subscription_terms, delivery, announced,"
                + " noticed, message, season, revision, proposal, steward, silence RESTART IDENTITY"));
        return opened;
    }

    Database current() {
        return Objects.requireNonNull(database);
    }

    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}
