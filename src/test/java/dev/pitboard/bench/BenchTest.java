package dev.pitboard.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements at a tiny size, side by side: that they run and count rightly. How fast anything is, is not looked at. */
final class BenchTest {
    private static final Duration SOON = Duration.ofSeconds(6);
    private static final Duration LATENCY = Duration.ofMillis(60);

    /** Requests to sign in, to register the commands and to look for them. */
    private static final int BESIDES = 12;

    @TempDir
    private static Path folder = Path.of("");

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static Future<FanOut> program = new CompletableFuture<>();
    private static Future<FanOut> loop = new CompletableFuture<>();
    private static Future<FanOut> telegram = new CompletableFuture<>();

    @BeforeAll
    static void startAll() {
        program =
                THREADS.submit(() -> new DiscordRun(plan(false, 20), Folders.empty(folder.resolve("program"))).play());
        loop = THREADS.submit(() -> new DiscordRun(plan(true, 150), Folders.empty(folder.resolve("loop"))).play());
        telegram = THREADS.submit(() -> new TelegramRun(
                        new TelegramRun.Plan("test", 12, SOON, true, 30, LATENCY, Map.of()),
                        Folders.empty(folder.resolve("telegram")))
                .play());
    }

    private static DiscordRun.Plan plan(boolean naive, int channels) {
        return new DiscordRun.Plan("test", naive, channels, SOON, 50, 50, LATENCY, Map.of());
    }

    @AfterAll
    static void end() {
        THREADS.close();
    }

    @Test
    void theProgramsFanOutIsCountedAndCommandsAreAnswered() throws Exception {
        FanOut seen = program.get();
        assertEquals(20, seen.delivered());
        assertEquals(0, seen.doubled());
        assertEquals(0, seen.refused());
        assertBetween(20, 20 + BESIDES, seen.arrivals().sorted().size());
        assertNotNull(seen.busy());
        assertEquals(0, seen.busy().unanswered());
        assertTrue(seen.heap().after().isPresent());
    }

    @Test
    void theNaiveLoopRunsIntoTheLimit() throws Exception {
        FanOut seen = loop.get();
        assertEquals(150, seen.delivered());
        assertTrue(seen.refused() > 0);
        assertTrue(seen.arrivals().mostInASecond() > 50);
        long posts = 150 + seen.refused();
        assertBetween(posts, posts + BESIDES, seen.arrivals().sorted().size());
    }

    @Test
    void chatsOnTelegramAreCounted() throws Exception {
        FanOut seen = telegram.get();
        assertEquals(12, seen.delivered());
        assertEquals(0, seen.doubled());
        assertEquals(0, seen.refused());
        assertEquals(12, seen.arrivals().sorted().size());
    }

    @Test
    void bothDatabasesAreFilledAndEmptied() throws Exception {
        String table = StoreRun.table(400, folder).plain();
        assertTrue(table.contains("expand 11 more firings, ms"), table);
    }

    private static void assertBetween(long least, long most, long found) {
        assertTrue(found >= least && found <= most, found + " is not from " + least + " to " + most);
    }
}
