package dev.pitboard.store;

import dev.pitboard.chat.Platform;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A backup on its way to become the database: a copy of it, checked and brought to this version's tables, in which what can't
 * be known is said before it takes the place of the present database.
 */
public final class Restored implements AutoCloseable {
    /** A SQLite database and what may stand beside it, in the order in which they are moved. */
    private static final List<String> FILES = List.of("", "-wal", "-shm");

    private static final String REASON =
            "The database was restored from a backup: what was sent after it was made isn't known.";

    private final Path place;
    private final Path copy;
    private final Database database;
    private final long lastRow;
    private boolean placed;

    private Restored(Path place, Path copy, Database database) {
        this.place = place;
        this.copy = copy;
        this.database = database;
        this.lastRow = database.read(handle -> number(handle, "SELECT coalesce(max(id), 0) FROM delivery"));
    }

    /**
     * What is due and not known to be sent.
     *
     * @param reminders how many are still of use
     * @param chats in how many chats
     */
    public record Open(long reminders, long chats) {}

    /**
     * Takes up a backup. The database itself is not touched before {@link #takePlace}.
     *
     * @param url the database's address, {@code jdbc:sqlite:...}
     */
    public static Restored of(Backup backup, String url) throws CannotOpen {
        Path place = Path.of(Address.of(url, null, null).shown());
        Path copy = place.resolveSibling(place.getFileName() + ".restoring");
        try {
            delete(copy);
            Backup.copy(Address.of(Database.sqliteUrl(backup.file()), null, null), copy);
            return new Restored(place, copy, Database.open(Database.sqliteUrl(copy), null, null));
        } catch (IOException e) {
            throw CannotOpen.setUp("What is left of an earlier attempt can't be deleted: remove " + copy + ".", e);
        }
    }

    /** The copy, open. What ought to be in it by now is to be written before asking what is {@link #open}. */
    public Database database() {
        return database;
    }

    /** What is due by {@code now}, not known to be sent, and still of use, for each platform. */
    public Map<Platform, Open> open(Instant now) {
        Map<Platform, Open> open = new EnumMap<>(Platform.class);
        database.read(handle -> handle.createQuery("""
                                SELECT platform, count(*) AS reminders, count(DISTINCT chat_id) AS chats FROM delivery
                                WHERE state IN ('pending', 'sending') AND due_at <= :now AND expires_at > :now
                                GROUP BY platform""")
                        .bind("now", now.toEpochMilli())
                        .map((rs, _) -> Map.entry(
                                Platform.valueOf(rs.getString("platform").toUpperCase(Locale.ROOT)),
                                new Open(rs.getLong("reminders"), rs.getLong("chats"))))
                        .list())
                .forEach(e -> open.put(e.getKey(), e.getValue()));
        return open;
    }

    /**
     * Marks as in doubt what was due by {@code now} and may have been sent after the backup was made.
     *
     * @param alsoUseful also what is still of use; else that will be sent
     * @return how many rows
     */
    public int doubt(Instant now, boolean alsoUseful) {
        return database.write(handle -> {
            int rows = handle.createUpdate("""
                            UPDATE delivery SET state = 'in_doubt', reason = :reason, settled_at = :now
                            WHERE due_at <= :now AND (state IN ('pending', 'sending') AND (:all = 1 OR expires_at <= :now)
                                OR state = 'expired' AND id > :lastRow)""")
                    .bind("reason", REASON)
                    .bind("now", now.toEpochMilli())
                    .bind("all", alsoUseful ? 1 : 0)
                    .bind("lastRow", lastRow)
                    .execute();
            handle.createUpdate("""
                            UPDATE message SET state = 'ended', again_at = NULL, reason = :reason
                            WHERE again_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM delivery d
                                WHERE d.message_id = message.id AND d.state = 'sending')""").bind("reason", REASON).execute();
            return rows;
        });
    }

    /**
     * Puts the copy in the database's place. No bot may run.
     *
     * @param aside what to append to the name of the present database, which is kept
     * @return where the present database is now, or empty when there was none
     */
    public Optional<Path> takePlace(String aside) throws CannotOpen {
        database.close();
        Path kept = place.resolveSibling(place.getFileName() + aside);
        try {
            boolean before = Files.exists(place);
            if (Files.exists(beside(copy, "-wal"))) {
                throw new IOException(beside(copy, "-wal") + " should be gone");
            }
            if (Files.exists(kept)) {
                throw new FileAlreadyExistsException(kept.toString());
            }
            placed = true;
            for (String end : FILES) {
                if (Files.exists(beside(place, end))) {
                    Files.move(beside(place, end), beside(kept, end));
                }
            }
            Files.move(copy, place);
            Backup.force(place);
            return before ? Optional.of(kept) : Optional.empty();
        } catch (FileAlreadyExistsException e) {
            throw CannotOpen.setUp(e.getFile() + " is in the way: move it elsewhere and try again.", e);
        } catch (IOException e) {
            throw CannotOpen.setUp(
                    "The database could not be exchanged (" + e.getMessage() + "): the restored one is " + copy
                            + ", the one from before " + kept + " or still " + place + ".",
                    e);
        }
    }

    /** Closes the copy, and deletes it unless it has taken its place. */
    @Override
    public void close() throws IOException {
        database.close();
        if (!placed) {
            delete(copy);
        }
    }

    private static void delete(Path copy) throws IOException {
        for (String end : FILES) {
            Files.deleteIfExists(beside(copy, end));
        }
    }

    private static Path beside(Path file, String end) {
        return file.resolveSibling(file.getFileName() + end);
    }

    private static long number(Handle handle, String sql) {
        return handle.select(sql).mapTo(Long.class).one();
    }
}
