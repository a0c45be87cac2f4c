package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ImportCommandTest {
    private static final String RELEASE = """
            GT4 European Series Round 6 (all times in CEST)
            Friday September 29th 2023, Barcelona:
            11:20 Free Practice 1 (60 min) – LIVETIMING
            Saturday September 30th:
            11:25 Q1/Q2 – Qualifying 1 & 2 (2 x 20 min)
            """;

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder.resolve("data"));
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("timetable.txt"), content).toString();
    }

    private String file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void printsOnlyJsonOnStandardOutput() throws IOException {
        Shell shell = shell();
        assertEquals(0, shell.run("import", file(RELEASE), "--dry-run", "--json"));
        assertEquals("", shell.err());
        JsonNode draft = new ObjectMapper().readTree(shell.out());
        assertEquals(List.of("sessions", "questions"), names(draft));
        JsonNode practice = draft.path("sessions").path(0);
        assertEquals(
                List.of(
                        "series",
                        "round",
                        "name",
                        "kind",
                        "date",
                        "start",
                        "zone",
                        "startUtc",
                        "minutes",
                        "status",
                        "parts",
                        "line",
                        "text"),
                names(practice));
        assertEquals("GT4 European Series", practice.path("series").asText());
        assertEquals("6", practice.path("round").asText());
        assertEquals("2023-09-29T11:20", practice.path("start").asText());
        assertEquals("Europe/Madrid", practice.path("zone").asText());
        assertEquals("2023-09-29T09:20:00Z", practice.path("startUtc").asText());
        assertEquals(60, practice.path("minutes").asInt());
        assertEquals(3, practice.path("line").asInt());
        JsonNode qualifying = draft.path("sessions").path(1);
        assertEquals("qualifying", qualifying.path("kind").asText());
        assertEquals(40, qualifying.path("minutes").asInt());
        assertEquals("Q2", qualifying.path("parts").path(1).path("name").asText());
        assertTrue(draft.path("questions").isEmpty());
    }

    @Test
    void asksForWhatTheTextLacksAndTakesAnswersUpFront() throws IOException {
        String text = "Saturday 14 May\n09:00 Qualifying\n14:30 Race (30 min)\n";
        Shell shell = shell();
        assertEquals(2, shell.run("import", file(text), "--dry-run", "--json"));
        JsonNode draft = new ObjectMapper().readTree(shell.out());
        assertTrue(draft.path("sessions").path(0).path("startUtc").isNull());
        assertTrue(draft.path("sessions").path(0).path("series").isNull());
        TreeSet<String> subjects = new TreeSet<>();
        draft.path("questions").forEach(q -> subjects.add(q.path("about").asText()));
        assertEquals(new TreeSet<>(List.of("round", "series", "year", "zone")), subjects);

        Shell answered = shell();
        answered.run(
                "import",
                file(text),
                "--dry-run",
                "--json",
                "--year",
                "2022",
                "--zone",
                "Europe/Lisbon",
                "--series",
                "GT4 Winter");
        JsonNode race =
                new ObjectMapper().readTree(answered.out()).path("sessions").path(1);
        assertEquals("2022-05-14T13:30:00Z", race.path("startUtc").asText());
        assertEquals("GT4 Winter", race.path("series").asText());
    }

    @Test
    void showsPeopleThePieceOfTextAndSaysThatNothingWasChanged() throws IOException {
        Shell shell = shell();
        assertEquals(0, shell.run("import", file(RELEASE), "--dry-run"));
        assertTrue(shell.out().contains("Fri 29 Sep 2023 (Europe/Madrid)"), shell.out());
        assertTrue(shell.out().contains("line 3: 11:20 Free Practice 1 (60 min) – LIVETIMING"), shell.out());
        assertTrue(shell.out().contains("Nothing was changed"), shell.out());
    }

    @Test
    void readsStandardInput() {
        Shell shell = shell();
        ByteArrayInputStream in = new ByteArrayInputStream(RELEASE.getBytes(StandardCharsets.UTF_8));
        assertEquals(0, new CommandLine(new ImportCommand(shell.program(), in)).execute("-", "--dry-run", "--json"));
        assertTrue(shell.out().contains("\"Free Practice 1\""), shell.out());
    }

    @Test
    void findsNothingInATextWithoutATimetable() throws IOException {
        Shell shell = shell();
        assertEquals(1, shell.run("import", file("The 4,655 km circuit has 14 corners."), "--dry-run", "--json"));
        assertTrue(shell.out().replaceAll("\\s", "").startsWith("{\"sessions\":[],\"questions\":[]"), shell.out());
        assertEquals(1, shell().run("import", file(""), "--dry-run"));
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        assertRefused(new byte[] {0x50, 0x4B, 0x03, 0x04, 0, 1, 2});
        assertRefused("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8));
        assertRefused(new byte[10_000_000]);
        assertRefused("word ".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        Shell missing = shell();
        assertEquals(65, missing.run("import", folder.resolve("none.txt").toString()));
        assertTrue(missing.err().contains("there is no such file"), missing.err());
    }

    private void assertRefused(byte[] content) throws IOException {
        Shell shell = shell();
        assertEquals(65, shell.run("import", file(content), "--dry-run", "--json"));
        assertEquals("", shell.out());
        assertTrue(shell.err().startsWith("pitboard: This "), shell.err());
    }

    @Test
    void worksWithCircuitsAndWithoutSeries() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.copy(Path.of("config", "circuits.yaml"), config.resolve("circuits.yaml"));
        Shell shell = shell().with("PITBOARD_CONFIG", config.toString());
        assertEquals(0, shell.run("import", file(RELEASE), "--dry-run", "--json"));
        assertTrue(shell.out().contains("Europe/Madrid"), shell.out());
    }

    @Test
    void aWrongZoneOrYearIsWrongUsage() throws IOException {
        assertEquals(64, shell().run("import", file(RELEASE), "--zone", "Mars/Olympus"));
        assertEquals(64, shell().run("import", file(RELEASE), "--published", "soon"));
        assertEquals(64, shell().run("import"));
    }

    @Test
    void tellsCalendarsTablesAndSeasonsByTheirContent() throws IOException {
        Shell shell = shell();
        String calendar = "src/test/resources/reading/calendar/offsets-quoted.ics";
        assertEquals(0, shell.run("import", file(Files.readString(Path.of(calendar))), "--dry-run", "--json"));
        assertEquals("", shell.err());
        JsonNode practice =
                new ObjectMapper().readTree(shell.out()).path("sessions").path(0);
        assertEquals("2023-02-24T11:30", practice.path("start").asText());
        assertEquals("Australia/Melbourne", practice.path("zone").asText());
        Shell table = shell();
        assertEquals(2, table.run("import", "src/test/resources/reading/csv/semicolons.csv", "--dry-run", "--json"));
        assertEquals(
                4, new ObjectMapper().readTree(table.out()).path("sessions").size());
        Shell season = shell();
        assertEquals(2, season.run("import", "src/test/resources/reading/json/season.json", "--dry-run", "--json"));
        assertEquals(
                "Formula 2",
                new ObjectMapper()
                        .readTree(season.out())
                        .path("sessions")
                        .path(0)
                        .path("series")
                        .asText());
    }

    private static List<String> names(JsonNode node) {
        return node.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }
}
