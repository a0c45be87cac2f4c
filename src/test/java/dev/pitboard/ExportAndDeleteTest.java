package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.EmbeddedServer;
import dev.pitboard.store.SqlSubscriptions;
import dev.pitboard.subscription.Settings;
import dev.pitboard.subscription.Subscriptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host gives to people who ask what is stored of them, and deletes for them, while the bot has the database open. */
final class ExportAndDeleteTest {
    private static final ChatRef FANS = ChatRef.of(Platform.DISCORD, "100");
    private static final ChatRef GROUP = ChatRef.of(Platform.TELEGRAM, "-200");
    private static final ChatRef TOPIC = new ChatRef(Platform.TELEGRAM, "-200", "5");
    private static final Instant NOW = Instant.parse("2023-09-30T14:50:00Z");

    @TempDir
    private Path data = Path.of("");

    private Shell shell() {
        return new Shell(data).at(NOW);
    }

    private Database bot() throws CannotOpen {
        return filled(Database.sqliteUrl(data.resolve("pitboard.db")));
    }

    private static Database filled(String url) throws CannotOpen {
        Database bot = Database.open(url, null, null);
        for (ChatRef chat : List.of(FANS, GROUP, TOPIC)) {
            new SqlSubscriptions(bot).turnOn(chat, "9", "gt4-european", Settings.defaults(), NOW);
        }
        return bot;
    }

    @Test
    void anExportIsOneJsonObjectWithEveryChatThatFits() throws Exception {
        try (Database bot = bot()) {
            Shell one = shell();
            assertEquals(0, one.run("export", "--chat", "discord:100"), one.err());
            JsonNode root = new ObjectMapper().readTree(one.out());
            assertEquals("2023-09-30T14:50:00Z", root.path("exported").asText());
            assertEquals(1, root.path("chats").size());
            assertEquals(
                    "gt4-european", root.at("/chats/0/subscription/0/series").asText(), one.out());
            assertEquals(60, root.at("/chats/0/subscription/0/leads/0").asInt());
            Shell topics = shell();
            assertEquals(0, topics.run("export", "--chat", "telegram:-200"));
            assertEquals(
                    2, new ObjectMapper().readTree(topics.out()).path("chats").size());
            Shell server = shell();
            assertEquals(0, server.run("export", "--server", "9"));
            assertEquals(
                    3, new ObjectMapper().readTree(server.out()).path("chats").size());
            assertEquals(3, new SqlSubscriptions(bot).countActive());
        }
    }

    @Test
    void deletingShowsWhatGoesAndAsksOnce() throws CannotOpen {
        try (Database bot = bot()) {
            Subscriptions subscriptions = new SqlSubscriptions(bot);
            Shell no = shell().typing("no");
            assertEquals(2, no.run("delete", "--chat", "telegram:-200"));
            assertTrue(no.out().startsWith("""
                                    telegram:-200: 1 subscriptions, 0 reminders in the ledger, 0 messages
                                    telegram:-200/5: 1 subscriptions, 0 reminders in the ledger, 0 messages
                                    Delete this for ever?"""), no.out());
            assertEquals(2, shell().run("delete", "--chat", "telegram:-200"), "nobody to ask");
            assertEquals(3, subscriptions.countActive());
            Shell yes = shell().typing("Yes");
            assertEquals(0, yes.run("delete", "--chat", "telegram:-200"), yes.err());
            assertTrue(yes.out().endsWith("Deleted.\n"), yes.out());
            assertEquals(1, subscriptions.countActive());
            assertEquals(List.of(), subscriptions.of(TOPIC));
        }
    }

    @Test
    void itCanBeDeletedWithoutAsking() throws CannotOpen {
        try (Database bot = bot()) {
            Shell shell = shell();
            assertEquals(0, shell.run("delete", "--yes", "--server", "9"), shell.err());
            assertEquals(0, new SqlSubscriptions(bot).countActive());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"export --chat discord:999", "delete --yes --chat telegram:100", "export --server 100"})
    void aChatOfWhichNothingIsStoredIs1(String line) throws CannotOpen {
        try (Database bot = bot()) {
            Shell shell = shell();
            assertEquals(1, shell.run(line.split(" ", -1)));
            assertTrue(shell.err().startsWith("pitboard: nothing is stored of "), shell.err());
            assertEquals("", shell.out());
            assertEquals(3, new SqlSubscriptions(bot).countActive());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export",
                "delete --yes",
                "export --chat fax:1",
                "delete --chat a --server 9",
                "export --chat discord:"
            })
    void wrongOptionsAre64(String line) throws CannotOpen {
        try (Database bot = bot()) {
            Shell shell = shell();
            assertEquals(64, shell.run(line.split(" ", -1)));
            assertTrue(shell.err().contains("pitboard " + line.split(" ", -1)[0]), shell.err());
            assertEquals(3, new SqlSubscriptions(bot).countActive());
        }
    }

    @Test
    void withoutADatabaseNoneIsMade() {
        assertEquals(78, shell().run("delete", "--yes", "--chat", "discord:100"));
        assertEquals(78, shell().run("export", "--chat", "discord:100"));
        assertTrue(!Files.exists(data.resolve("pitboard.db")));
    }

    @Test
    void postgresqlIsNoDifferent() throws Exception {
        String url = EmbeddedServer.freshDatabase();
        try (Database bot = filled(url)) {
            Shell export = shell().with("PITBOARD_DATABASE_URL", url);
            assertEquals(0, export.run("export", "--chat", "-200/5"), export.err());
            assertEquals(
                    "5",
                    new ObjectMapper()
                            .readTree(export.out())
                            .at("/chats/0/chat/0/topic")
                            .asText());
            Shell delete = shell().with("PITBOARD_DATABASE_URL", url);
            assertEquals(0, delete.run("delete", "--yes", "--chat", "-200/5"), delete.err());
            assertEquals(2, new SqlSubscriptions(bot).countActive());
        }
    }
}
