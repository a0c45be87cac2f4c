package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.delivery.Claim;
import dev.pitboard.delivery.DeliveryState;
import dev.pitboard.delivery.Ledger;
import dev.pitboard.delivery.Settle;
import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reminder.Reminder;
import dev.pitboard.reminder.Start;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.EmbeddedServer;
import dev.pitboard.store.SqlLedger;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.subscription.LeadTime;
import dev.pitboard.subscription.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host sees of the ledger, while the bot has the database open. */
final class LedgerCommandTest {
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "100");
    private static final ChatRef GROUP = ChatRef.of(Platform.TELEGRAM, "-200");
    private static final ChatRef TOPIC = new ChatRef(Platform.TELEGRAM, "-200", "5");
    private static final Instant MACHINE = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant START = Instant.parse("2023-09-30T14:50:00Z");
    private static final Instant DUE = Instant.parse("2023-09-30T13:50:00Z");

    /** The folder of a bot that runs and has a ledger to read; nothing here changes it. */
    @TempDir
    private static Path data = Path.of("");

    private static @Nullable Database bot;
    private static @Nullable Claim sentToFans;

    @TempDir
    private Path empty = Path.of("");

    @BeforeAll
    static void startABot() throws CannotOpen {
        Database running = Database.open(Database.sqliteUrl(data.resolve("pitboard.db")), null, null);
        bot = running;
        sentToFans = fill(running);
    }

    @AfterAll
    static void stopIt() {
        if (bot != null) {
            bot.close();
        }
    }

    private Shell shell() {
        return new Shell(data);
    }

    private static String sentMessage() {
        return Objects.requireNonNull(sentToFans).messageId();
    }

    /** Three chats wanted Race 1: to one it was sent 90 s late, to one it failed, one still waits; Race 2 is to come. */
    private static Claim fill(Database database) {
        SqlSubscriptions subscriptions = new SqlSubscriptions(database);
        Ledger ledger = new SqlLedger(database);
        for (ChatRef chat : List.of(FANS, GROUP, TOPIC)) {
            subscriptions.turnOn(chat, "space", "gt4-european", Settings.defaults(), Instant.EPOCH);
        }
        ledger.expand(race("race-1", START), DUE);
        Claim toFans = claim(ledger, Platform.DISCORD).getFirst();
        Settle.sent(ledger, toFans, "777", null, DUE.plusSeconds(90));
        List<Claim> telegram = claim(ledger, Platform.TELEGRAM);
        telegram.forEach(c -> {
            if (c.chat().equals(GROUP)) {
                Settle.end(
                        ledger,
                        c,
                        DeliveryState.FAILED,
                        "Bad Request:\n\u001b[31mnot enough rights",
                        DUE.plusSeconds(1));
            } else {
                Settle.again(ledger, c, MACHINE.plusSeconds(9), "The platform is busy.");
            }
        });
        ledger.expand(race("race-2", START.plus(Duration.ofDays(1))), DUE);
        return toFans;
    }

    private static List<Claim> claim(Ledger ledger, Platform platform) {
        return ledger.claim(platform, DUE, MACHINE, Duration.ofMinutes(1), 10);
    }

    private static Reminder race(String session, Instant at) {
        Start start = Start.of(new SessionId("gt4-european", 2023, "barcelona", session));
        return new Reminder(start, SessionKind.RACE, LeadTime.ofMinutes(60), at, at);
    }

    private List<String> lines(String... options) {
        Shell shell = shell();
        assertEquals(0, shell.run(options), shell.err());
        return shell.out().lines().toList();
    }

    @Test
    void rowsAreListedNewestFirstWhileTheBotRuns() {
        List<String> lines = lines("ledger");
        assertEquals(7, lines.size(), String.join("\n", lines));
        assertTrue(lines.getFirst().startsWith("DUE                   STATE    LATE  CHAT"), lines.getFirst());
        assertTrue(lines.get(1).contains("/race-2  "), lines.get(1));
        assertEquals(
                "2023-09-30T13:50:00Z  sent     90s   discord:100      1h    gt4-european/2023/barcelona/race-1  "
                        + sentMessage() + "  777   2023-09-30T13:51:30Z  -",
                lines.getLast());
        assertTrue(lines.stream().anyMatch(l -> l.endsWith("Bad Request: [31mnot enough rights")), lines.toString());
        assertTrue(lines.stream().anyMatch(l -> l.contains("telegram:-200/5") && l.endsWith("The platform is busy.")));
    }

    @ParameterizedTest
    @CsvSource({
        "--state sent, 1",
        "--state FAILED, 1",
        "'--state sent,failed', 2",
        "'--state sent --state failed', 2",
        "--platform discord, 2",
        "--chat discord:100, 2",
        "--chat 100, 2",
        "--chat -200, 4",
        "--chat telegram:-200/5, 2",
        "--session gt4-european, 6",
        "--session gt4-european/2023/, 6",
        "--session gt4-european/2023/barcelona/race-1, 3",
        "'--session gt4-european/2023/barcelona/race-1 --state sending', 1",
        "--limit 4, 4"
    })
    void filtersChoose(String options, int rows) {
        assertEquals(rows, lines(("ledger --json " + options).split(" ", -1)).size());
    }

    @Test
    void aMessageIsFoundByItsId() {
        assertEquals(1, lines("ledger", "--json", "--message", sentMessage()).size());
    }

    @Test
    void jsonHasAnObjectForEachRow() throws Exception {
        JsonNode row = new ObjectMapper()
                .readTree(lines("ledger", "--json", "--state", "sent").getFirst());
        assertEquals("""
                {"id":1,"state":"sent","platform":"discord","chat":"100","topic":null,\
                "session":"gt4-european/2023/barcelona/race-1","part":null,"leadMinutes":60,\
                "starts":"2023-09-30T14:50:00Z","revision":null,"due":"2023-09-30T13:50:00Z","expires":"2023-09-30T14:50:00Z",\
                "message":"%s","post":"777","settled":"2023-09-30T13:51:30Z","lateMillis":90000,"reason":null}\
                """.formatted(sentMessage()), row.toString());
        JsonNode waits = new ObjectMapper()
                .readTree(lines("ledger", "--json", "--state", "sending").getFirst());
        assertTrue(waits.path("settled").isNull() && waits.path("lateMillis").isNull(), waits.toString());
        assertEquals("5", waits.path("topic").asText());
        assertEquals("The platform is busy.", waits.path("reason").asText());
    }

    @Test
    void countsAddUpWhatFits() throws Exception {
        assertEquals(
                List.of("pending     3", "sending     1", "sent        1", "failed      1"),
                lines("ledger", "--counts"));
        assertEquals(List.of("pending     1", "sent        1"), lines("ledger", "--counts", "--platform", "discord"));
        JsonNode all = new ObjectMapper().readTree(String.join("", lines("ledger", "--counts", "--json")));
        assertEquals(3, all.path("pending").asInt());
        assertEquals(0, all.path("in_doubt").asInt(-1));
    }

    @Test
    void whatIsLeftOutIsSaidBeside() {
        Shell some = shell();
        assertEquals(0, some.run("ledger", "--json", "--limit", "5"));
        assertEquals(5, some.out().lines().count());
        assertEquals(
                "pitboard: there is more; --limit shows more than 5.\n",
                some.err().replace("\r\n", "\n"));
        Shell all = shell();
        assertEquals(0, all.run("ledger", "--limit", "6"));
        assertEquals("", all.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--state in-doubt",
                "--chat 999",
                "--platform terminal",
                "--session gt4-european/2022",
                "--message 0",
                "--counts --chat 999"
            })
    void nothingThatFitsIs1(String options) {
        Shell shell = shell();
        assertEquals(1, shell.run(("ledger --json " + options).split(" ", -1)));
        assertEquals("", shell.out());
        assertTrue(shell.err().contains("nothing in the ledger fits"), shell.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--state lost",
                "--platform fax",
                "--chat fax:1",
                "--chat discord:",
                "--chat discord:1 --platform telegram",
                "--session gt4//barcelona",
                "--session gt4/soon",
                "--session gt4#q2",
                "--session a/2023/b/c/d",
                "--session /",
                "--limit 0",
                "--limit 100001",
                "--limit some",
                "extra"
            })
    void wrongOptionsAre64(String options) {
        Shell shell = new Shell(empty);
        assertEquals(64, shell.run(("ledger " + options).split(" ", -1)));
        assertTrue(shell.err().contains("pitboard ledger"), shell.err());
        assertEquals("", shell.out());
        assertFalse(shell.err().contains("dev.pitboard"), shell.err());
    }

    @Test
    void aDatabaseThatIsNotThereIs78AndStaysThatWay() {
        Shell shell = new Shell(empty);
        assertEquals(78, shell.run("ledger"));
        assertTrue(shell.err().contains("There is no database at "), shell.err());
        assertFalse(Files.exists(empty.resolve("pitboard.db")));
        assertEquals(
                78, shell().with("PITBOARD_DATABASE_URL", "jdbc:mysql://x/y").run("ledger"));
    }

    @Test
    void aServerThatDoesNotAnswerIs69() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        Shell shell = shell().with("PITBOARD_DATABASE_URL", "jdbc:postgresql://localhost:" + nobody + "/bot");
        assertEquals(69, shell.run("ledger"));
        assertTrue(shell.err().contains("can't be reached"), shell.err());
    }

    @Test
    void postgresqlIsReadTheSameWay() throws CannotOpen {
        String url = EmbeddedServer.freshDatabase();
        try (Database bot = Database.open(url, null, null)) {
            fill(bot);
            Shell shell = shell().with("PITBOARD_DATABASE_URL", url);
            assertEquals(0, shell.run("ledger", "--session", "gt4-european/2023/barcelona/race-1"), shell.err());
            assertEquals(4, shell.out().lines().count(), shell.out());
            Shell counts = shell().with("PITBOARD_DATABASE_URL", url);
            assertEquals(0, counts.run("ledger", "--counts", "--chat", "telegram:-200/5"));
            assertEquals(
                    List.of("pending     1", "sending     1"),
                    counts.out().lines().toList());
        }
    }
}
