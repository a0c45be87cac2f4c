package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of circuits.yaml and series.yaml, with the words it is reported in. */
final class OtherChecksTest {
    private ConfigFolder config;

    @BeforeEach
    void folder(@TempDir Path root) {
        config = new ConfigFolder(root);
    }

    static List<Arguments> circuits() {
        return List.of(
                Arguments.of(
                        "country: ES",
                        "country: es",
                        "6: circuits[0].country: \"es\" is not a country code (ISO 3166-1, two capitals, such as SE); did you mean \"ES\"?"),
                Arguments.of(
                        "country: ES",
                        "country: Spain",
                        "6: circuits[0].country: \"Spain\" is not a country code (ISO 3166-1, two capitals, such as SE); did you mean \"ES\"?"),
                Arguments.of(
                        "Europe/Madrid",
                        "Europe/Madird",
                        "7: circuits[0].zone: \"Europe/Madird\" is not a time zone such as Europe/Madrid; did you mean \"Europe/Madrid\"?"),
                Arguments.of(
                        "Europe/Madrid",
                        "CEST",
                        "7: circuits[0].zone: \"CEST\" is not a time zone such as Europe/Madrid"),
                Arguments.of(
                        "Europe/Madrid",
                        "\"+02:00\"",
                        "7: circuits[0].zone: \"+02:00\" is not a time zone such as Europe/Madrid"),
                Arguments.of(
                        "latitude: 41.57",
                        "latitude: 91",
                        "8: circuits[0].coordinates.latitude: 91.0 is not between -90 and 90 degrees"),
                Arguments.of(
                        "longitude: 2.261111",
                        "longitude: -180.5",
                        "8: circuits[0].coordinates.longitude: -180.5 is not between -180 and 180 degrees"),
                Arguments.of(
                        "longitude: 2.261111",
                        "longitude: 2°15'",
                        "8: circuits[0].coordinates.longitude: must be a number, not \"2°15'\""),
                Arguments.of(
                        "latitude: 41.57, longitude: 2.261111",
                        "latitude: 0, longitude: 0",
                        "8: circuits[0].coordinates: 0, 0 is in the Atlantic: leave the coordinates out where they are not known"),
                Arguments.of(
                        "metres: 4657",
                        "metres: 4",
                        "9: circuits[0].metres: 4 is not the length of a lap in metres (100 to 100000)"),
                Arguments.of(
                        "metres: 4657",
                        "metres: 4.657",
                        "9: circuits[0].metres: must be a whole number, not \"4.657\""),
                Arguments.of(
                        "corners: 14",
                        "corners: 0",
                        "10: circuits[0].corners: 0 is not a number of corners (1 to 300)"),
                Arguments.of(
                        "[Barcelona]",
                        "[Barcelona, Barcelona]",
                        "4: circuits[0].aliases[1]: \"Barcelona\" is in this list twice"));
    }

    @ParameterizedTest
    @MethodSource("circuits")
    void circuitsAreChecked(String piece, String by, String expected) {
        config.write("circuits.yaml", ConfigFolder.replaced(ConfigFolder.CIRCUITS, piece, by));
        assertEquals(
                List.of("circuits.yaml:" + expected),
                config.render(SeasonFiles.check(List.of(config.path("circuits.yaml")))));
    }

    static List<Arguments> series() {
        String source = "source: { name: Press release }";
        return List.of(
                Arguments.of(
                        "practice, qualifying",
                        "practice, practice",
                        "2: kinds[1]: \"practice\" is in this list twice"),
                Arguments.of(
                        "practice, qualifying",
                        "practise, qualifying",
                        "2: kinds[0]: \"practise\" is not a kind of session; did you mean \"practice\"?"),
                Arguments.of("[practice, qualifying, race, other]", "[]", "2: kinds: names no kind of session"),
                Arguments.of(
                        "name: GT4", "nmae: GT4", "1: nmae: there is no key \"nmae\" here; did you mean \"name\"?"),
                Arguments.of(
                        source,
                        source + "\npoints: [{ name: Race, text: t, scale: [1, 2] }]",
                        "4: points[0].scale: must go down from the points for first place, not below 0"),
                Arguments.of(
                        source,
                        source + "\npoints: [{ name: Race, text: t, confirmed: no }]",
                        "4: points[0].confirmed: must be true or false, not \"no\""),
                Arguments.of(
                        source,
                        source + "\nlinks: [{ label: Live, url: \"https://\" }]",
                        "4: links[0].url: \"https://\" is not a web address such as https://example.org/live"),
                Arguments.of(
                        source,
                        source + "\nformat: { items: [{ kind: drag, text: t }] }",
                        "4: format.items[0].kind: \"drag\" is not a kind of session; known are other, practice, qualifying, race, sprint, test, warmup"));
    }

    @ParameterizedTest
    @MethodSource("series")
    void seriesAreChecked(String piece, String by, String expected) {
        config.write("series/gt4/series.yaml", ConfigFolder.replaced(ConfigFolder.SERIES, piece, by));
        List<String> problems = config.render(SeasonFiles.check(List.of(config.path("series/gt4/series.yaml"))));
        assertEquals("series/gt4/series.yaml:" + expected, problems.getFirst());
    }

    @Test
    void aSeasonSaysWhenItsCircuitIsTheOneThatIsBroken() {
        config.write("circuits.yaml", ConfigFolder.replaced(ConfigFolder.CIRCUITS, "Europe/Madrid", "Mars/Olympus"));
        assertEquals(
                List.of(
                        "circuits.yaml:7: circuits[0].zone: \"Mars/Olympus\" is not a time zone such as Europe/Madrid",
                        "series/gt4/2023.yaml:6: rounds[0].circuit: the circuit \"barcelona\" has problems of its own in circuits.yaml"),
                config.problems());
    }

    @Test
    void withoutCircuitsNoSeasonIsBlamedForThem() {
        config.write("circuits.yaml", "circuits: [");
        assertEquals(
                List.of(
                        "circuits.yaml:1: is not valid YAML: while parsing a flow node: expected the node content, but found '<stream end>'"),
                config.problems());
        assertEquals(
                0,
                config.read().timetable() == null
                        ? 0
                        : config.read().timetable().fixtures().size());
    }
}
