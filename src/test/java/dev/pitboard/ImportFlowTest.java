package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitboard.importing.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a season, a correction, its undoing and a season file, with the command line alone. */
final class ImportFlowTest {
    private static final String MOVED = Desk.RELEASE.replace("16:50 Race 1", "17:10 Race 1");

    @TempDir
    private Path folder;

    @BeforeEach
    void circuitsOnly() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.copy(Path.of("config", "circuits.yaml"), config.resolve("circuits.yaml"));
    }

    private Shell shell() {
        return new Shell(folder.resolve("data"))
                .with("PITBOARD_CONFIG", folder.resolve("config").toString())
                .at(Desk.EVE);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("release.txt"), content).toString();
    }

    private Shell imported() throws IOException {
        Shell shell = shell();
        int code = shell.run("import", file(Desk.RELEASE), "--answer", "series-gt4-european-series=new", "--yes");
        assertEquals(0, code, shell.err() + shell.out());
        return shell;
    }

    @Test
    void aReleaseIsTakenInCorrectedAndTakenBack() throws IOException {
        assertTrue(imported().out().contains("5 new"));
        Shell moved = shell();
        assertEquals(0, moved.run("import", file(MOVED), "--yes"), moved.err());
        assertTrue(moved.out().contains("1 moved"), moved.out());

        Shell exported = shell();
        assertEquals(0, exported.run("export", "season", "gt4-european-series", "2023"), exported.err());
        assertTrue(exported.out().contains("start: 2023-09-30T17:10\n"), exported.out());

        Shell undone = shell();
        assertEquals(0, undone.run("undo", "2", "--yes"), undone.err());
        Shell again = shell();
        again.run("export", "season", "gt4-european-series", "2023");
        assertTrue(again.out().contains("start: 2023-09-30T16:50\n"), again.out());
    }

    @Test
    void questionsAreAskedAtTheTerminal() throws IOException {
        Shell shell = shell().typing("what\nnew\nyes");
        assertEquals(0, shell.run("import", file(Desk.RELEASE)), shell.err() + shell.out());
        assertTrue(shell.out().contains("is no answer to"), shell.out());
        assertTrue(shell.out().contains("is in force"), shell.out());
    }

    @Test
    void whatIsOpenWaitsAndIsAnsweredLater() throws IOException {
        Shell open = shell();
        assertEquals(2, open.run("import", file(Desk.RELEASE), "--yes"));
        assertTrue(open.err().contains("a question is open"), open.err());

        Shell list = shell();
        assertEquals(0, list.run("proposals"));
        assertTrue(list.out().contains("1  release.txt, by terminal"), list.out());
        Shell answered = shell();
        assertEquals(0, answered.run("proposals", "answer", "1", "series-gt4-european-series=new"), answered.err());
        Shell json = shell();
        assertEquals(0, json.run("proposals", "show", "1", "--json"));
        JsonNode preview = new ObjectMapper().readTree(json.out());
        assertEquals("new", preview.path("items").path(0).path("fate").asText());
        assertEquals("new", preview.path("questions").path(0).path("answer").asText());
        assertEquals(0, shell().run("proposals", "approve", "1", "--yes"));
        assertEquals(1, shell().run("proposals", "approve", "1", "--yes"), "it was approved");
        assertEquals(1, shell().run("proposals"), "nothing waits");
    }

    @Test
    void aDroppedOneIsGone() throws IOException {
        shell().run("import", file(Desk.RELEASE));
        assertEquals(0, shell().run("proposals", "drop", "1"));
        assertEquals(1, shell().run("proposals", "show", "1"));
        assertEquals(1, shell().run("undo", "1", "--yes"), "there is no revision");
    }

    @Test
    void mistakesAreToldWithTheirExitCodes() throws IOException {
        assertEquals(65, shell().run("import", file("It rains in Spain.")));
        assertEquals(2, shell().run("import", file(Desk.RELEASE), "--answer", "colour=red", "--yes"));
        assertEquals(64, shell().run("proposals", "show"));
        assertEquals(64, shell().run("proposals", "answer", "1", "nothing"));
        assertEquals(64, shell().run("export"));
    }
}
