package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checking files one by one, as a host does before putting them in place. */
final class CheckFilesTest {
    private static final String FILE = "series/gt4/2023.yaml";

    private ConfigFolder config;

    @BeforeEach
    void folder(@TempDir Path root) {
        config = new ConfigFolder(root);
    }

    private List<String> check(String... names) {
        return config.render(
                SeasonFiles.check(List.of(names).stream().map(config::path).toList()));
    }

    @Test
    void aSeasonIsCheckedWithWhatBelongsToIt() {
        assertEquals(List.of(), check(FILE));
        config.season("kind: practice", "kind: sprint");
        assertEquals(
                List.of(FILE + ":9: rounds[0].sessions[0].kind: \"sprint\" is not among the kinds in series.yaml "
                        + "(practice, qualifying, race, other)"),
                check(FILE));
    }

    @Test
    void circuitsMayStandBesideTheSeason() throws IOException {
        Files.move(config.path("circuits.yaml"), config.path("series/gt4/circuits.yaml"));
        assertEquals(List.of(), check(FILE));
    }

    @Test
    void withoutCircuitsItSaysThatTheyAreMissing() throws IOException {
        Files.delete(config.path("circuits.yaml"));
        assertEquals(List.of("circuits.yaml: there is no such file"), check(FILE));
    }

    @Test
    void manyFilesAndTheWholeFolder() {
        config.season("number: 6", "number: six");
        String problem = FILE + ":5: rounds[0].number: must be a whole number, not \"six\"";
        assertEquals(List.of(problem), check("circuits.yaml", "series/gt4/series.yaml", FILE, FILE));
        assertEquals(List.of(problem), config.render(SeasonFiles.check(List.of(config.root))));
    }

    @Test
    void whatIsNoSeasonFileIsSaidToBeNone() {
        config.write("notes.txt", "hello");
        assertEquals(
                List.of(
                        "notes.txt: is not a file Pitboard reads: those are circuits.yaml, series.yaml and <year>.yaml",
                        "series/gt4/2030.yaml: there is no such file"),
                check("notes.txt", "series/gt4/2030.yaml"));
    }

    @Test
    void linesAreRenderedForPeople() {
        Problem problem = new Problem(
                Path.of("config/series/gt4-european/2023.yaml"),
                31,
                "rounds[5].sessions[0].strat",
                "there is no key \"strat\" here",
                "start",
                Problem.Severity.ERROR);
        assertEquals(
                "config/series/gt4-european/2023.yaml:31: rounds[5].sessions[0].strat: there is no key \"strat\" here; did you mean \"start\"?",
                problem.toString());
    }
}
