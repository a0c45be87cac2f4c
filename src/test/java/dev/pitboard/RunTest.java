package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.config.Configuration;
import dev.pitboard.loopback.discord.LoopbackDiscord;
import dev.pitboard.loopback.telegram.LoopbackTelegram;
import dev.pitboard.store.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How {@code run} begins, refuses to begin, and ends. */
@Timeout(120)
final class RunTest {
    private static final String WRONG_DISCORD =
            "MTQwMDAwMDAwMDAwMDAwMDAwMA.GWrong1.a-token-that-nobody-gave-out-0123456789";
    private static final String WRONG_TELEGRAM = "4839574812:AAWrongTokenThatNobodyGaveOut0123456";

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder.resolve("data"));
    }

    /** A token, and an address at which nobody listens. */
    private Shell offline() {
        return shell().with("TELEGRAM_TOKEN", WRONG_TELEGRAM).with("TELEGRAM_API_URL", "http://127.0.0.1:1");
    }

    @Test
    void withoutTokensItSaysWhatToSetAndOffersTheDemo() {
        Shell shell = shell();
        assertEquals(78, shell.run("run"));
        assertTrue(shell.err().contains("set DISCORD_TOKEN or TELEGRAM_TOKEN"), shell.err());
        assertTrue(shell.err().contains("./pitboard demo"), shell.err());
        assertTrue(!Files.exists(folder.resolve("data")));
    }

    @Test
    void aTokenComesFromOnePlaceOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), WRONG_DISCORD);
        Shell shell = shell().with("DISCORD_TOKEN", WRONG_DISCORD).with("DISCORD_TOKEN_FILE", file.toString());
        assertEquals(78, shell.run("run"));
        assertTrue(shell.err().contains("Both DISCORD_TOKEN and DISCORD_TOKEN_FILE are set"), shell.err());
        assertTrue(!shell.err().contains(WRONG_DISCORD), shell.err());
    }

    @Test
    void aTokenFileThatIsNotThereIsNamed() {
        Shell shell = shell().with("TELEGRAM_TOKEN_FILE", "nosuch.token");
        assertEquals(78, shell.run("run"));
        assertTrue(shell.err().contains("TELEGRAM_TOKEN_FILE"), shell.err());
        assertTrue(shell.err().contains("nosuch.token"), shell.err());
    }

    @Test
    void aMissingConfigFolderIsConfiguration() {
        Shell shell =
                offline().with("PITBOARD_CONFIG", folder.resolve("nowhere").toString());
        assertEquals(78, shell.run("run"));
        assertTrue(shell.err().contains("nowhere"), shell.err());
    }

    @Test
    void aPortInUseIsConfiguration() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Shell shell = offline().with("PITBOARD_HTTP_PORT", port);
            assertEquals(78, shell.run("run"));
            assertTrue(shell.err().contains("can't listen on 127.0.0.1:" + port), shell.err());
            assertTrue(shell.err().contains("PITBOARD_HTTP_PORT"), shell.err());
        }
    }

    @Test
    void aDataFolderThatSomebodyHasIsConfiguration() throws Exception {
        try (DataFolder taken = DataFolder.take(folder.resolve("data"), Instant.EPOCH)) {
            Shell shell = offline();
            assertEquals(78, shell.run("run"));
            assertTrue(shell.err().contains("in use by another Pitboard"), shell.err());
            assertTrue(shell.err().contains("process " + ProcessHandle.current().pid()), shell.err());
            assertTrue(taken.sqliteUrl("x").contains("data"));
        }
        assertTrue(!Files.exists(folder.resolve("data/pitboard.db")), "the lock comes before the database");
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsConfiguration() throws IOException {
        Files.writeString(folder.resolve("data"), "I am a file");
        Shell shell = offline();
        assertEquals(78, shell.run("run"));
        assertTrue(shell.err().contains("is not a folder: set PITBOARD_DATA"), shell.err());
        assertEquals("I am a file", Files.readString(folder.resolve("data")));
    }

    @Test
    void aFileThatIsNoDatabaseIsConfigurationAndLeftAlone() throws IOException {
        Path database = Files.createDirectories(folder.resolve("data")).resolve("pitboard.db");
        Files.writeString(database, "This is a letter, not a database. ".repeat(100));
        Shell shell = offline();
        assertEquals(78, shell.run("run"));
        assertTrue(shell.err().contains("is not a database"), shell.err());
        assertTrue(Files.readString(database).startsWith("This is a letter"));
    }

    @Test
    void aPostgresqlThatDoesNotAnswerIsUnavailableAndKeepsItsPassword() {
        Shell shell = offline()
                .with("PITBOARD_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/pitboard?password=inUrl77")
                .with("PITBOARD_DATABASE_USER", "pit")
                .with("PITBOARD_DATABASE_PASSWORD", "hunter2hunter2");
        assertEquals(69, shell.run("run"));
        assertTrue(shell.err().contains("127.0.0.1:1/pitboard can't be reached"), shell.err());
        String all = shell.out() + shell.err();
        assertTrue(!all.contains("hunter2") && !all.contains("inUrl77"), all);
    }

    @Test
    void aWrongTelegramTokenEndsItWithAClearSentence() {
        try (LoopbackTelegram telegram = LoopbackTelegram.start()) {
            Shell shell = shell().with("TELEGRAM_TOKEN", WRONG_TELEGRAM).with("TELEGRAM_API_URL", telegram.apiUrl());
            String log = logOf(() -> assertEquals(78, shell.run("run")));
            assertTrue(shell.err().contains("TELEGRAM_TOKEN"), shell.err());
            assertKept(WRONG_TELEGRAM, shell, log);
        }
    }

    @Test
    void aTelegramTokenThatIsNoneEndsItWithAClearSentence() {
        Shell shell = offline().with("TELEGRAM_TOKEN", "not-a-token");
        String log = logOf(() -> assertEquals(78, shell.run("run")));
        assertTrue(shell.err().contains("TELEGRAM_TOKEN is no token"), shell.err());
        assertKept("not-a-token", shell, log);
    }

    @Test
    void aWrongDiscordTokenEndsItWithAClearSentence() {
        try (LoopbackDiscord discord = LoopbackDiscord.start()) {
            Shell shell = shell().with("DISCORD_TOKEN", WRONG_DISCORD).with("DISCORD_API_URL", discord.apiUrl());
            String log = logOf(() -> assertEquals(78, shell.run("run")));
            assertTrue(shell.err().contains("DISCORD_TOKEN"), shell.err());
            assertKept(WRONG_DISCORD, shell, log);
        }
    }

    @Test
    void itServesUntilItIsStoppedAndThenEndsWell() throws Exception {
        try (LoopbackTelegram telegram = LoopbackTelegram.start();
                LoopbackDiscord discord = LoopbackDiscord.start();
                HttpClient client = HttpClient.newHttpClient()) {
            int port = freePort();
            Shell shell = shell().with("TELEGRAM_TOKEN", telegram.token())
                    .with("TELEGRAM_API_URL", telegram.apiUrl())
                    .with("DISCORD_TOKEN", discord.token())
                    .with("DISCORD_API_URL", discord.apiUrl())
                    .with("PITBOARD_HTTP_PORT", Integer.toString(port));
            Server server = new Server(
                    shell.program(), Configuration.from(shell.program().environment()), null);
            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> {
                try {
                    return server.serve();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            telegram.recorder().awaitPoll();
            discord.gateway().awaitConnected();
            discord.await(
                    "both links",
                    () -> shell.out().contains("Talk to it on Telegram: https://t.me/")
                            && shell.out().contains("Add it to a Discord server: "));
            assertEquals(200, get(client, port, "/healthz").statusCode());
            assertEquals(200, get(client, port, "/readyz").statusCode());
            List<String> numbers = get(client, port, "/metrics").body().lines().toList();
            assertTrue(
                    numbers.containsAll(List.of(
                            "pitboard_part_state{part=\"discord\",state=\"up\"} 1.0",
                            "pitboard_part_state{part=\"telegram\",state=\"up\"} 1.0",
                            "pitboard_deliveries_waiting{platform=\"telegram\"} 0.0",
                            "pitboard_discord_shards{connected=\"true\"} 1.0",
                            "pitboard_platform_refusals_total{platform=\"discord\",status=\"429\"} 0.0",
                            "pitboard_chats_shut{state=\"blocked\"} 0.0",
                            "pitboard_subscriptions_active 0.0")),
                    String.join("\n", numbers));
            assertTrue(
                    numbers.stream().anyMatch(n -> n.matches("pitboard_telegram_last_poll_age_seconds \\d+\\.\\d+")),
                    String.join("\n", numbers));
            server.stop();
            assertEquals(0, code.get(60, TimeUnit.SECONDS));
            assertEquals("", shell.err());
        }
        try (DataFolder free = DataFolder.take(folder.resolve("data"), Instant.EPOCH)) {
            assertTrue(free.sqliteUrl("x").contains("data"), "the data folder was given back");
        }
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void assertKept(String secret, Shell shell, String log) {
        for (String text : new String[] {shell.out(), shell.err(), log}) {
            assertTrue(!text.contains(secret), text);
        }
    }

    /** Everything that is logged meanwhile, which goes to the process's own standard error. */
    private static String logOf(Runnable work) {
        var root = (ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var bytes = new ByteArrayOutputStream();
        var encoder = new ch.qos.logback.classic.encoder.PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setPattern("%logger %msg%n%ex");
        encoder.start();
        var appender = new ch.qos.logback.core.OutputStreamAppender<ch.qos.logback.classic.spi.ILoggingEvent>();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        appender.start();
        root.addAppender(appender);
        try {
            work.run();
        } finally {
            root.detachAppender(appender);
            appender.stop();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
