package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Unavailable;
import dev.pitboard.health.Condition;
import dev.pitboard.subscription.Settings;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    private static final ChatRef CHAT = ChatRef.of(Platform.DISCORD, "1");

    @TempDir
    private Path folder = Path.of("");

    @RegisterExtension
    private final OpenDatabase database = new OpenDatabase();

    private static CannotOpen refused(String url, @Nullable String user, @Nullable String password) {
        CannotOpen e = assertThrows(
                CannotOpen.class, () -> Database.open(url, user, password).close());
        assertFalse(String.valueOf(e.getMessage()).contains("s3cret"), e.getMessage());
        return e;
    }

    private static void says(String part, Exception e) {
        assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
    }

    private static int number(Database database, String sql) {
        return database.<Integer>read(h -> h.select(sql).mapTo(Integer.class).one());
    }

    @Test
    void sqliteSyncsFullyAndWritesAhead() {
        Database open = database.sqlite(folder, "");
        assertEquals(Condition.up(), open.check());
        assertEquals(
                "wal",
                open.read(
                        h -> h.select("PRAGMA journal_mode").mapTo(String.class).one()));
        assertEquals(2, number(open, "PRAGMA synchronous"));
        assertEquals(1, number(open, "PRAGMA foreign_keys"));
    }

    @Test
    void theSchemaVersionIsThatOfTheNewestMigration() {
        Database open = database.sqlite(folder, "");
        assertEquals(Database.SCHEMA, number(open, "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"));
    }

    @Test
    void aNewerSchemaIsRefused() {
        database.sqlite(folder, "").write(h -> h.execute("UPDATE flyway_schema_history SET version = '99'"));
        String url = Database.sqliteUrl(folder.resolve("test.db"));
        says("written by a newer Pitboard", refused(url, null, null));
        says(
                "written by a newer",
                assertThrows(
                        CannotOpen.class,
                        () -> Database.openToRead(url, null, null).close()));
    }

    @Test
    void readingNeedsADatabaseAndWritesNothing() throws Exception {
        String url = Database.sqliteUrl(folder.resolve("test.db"));
        says(
                "no database at",
                assertThrows(
                        CannotOpen.class,
                        () -> Database.openToRead(url, null, null).close()));
        assertFalse(Files.exists(folder.resolve("test.db")));
        SqlSubscriptions writer = new SqlSubscriptions(database.sqlite(folder, ""));
        writer.turnOn(CHAT, "space", "gt4", Settings.defaults(), Instant.EPOCH);
        try (Database reading = Database.openToRead(url, null, null)) {
            SqlSubscriptions reader = new SqlSubscriptions(reading);
            assertEquals(1, reader.countActive());
            says("can't be written", assertThrows(Unavailable.class, () -> reader.forget(CHAT)));
        }
        Files.writeString(folder.resolve("old.db"), "");
        String old = Database.sqliteUrl(folder.resolve("old.db"));
        says(
                "no tables of this version",
                assertThrows(
                        CannotOpen.class,
                        () -> Database.openToRead(old, null, null).close()));
    }

    @Test
    void whatIsNoDatabaseIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a database, ".repeat(100));
        says("is not a database", refused(Database.sqliteUrl(file), null, null));
        says("can't be opened", refused(Database.sqliteUrl(folder.resolve("nowhere/test.db")), null, null));
        says("PITBOARD_DATABASE_URL must begin", refused("jdbc:mysql://root:s3cret@localhost/x", null, null));
        says("PITBOARD_DATABASE_URL must begin", refused("jdbc:sqlite::memory:", null, null));
        says("can't be understood", refused("jdbc:postgresql://localhost:99999999/x?password=s3cret", null, null));
    }

    @Test
    void aServerThatIsNotThereOrRefusesIsNamedWithoutSecrets() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        String nowhere = "jdbc:postgresql://localhost:" + nobody + "/bot?user=me&password=s3cret";
        CannotOpen unreachable = refused(nowhere, null, null);
        says("postgresql://localhost:" + nobody + "/bot can't be reached", unreachable);
        assertTrue(unreachable.isUnreachable());
        String there = EmbeddedServer.freshDatabase();
        int query = there.indexOf('?');
        String missing = (query < 0 ? there : there.substring(0, query)).replaceAll("test\\d+$", "missing");
        CannotOpen absent = refused(missing, "postgres", "s3cret");
        says("does not exist on the server", absent);
        assertFalse(absent.isUnreachable());
    }

    @Test
    void aWrongPasswordIsASettingToCorrect() {
        SQLException wrong = new SQLException("password authentication failed", "28P01");
        assertEquals(
                Optional.of("The database d refuses the user or the password: check PITBOARD_DATABASE_USER and"
                        + " PITBOARD_DATABASE_PASSWORD."),
                Trouble.sentence(wrong, "d"));
        assertFalse(Trouble.mayPass(wrong));
        assertEquals(Optional.empty(), Trouble.sentence(new SQLException("syntax", "42601"), "d"), "our bug");
    }

    @Test
    void aClosedDatabaseIsDown() {
        Database open = database.sqlite(folder, "");
        open.close();
        assertEquals(Condition.State.DOWN, open.check().state());
    }
}
