package dev.pitboard;

import dev.pitboard.config.Configuration;
import dev.pitboard.config.Secret;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import org.jspecify.annotations.Nullable;

/** The database that is set, opened for one use or another. */
final class Opening {
    private Opening() {}

    /** Its address: the one that is set, or that of the SQLite file in the data folder. */
    static String url(Configuration configuration) {
        String url = configuration.databaseUrl();
        return url == null ? Database.sqliteUrl(configuration.data().resolve(Server.DATABASE)) : url;
    }

    /** For the bot itself: brings the tables up to date. */
    static Database toServe(Configuration configuration) throws CannotOpen {
        return Database.open(url(configuration), configuration.databaseUser(), password(configuration));
    }

    /** For reading only. */
    static Database toRead(Configuration configuration) throws CannotOpen {
        return Database.openToRead(url(configuration), configuration.databaseUser(), password(configuration));
    }

    /** For changes beside a bot that may run: migrates nothing. */
    static Database toChange(Configuration configuration) throws CannotOpen {
        return Database.openToChange(url(configuration), configuration.databaseUser(), password(configuration));
    }

    private static @Nullable String password(Configuration configuration) {
        Secret password = configuration.databasePassword();
        return password == null ? null : password.get();
    }

    /** Says why it can't be used. @return the exit code for that */
    static int failed(Program program, CannotOpen cannot) {
        return program.fail(
                cannot.isUnreachable() ? ExitCode.UNAVAILABLE : ExitCode.CONFIGURATION,
                String.valueOf(cannot.getMessage()));
    }
}
