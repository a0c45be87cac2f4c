package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.chat.Platform;
import dev.pitboard.config.Configuration;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.terminal.WeekendScript.Tempo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo from the first reminder to the chequered flag, in some seconds. */
final class DemoTest {
    private static final Tempo QUICK = new Tempo(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofMillis(30));

    /** For a machine so busy that a reminder was not sent before time raced on to the next. */
    private static final Tempo PATIENT =
            new Tempo(Duration.ofSeconds(30), Duration.ofSeconds(4), Duration.ofMillis(30));

    private static final List<String> NUMBERS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");

    private static final Pattern RULE = Pattern.compile("^── (\\d+) of (\\d+) ── (.+?) ─", Pattern.MULTILINE);
    private static final List<String> SESSIONS =
            List.of("Free Practice 1", "Free Practice 2", "Qualifying 1 & 2", "Race 1", "Race 2");

    @TempDir
    private Path folder;

    private final InputStream input = System.in;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void typeACommand() {
        System.setIn(new ByteArrayInputStream("drivers backman\nnosuchcommand\n".getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void restore() {
        System.setIn(input);
    }

    private Shell play(Platform platform) {
        Shell quick = play(platform, QUICK);
        return numbers(quick.out()).equals(NUMBERS) && !quick.out().contains("is late")
                ? quick
                : play(platform, PATIENT);
    }

    private Shell play(Platform platform, Tempo tempo) {
        Shell shell = new Shell(folder.resolve("data"));
        Program program = shell.program();
        Configuration configuration = Configuration.from(program.environment());
        Timetable timetable = Seasons.read(program, configuration.config());
        Round round = timetable
                .findRound(RoundId.parse("gt4-european/2023/barcelona"))
                .orElseThrow();
        Path played;
        try (Demo demo = new Demo(program, configuration, timetable, round, platform, tempo)) {
            played = demo.folder();
            assertTrue(Files.isDirectory(played));
            demo.play();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        assertFalse(Files.exists(played), "the folder is left behind");
        heard.add(shell.out());
        return shell;
    }

    @Test
    void playsTheWeekendOnEachPlatform() throws Exception {
        Map<Platform, CompletableFuture<Shell>> plays = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            plays.put(
                    platform,
                    CompletableFuture.supplyAsync(
                            () -> play(platform), task -> Thread.ofPlatform().start(task)));
        }
        for (Map.Entry<Platform, CompletableFuture<Shell>> play : plays.entrySet()) {
            Shell shell = play.getValue().get(10, TimeUnit.MINUTES);
            tenRemindersInOrder(play.getKey(), shell.out());
            assertEquals("", shell.err());
        }
        assertTrue(!Files.exists(folder.resolve("data")), "the demo has a database of its own");
        String all = String.join("\n", heard);
        assertTrue(all.contains("Bäckman") || all.contains("Backman"), "a command typed meanwhile is answered");
        assertTrue(all.contains("nosuchcommand"), "so is a mistake");
    }

    private static List<String> numbers(String out) {
        return RULE.matcher(out).results().map(r -> r.group(1)).limit(10).toList();
    }

    private static void tenRemindersInOrder(Platform platform, String out) {
        assertEquals(NUMBERS, numbers(out), platform + "\n" + out);
        List<String> parts = RULE.splitAsStream(out).skip(1).limit(10).toList();
        for (int i = 0; i < parts.size(); i++) {
            String session = SESSIONS.get(i / 2);
            assertTrue(parts.get(i).contains(session), () -> platform + ": no " + session + " in\n" + out);
            assertTrue(!parts.get(i).contains("is late"), () -> platform + ": late\n" + out);
        }
        assertTrue(out.contains("The chequered flag: that was Barcelona, 10 reminders, each sent once."), out);
        assertTrue(out.contains("./pitboard run"), out);
    }
}
