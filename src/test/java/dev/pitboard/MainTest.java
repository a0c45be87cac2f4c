package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that answer and exit, and how mistakes in them are met. */
final class MainTest {
    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder.resolve("data"));
    }

    @Test
    void helpListsTheCommandsAndTheExitCodes() {
        Shell shell = shell();
        assertEquals(0, shell.run("--help"));
        for (String part : List.of(
                "demo",
                "run",
                "check",
                "next",
                "import",
                "ledger",
                "backup",
                "restore",
                "export",
                "delete",
                "test",
                "--version",
                "Exit codes",
                "78")) {
            assertTrue(shell.out().contains(part), part);
        }
        assertEquals("", shell.err());
    }

    @Test
    void nothingIsWrongUsageAndShowsHelp() {
        Shell shell = shell();
        assertEquals(64, shell.run());
        assertTrue(shell.out().contains("Usage: pitboard"));
    }

    @Test
    void theVersionIsTheBuilds() {
        Shell shell = shell();
        assertEquals(0, shell.run("--version"));
        assertTrue(shell.out().matches("pitboard \\d+\\.\\d+\\.\\d+\\S*\\R"), shell.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo", "run", "check", "next", "import", "ledger", "backup", "restore", "export", "delete", "test"
            })
    void everyCommandHasHelp(String command) {
        Shell shell = shell();
        assertEquals(0, shell.run(command, "--help"));
        assertTrue(shell.out().startsWith("Usage: pitboard " + command), shell.out());
    }

    @ParameterizedTest
    @CsvSource({"demoo,demo", "nxt,next", "chek,check"})
    void anUnknownCommandIsMetWithASuggestion(String typed, String meant) {
        Shell shell = shell();
        assertEquals(64, shell.run(typed));
        assertTrue(shell.err().contains("pitboard " + meant), shell.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next --when now",
                "next a b",
                "next --at",
                "demo --as fax",
                "demo spa",
                "run --fast",
                "run --speed 3",
                "run --from 2023-09-29T11:00:00+02:00 --speed 0",
                "run --from 2023-09-29T11:00:00+02:00 --speed -1",
                "run --from 2023-09-29T11:00:00+02:00 --speed NaN",
                "run --from 2023-09-29T11:00:00+02:00 --speed 10001",
                "run --from 2023-09-29T11:00:00+02:00 --speed quick",
                "check --strict"
            })
    void wrongOptionsAre64AndShowTheUsage(String line) {
        Shell shell = shell();
        assertEquals(64, shell.run(line.split(" ", -1)));
        assertTrue(shell.err().contains("pitboard " + line.split(" ", -1)[0]), shell.err());
        assertEquals("", shell.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2023-09-29", "2023-09-29T11:00", ""})
    void aTimeThatIsNoneIsExplained(String time) {
        Shell next = shell();
        assertEquals(64, next.run("next", "--at", time));
        assertTrue(next.err().contains("'" + time + "' is not a time"), next.err());
        assertTrue(!next.err().contains("java"), next.err());
        Shell run = shell();
        assertEquals(64, run.run("run", "--from", time));
        assertTrue(run.err().contains("write it like 2023-09-29T11:00:00+02:00"), run.err());
    }

    @Test
    void nextSaysWhatIsNext() {
        Shell shell = shell();
        assertEquals(0, shell.run("next", "--at", "2023-09-30T10:30:00+02:00"));
        assertTrue(shell.out().startsWith("▌ Next: Qualifying 1 & 2 · Barcelona\n"), shell.out());
        assertTrue(shell.out().contains("in 55 minutes"), shell.out());
        assertEquals("", shell.err());
        assertTrue(!Files.exists(folder.resolve("data")), "it only reads");
    }

    @Test
    void nextOfASeries() {
        Shell shell = shell();
        assertEquals(0, shell.run("next", "gt4", "--at", "2023-10-01T09:30:00Z"));
        assertTrue(shell.out().contains("Race 2"), shell.out());
    }

    @Test
    void nextFindsNothingAfterTheLastSeason() {
        Shell shell = shell();
        assertEquals(1, shell.run("next", "--at", "2101-01-01T00:00:00Z"));
        assertTrue(shell.out().contains("season is over"), shell.out());
    }

    @Test
    void nextOfAnUnknownSeriesFindsNothing() {
        Shell shell = shell();
        assertEquals(1, shell.run("next", "formula-e", "--at", "2023-09-30T10:30:00+02:00"));
        assertTrue(shell.out().contains("formula-e"), shell.out());
    }

    @Test
    void theShippedFilesHaveNoProblems() {
        Shell shell = shell();
        assertEquals(0, shell.run("check"));
        assertEquals("No problems.\n", shell.out().replace("\r\n", "\n"));
    }

    @Test
    void aBrokenFileIsExplainedWithLineAndPath() throws IOException {
        Path config = folder.resolve("config");
        try (var files = Files.walk(Path.of("config"))) {
            for (Path file : files.toList()) {
                Files.copy(file, config.resolve(Path.of("config").relativize(file)));
            }
        }
        Path file = config.resolve("series/gt4-european/2023.yaml");
        Files.writeString(file, Files.readString(file).replace("2023-09-30T16:50", "2023-09-31T16:50"));
        Shell shell = shell();
        assertEquals(1, shell.run("check", file.toString()));
        GoldenFiles.assertMatches("cli", "check-broken-file", shell.out().replace(folder.toString(), "FOLDER"));
    }

    @Test
    void aFileThatIsNotThereIsUnreadableInput() {
        Shell shell = shell();
        assertEquals(65, shell.run("check", "nosuch.yaml", "neither.yaml"));
        assertEquals(
                List.of("pitboard: nosuch.yaml can't be read.", "pitboard: neither.yaml can't be read."),
                shell.err().lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0001\u0002\u0003", "season: [", "- just\n- a\n- list\n"})
    void emptyAndBinaryFilesAreProblemsNotBugs(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("2023.yaml"), text);
        Shell shell = shell();
        assertEquals(1, shell.run("check", file.toString()));
        assertTrue(shell.out().contains("2023.yaml"), shell.out());
        assertTrue(shell.out().lines().toList().getLast().matches("\\d+ problems?\\."), shell.out());
        assertEquals("", shell.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "demo"})
    void aMissingConfigFolderIsConfiguration(String command) {
        Shell shell = shell().with("PITBOARD_CONFIG", folder.resolve("nowhere").toString());
        assertEquals(78, shell.run(command));
        assertTrue(shell.err().contains("nowhere"), shell.err());
        assertEquals("", shell.out());
    }

    @Test
    void checkingAMissingConfigFolderFindsThatProblem() {
        Shell shell = shell().with("PITBOARD_CONFIG", folder.resolve("nowhere").toString());
        assertEquals(1, shell.run("check"));
        assertTrue(shell.out().contains("nowhere"), shell.out());
    }

    @Test
    void everyWrongSettingIsNamedAtOnce() {
        Shell shell = shell().with("PITBOARD_ZONE", "Mars/Olympus")
                .with("PITBOARD_HTTP_PORT", "eighty")
                .with("DISCORD_API_URL", "discord");
        assertEquals(78, shell.run("next"));
        assertEquals(3, shell.err().lines().count(), shell.err());
        for (String name : List.of("PITBOARD_ZONE", "PITBOARD_HTTP_PORT", "DISCORD_API_URL")) {
            assertTrue(shell.err().contains("pitboard: " + name), shell.err());
        }
    }

    @Test
    void demoNeedsARoundThatIsThereAndHasTimes() {
        Shell unknown = shell();
        assertEquals(1, unknown.run("demo", "--round", "gt4-european/2023/monaco"));
        assertTrue(unknown.err().contains("there is no round gt4-european/2023/monaco"), unknown.err());
        Shell noId = shell();
        assertEquals(1, noId.run("demo", "--round", "barcelona"));
        assertTrue(noId.err().contains("series/year/round"), noId.err());
        Shell dates = shell();
        assertEquals(1, dates.run("demo", "--round", "gt4-european/2023/spa"));
        assertTrue(dates.err().contains("no session with a known time"), dates.err());
    }

    @Test
    void theChecksNeedTheSources() {
        assertEquals(64, shell().run("test"));
    }
}
