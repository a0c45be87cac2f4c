package dev.pitboard.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a PostgreSQL database is backed up and restored: with PostgreSQL's own tools, called like this. Shows no password. */
public final class PgDump {
    private PgDump() {}

    /** The command that writes a backup to {@code file}, or empty when the address is not PostgreSQL's. */
    public static Optional<String> toBackUp(String url, @Nullable String user, Path file) {
        return target(url, user)
                .map(target -> "pg_dump --format=custom --no-owner --file=" + quoted(file.toString()) + target);
    }

    /** The command that brings that backup back while no bot runs, or empty when the address is not PostgreSQL's. */
    public static Optional<String> toRestore(String url, @Nullable String user, Path file) {
        return target(url, user)
                .map(target -> "pg_restore --clean --if-exists --no-owner --single-transaction" + target + " "
                        + quoted(file.toString()));
    }

    private static Optional<String> target(String url, @Nullable String user) {
        if (!url.startsWith(Address.POSTGRESQL)) {
            return Optional.empty();
        }
        String shown = Address.withoutSecrets(url);
        String place = shown.substring(Address.POSTGRESQL.length());
        String name = user == null ? "" : " --username=" + quoted(user);
        // The tools know the same addresses, without the first word; a name alone is a database on this machine.
        return Optional.of(name + " --dbname=" + quoted(place.startsWith("//") ? "postgresql:" + place : place));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
