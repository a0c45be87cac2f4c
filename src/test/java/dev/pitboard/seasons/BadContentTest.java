package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pitboard.motorsport.Entry;
import dev.pitboard.motorsport.Timetable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold something else than a season. */
final class BadContentTest {
    private static final String FILE = "series/gt4/2023.yaml";

    private ConfigFolder config;

    @BeforeEach
    void folder(@TempDir Path root) {
        config = new ConfigFolder(root);
    }

    private void assertProblem(String expected) {
        assertEquals(List.of(FILE + expected), config.problems());
    }

    @Test
    void empty() {
        config.write(FILE, "");
        assertProblem(": is empty");
        config.write(FILE, "# nothing yet\n");
        assertProblem(": is empty");
        config.write(FILE, "null\n");
        assertProblem(": is empty");
    }

    @Test
    void huge() {
        config.write(FILE, ConfigFolder.SEASON + "# and more\n".repeat(100_000));
        assertProblem(": is larger than 1 MiB, the most that is read");
    }

    @Test
    void binary() {
        byte[] bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        config.write(FILE, bytes);
        assertProblem(": is not a text file: it has zero bytes in it (YAML in UTF-8 is expected)");
    }

    @Test
    void notUtf8() {
        config.write(FILE, "season: 2023\nnotes: [Bäckman]\n".getBytes(StandardCharsets.ISO_8859_1));
        assertProblem(":2: is not UTF-8 text: save the file in UTF-8");
        config.write(FILE, new byte[] {'a', ':', ' ', (byte) 0xC3});
        assertProblem(":1: is not UTF-8 text: save the file in UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoProblem() {
        config.write(FILE, "\uFEFF" + ConfigFolder.SEASON);
        assertEquals(List.of(), config.problems());
    }

    @Test
    void windowsLineEndsAreNoProblem() {
        config.write(FILE, ConfigFolder.SEASON.replace("\n", "\r\n"));
        assertEquals(List.of(), config.problems());
    }

    @Test
    void aCharacterYamlDoesNotAllow() {
        config.write(FILE, "season: 2023\nnotes: [\u0001]\n");
        assertProblem(":2: has a character in it that YAML does not allow");
    }

    @Test
    void aTab() {
        config.write(FILE, "season: 2023\nrounds:\n\t- id: monza\n");
        assertProblem(":3: is not valid YAML: indent with spaces, not with a tab");
    }

    @Test
    void somethingElse() {
        config.write(FILE, "- a list\n");
        assertProblem(":1: must be made of keys and values, such as { name: ... }");
        config.write(FILE, "just text\n");
        assertProblem(":1: must be made of keys and values, such as { name: ... }");
    }

    @Test
    void deepNesting() {
        config.write(FILE, "season: " + "[".repeat(300_000));
        assertProblem(":1: is nested more than 20 levels deep");
        config.write(FILE, "season: " + "{a: ".repeat(100_000));
        assertProblem(":1: is nested more than 20 levels deep");
    }

    @Test
    void aliases() {
        config.write(FILE, "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
        assertEquals(
                List.of(
                        FILE + ":2: aliases such as *a are not read: write the value out",
                        FILE + ":2: aliases such as *a are not read: write the value out",
                        FILE + ":3: aliases such as *b are not read: write the value out",
                        FILE + ":3: aliases such as *b are not read: write the value out"),
                config.problems());
    }

    @Test
    void twoDocuments() {
        config.write(FILE, ConfigFolder.SEASON + "---\nseason: 2024\n");
        assertProblem(":17: is not valid YAML: expected a single document in the stream: but found another document");
    }

    @Test
    void keysThatAreNoWords() {
        config.write(FILE, ConfigFolder.SEASON + "? [a, b]\n: c\n");
        assertProblem(":17: a key must be a single word");
    }

    @Test
    void mergeKeys() {
        config.write(FILE, ConfigFolder.SEASON + "<<: { season: 2024 }\n");
        assertProblem(":17: merging with << is not read: write the values out");
    }

    @Test
    void norwayAndNumbersStayText() {
        config.write(
                FILE,
                ConfigFolder.SEASON
                        + "entries: [{ number: 007, team: NO, class: 1e3, drivers: [{ name: No, country: NO }] }]\n");
        Timetable timetable = config.read().timetable();
        assertNotNull(timetable);
        Entry entry =
                timetable.series().getFirst().seasons().getFirst().entries().getFirst();
        assertEquals("007", entry.number());
        assertEquals("NO", entry.team());
        assertEquals("1e3", entry.category());
        assertEquals("NO", entry.drivers().getFirst().country());
        assertEquals("No", entry.drivers().getFirst().name());
    }

    @Test
    void theWordNullIsExplained() {
        config.write(FILE, ConfigFolder.SEASON + "entries: [{ number: 7, team: A, drivers: [{ name: Null }] }]\n");
        assertProblem(
                ":17: entries[0].drivers[0]: the key \"name\" is missing: the word null means no value; put it into quotes where it is text");
    }

    @Test
    void aFolderInPlaceOfAFile() throws IOException {
        Files.delete(config.path(FILE));
        Files.createDirectory(config.path(FILE));
        assertProblem(": is not a file");
    }

    @Test
    void noConfigFolder(@TempDir Path other) {
        Path missing = other.resolve("nowhere");
        Loaded loaded = SeasonFiles.read(missing);
        assertNull(loaded.timetable());
        assertEquals(
                missing + ": there is no such folder; set PITBOARD_CONFIG to the folder with circuits.yaml and series/",
                loaded.problems().getFirst().render());
    }

    @Test
    void anEmptyConfigFolder(@TempDir Path other) {
        Loaded loaded = SeasonFiles.read(other);
        assertNull(loaded.timetable());
        assertEquals(
                other + "/series: there is no such folder; each series has its own in it, such as series/gt4-european",
                loaded.problems().getFirst().render());
    }

    @Test
    void filesThatAreNotRead() {
        config.write("series/gt4/2024.yml", "season: 2024");
        config.write("series/gt4/.2023.yaml.swp", "x");
        config.write("series/gt4/2023.yaml~", "x");
        config.write("series/GT3/series.yaml", "x");
        assertEquals(
                List.of(
                        "series/GT3: a series' folder is its id: 1 to 24 of a-z, 0-9 and -",
                        "series/gt4/2024.yml: warning: is not read: a season's file is named like 2026.yaml"),
                config.problems());
    }

    @Test
    void aBrokenSeasonTakesNothingElseDown() {
        config.write("series/gt4/2024.yaml", "season: 2024\nsource: { name: x }\nrounds: nonsense\n");
        config.write("series/other/series.yaml", "nonsense");
        Loaded loaded = config.read();
        assertEquals(2, loaded.problems().size());
        Timetable timetable = loaded.timetable();
        assertNotNull(timetable);
        assertEquals(1, timetable.series().size());
        assertEquals(1, timetable.series().getFirst().seasons().size());
        assertEquals(3, timetable.fixtures().size());
    }

    /** Whatever happens to a shipped file, reading it gives problems or a timetable, never an exception. */
    @Test
    void randomDamageNeverThrows() throws IOException {
        byte[] season = Files.readAllBytes(ShippedFilesTest.CONFIG.resolve("series/gt4-european/2023.yaml"));
        Set<String> raced = Pattern.compile("circuit: ([a-z-]+)")
                .matcher(new String(season, StandardCharsets.UTF_8))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        byte[] circuits = ShippedFilesTest.circuits(raced).getBytes(StandardCharsets.UTF_8);
        int withProblems = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            config.write("circuits.yaml", seed % 4 == 0 ? damaged(circuits, random) : circuits);
            config.write(FILE, damaged(season, random));
            Loaded loaded = config.read();
            withProblems += loaded.problems().isEmpty() ? 0 : 1;
            loaded.problems().forEach(p -> assertFalse(p.render().isBlank()));
        }
        assertFalse(withProblems < 75, "the damage was too small to prove anything");
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        String likely = " :,[]{}\"'#&*!|>-?\n\t0:9eZ+";
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(copy.length);
            int what = random.nextInt(5);
            if (what == 0) {
                copy[at] = (byte) random.nextInt(256);
            } else if (what == 1) {
                copy = Arrays.copyOf(copy, at + 1);
            } else if (what == 2) {
                int length = Math.min(random.nextInt(40), copy.length - at);
                System.arraycopy(copy, random.nextInt(copy.length - length), copy, at, length);
            } else {
                copy[at] = (byte) likely.charAt(random.nextInt(likely.length()));
            }
        }
        return copy;
    }
}
