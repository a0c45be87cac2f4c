package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryRecord;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.LedgerFilter;
import dev.pitboard.delivery.Settle;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.store.Backup;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.DataFolder;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlLedger;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database copied while the bot runs, and put back after it was lost. */
final class BackupTest {
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "100");

    /** Race 1 at Barcelona, on the shipped timetable, with the default lead times of an hour and ten minutes. */
    private static final Instant START = Instant.parse("2023-09-30T14:50:00Z");

    private static final Instant AN_HOUR_BEFORE = START.minus(Duration.ofHours(1));
    private static final Instant BACKED_UP = START.minus(Duration.ofHours(3));
    private static final Instant NOW = START.minus(Duration.ofMinutes(30));

    @TempDir
    private Path folder = Path.of("");

    private Shell shell() {
        return new Shell(folder.resolve("data")).at(NOW);
    }

    private Path database() {
        return folder.resolve("data/pitboard.db");
    }

    private Database bot() throws CannotOpen, IOException {
        Files.createDirectories(folder.resolve("data"));
        return open(database());
    }

    private static Database open(Path file) throws CannotOpen {
        return Database.open(Database.sqliteUrl(file), null, null);
    }

    private static void subscribe(Database database, ChatRef chat, Instant since) {
        new SqlSubscriptions(database).turnOn(chat, "space", "gt4-european", Settings.defaults(), since);
    }

    private static Reminder anHourBefore() {
        Start start = Start.of(new SessionId("gt4-european", 2023, "barcelona", "race-1"));
        return new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(60), START, START);
    }

    private static List<Claim> claim(Ledger ledger) {
        return ledger.claim(Platform.DISCORD, NOW, NOW, Duration.ofMinutes(1), 10);
    }

    private static List<DeliveryState> ofRace1(Database database) {
        return new SqlLedger(database)
                .find(LedgerFilter.of(FANS).onlyAbout("gt4-european/2023/barcelona/race-1"), 10).stream()
                        .map(DeliveryRecord::state)
                        .toList();
    }

    /** The bot with one subscriber was backed up, then sent the reminder, and then its database was lost. */
    private Path backedUpBeforeTheReminder() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (Database bot = bot()) {
            subscribe(bot, FANS, BACKED_UP.minus(Duration.ofMinutes(1)));
            assertEquals(0, shell().at(BACKED_UP).run("backup", backup.toString()));
            Ledger ledger = new SqlLedger(bot);
            ledger.expand(anHourBefore(), AN_HOUR_BEFORE);
            Settle.sent(ledger, claim(ledger).getFirst(), "777", null, AN_HOUR_BEFORE);
        }
        return backup;
    }

    @Test
    void aBackupIsMadeWhileTheBotWrites() throws Exception {
        try (Database bot = bot();
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            subscribe(bot, FANS, BACKED_UP);
            new SqlLedger(bot).expand(anHourBefore(), AN_HOUR_BEFORE);
            AtomicBoolean going = new AtomicBoolean(true);
            Future<Integer> written = writer.submit(() -> {
                int chats = 0;
                while (going.get()) {
                    subscribe(bot, ChatRef.of(Platform.TELEGRAM, "-" + ++chats), BACKED_UP);
                }
                return chats;
            });
            for (int i = 0; i < 3; i++) {
                Shell shell = shell();
                assertEquals(0, shell.run("backup", folder.resolve(i + ".db").toString()), shell.err());
                assertTrue(shell.out().contains(i + ".db: "), shell.out());
                assertTrue(shell.out().contains(" 1 reminders in the ledger"), shell.out());
            }
            going.set(false);
            assertTrue(written.get() > 0);
        }
        try (Database copy = open(folder.resolve("2.db"))) {
            assertEquals(List.of(DeliveryState.PENDING), ofRace1(copy));
        }
    }

    @Test
    void inAFolderItIsNamedByTheTime() throws Exception {
        try (Database bot = bot()) {
            subscribe(bot, FANS, BACKED_UP);
            assertEquals(0, shell().run("backup", folder.toString()));
        }
        Backup made = Backup.of(folder.resolve("pitboard-20230930-142000.db"));
        assertEquals(Files.size(made.file()), made.bytes());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "the data folder and the backup, and nothing unfinished");
        }
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        bot().close();
        Path precious = Files.writeString(folder.resolve("precious.db"), "precious");
        Shell shell = shell();
        assertEquals(64, shell.run("backup", precious.toString()));
        assertTrue(shell.err().contains("exists already and is left as it is"), shell.err());
        assertEquals("precious", Files.readString(precious));
    }

    @Test
    void withoutADatabaseOrAPlaceItSaysSo() throws Exception {
        Shell none = shell();
        assertEquals(78, none.run("backup", folder.resolve("copy.db").toString()));
        assertTrue(none.err().contains("There is no database at "), none.err());
        bot().close();
        Shell nowhere = shell();
        assertEquals(78, nowhere.run("backup", folder.resolve("no/such/copy.db").toString()));
        assertTrue(nowhere.err().contains("can't be copied to"), nowhere.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore"})
    void postgresqlHasItsOwnTools(String command) {
        Shell shell = shell().with("PITBOARD_DATABASE_URL", "jdbc:postgresql://db:5432/pit?password=inUrl77")
                .with("PITBOARD_DATABASE_USER", "pit bot")
                .with("PITBOARD_DATABASE_PASSWORD", "hunter2");
        assertEquals(78, shell.run(command, "copy.dump"));
        assertEquals(
                command.equals("backup")
                        ? "pitboard: pg_dump --format=custom --no-owner --file=copy.dump --username='pit bot'"
                                + " --dbname=postgresql://db:5432/pit"
                        : "pitboard: pg_restore --clean --if-exists --no-owner --single-transaction"
                                + " --username='pit bot' --dbname=postgresql://db:5432/pit copy.dump",
                shell.err().lines().toList().getLast());
        assertFalse((shell.out() + shell.err()).matches("(?s).*(inUrl77|hunter2).*"), shell.err());
    }

    @Test
    void aRestoredDatabaseIsThatOfTheBackupAndTheFormerIsKept() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (Database bot = bot()) {
            subscribe(bot, FANS, BACKED_UP);
            assertEquals(0, shell().run("backup", backup.toString()));
            new SqlSubscriptions(bot).forget(FANS);
        }
        Shell shell = shell().at(BACKED_UP.plusSeconds(60));
        assertEquals(0, shell.run("restore", backup.toString()), shell.err());
        Path kept = folder.resolve("data/pitboard.db.before-20230930-115100");
        assertTrue(shell.out().contains("kept as " + kept), shell.out());
        try (Database restored = open(database());
                Database former = open(kept)) {
            assertEquals(1, new SqlSubscriptions(restored).countActive());
            assertEquals(0, new SqlSubscriptions(former).countActive());
        }
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertEquals(
                    List.of("pitboard.db", "pitboard.db.before-20230930-115100", "pitboard.lock"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void itMayBeRestoredWhereThereIsNoDatabaseYet() throws Exception {
        Path backup = backedUpBeforeTheReminder();
        Shell shell = new Shell(folder.resolve("elsewhere")).at(BACKED_UP);
        assertEquals(0, shell.run("restore", backup.toString()), shell.err());
        assertEquals("Restored from " + backup + ".\n", shell.out());
        try (Database restored = open(folder.resolve("elsewhere/pitboard.db"))) {
            assertEquals(1, new SqlSubscriptions(restored).countActive());
        }
    }

    @Test
    void anOlderBackupIsBroughtUpToDate() throws Exception {
        Path old = folder.resolve("old.db");
        Flyway.configure()
                .dataSource(Database.sqliteUrl(old), null, null)
                .table("flyway_schema_history")
                .locations("classpath:db/sqlite")
                .target("1")
                .load()
                .migrate();
        assertEquals(1, Backup.of(old).version());
        Shell shell = shell();
        assertEquals(0, shell.run("restore", old.toString()), shell.err());
        assertTrue(Backup.of(database()).version() > 1);
        assertEquals(1, Backup.of(old).version(), "the backup stays as it is");
    }

    @Test
    void whatMayHaveBeenSentSinceIsAskedAboutAndNothingIsChangedBefore() throws Exception {
        Path backup = backedUpBeforeTheReminder();
        Shell shell = shell();
        assertEquals(2, shell.run("restore", backup.toString()));
        assertEquals("Due, still of use, and not known to be sent: 1 reminders to 1 chats on Discord.\n", shell.out());
        try (Database bot = open(database())) {
            assertEquals(List.of(DeliveryState.SENT), ofRace1(bot));
        }
        Shell person = shell().typing("what?");
        assertEquals(2, person.run("restore", backup.toString()));
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertEquals(2, files.count(), "the database and the lock");
        }
    }

    @Test
    void leftInDoubtItIsNotSentAgainButWhatIsToComeIs() throws Exception {
        Path backup = backedUpBeforeTheReminder();
        Shell shell = shell();
        assertEquals(0, shell.run("restore", "--open", "leave", backup.toString()), shell.err());
        assertTrue(shell.out().contains("marked as in doubt"), shell.out());
        try (Database restored = open(database())) {
            assertEquals(List.of(DeliveryState.IN_DOUBT), ofRace1(restored));
            Ledger ledger = new SqlLedger(restored);
            assertEquals(0, ledger.expand(anHourBefore(), NOW), "planned again at the start of the bot");
            assertEquals(List.of(), claim(ledger));
            Reminder tenMinutesBefore =
                    new Reminder(anHourBefore().start(), SessionKind.RACE, LeadTime.ofMinutes(10), START, START);
            assertEquals(1, ledger.expand(tenMinutesBefore, START.minus(Duration.ofMinutes(10))));
        }
    }

    @Test
    void orItIsSent() throws Exception {
        Path backup = backedUpBeforeTheReminder();
        Shell shell = shell().typing("Send");
        assertEquals(0, shell.run("restore", backup.toString()), shell.err());
        try (Database restored = open(database())) {
            assertEquals(1, claim(new SqlLedger(restored)).size());
        }
    }

    @Test
    void whatIsPastItsUseIsInDoubtNotExpired() throws Exception {
        Path backup = backedUpBeforeTheReminder();
        Shell shell = shell().at(START.plus(Duration.ofHours(1)));
        assertEquals(0, shell.run("restore", backup.toString()), shell.err());
        try (Database restored = open(database())) {
            assertEquals(List.of(DeliveryState.IN_DOUBT, DeliveryState.IN_DOUBT), ofRace1(restored));
        }
    }

    @Test
    void whileABotRunsNothingIsRestored() throws Exception {
        Path backup = backedUpBeforeTheReminder();
        try (DataFolder running = DataFolder.take(folder.resolve("data"), Instant.EPOCH)) {
            Shell shell = shell();
            assertEquals(78, shell.run("restore", backup.toString()));
            assertTrue(shell.err().contains("in use by another Pitboard"), shell.err());
            assertTrue(running.sqliteUrl("x").endsWith("x"));
        }
    }

    @Test
    void whatIsNoBackupIsUnreadable() throws Exception {
        bot().close();
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear mechanics, ".repeat(100));
        Path other = folder.resolve("other.db");
        Files.write(other, new byte[0]);
        Path newer = folder.resolve("newer.db");
        assertEquals(0, shell().run("backup", newer.toString()));
        try (Connection connection = DriverManager.getConnection(Database.sqliteUrl(newer));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET version = '99'");
        }
        Path damaged = folder.resolve("damaged.db");
        assertEquals(0, shell().run("backup", damaged.toString()));
        byte[] bytes = Files.readAllBytes(damaged);
        Arrays.fill(bytes, bytes.length / 2, bytes.length - 100, (byte) 7);
        Files.write(damaged, bytes);
        for (Path file : List.of(letter, other, newer, damaged, folder, folder.resolve("nosuch"))) {
            Shell shell = shell();
            assertEquals(65, shell.run("restore", file.toString()), shell.err());
            assertTrue(shell.err().contains(file.getFileName().toString()), shell.err());
        }
    }
}
