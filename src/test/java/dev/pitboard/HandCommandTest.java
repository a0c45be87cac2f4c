package dev.pitboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.delivery.DeliveryEvents;
import dev.pitboard.motorsport.Change;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.Revision;
import dev.pitboard.store.CannotOpen;
import dev.pitboard.store.Database;
import dev.pitboard.store.SqlRevisions;
import dev.pitboard.store.SqlSilences;
import dev.pitboard.store.SqlStewards;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host changes the timetable and names stewards from the command line, while the bot has the database open. */
final class HandCommandTest {
    private static final Instant NOON = Instant.parse("2023-09-30T10:00:00Z");

    @TempDir
    private Path data = Path.of("");

    private Database bot;

    @BeforeEach
    void open() throws CannotOpen {
        bot = Database.open(Database.sqliteUrl(data.resolve("pitboard.db")), null, null);
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private Shell shell() {
        return new Shell(data).at(NOON);
    }

    private List<Revision> byHand() {
        return new SqlRevisions(bot, DeliveryEvents.NONE)
                .history("gt4-european", 100).stream()
                        .filter(r -> r.origin() == Origin.HAND)
                        .toList();
    }

    @Test
    void aMoveIsShownAskedAndMade() {
        Shell no = shell().typing("no");
        assertEquals(2, no.run("session", "move", "race-1", "+20m"), no.err());
        assertTrue(no.out().contains("Move Race 1 · Barcelona?"), no.out());
        assertTrue(no.err().contains("nothing was changed"), no.err());
        assertEquals(2, shell().run("session", "move", "race-1", "17:10"), "nobody to ask");
        assertEquals(List.of(), byHand());

        Shell yes = shell().typing("yes");
        assertEquals(0, yes.run("session", "move", "race-1", "5:10 pm", "reason=fog at turn one"), yes.err());
        assertTrue(yes.out().contains("Race 1 · Barcelona is moved"), yes.out());
        Revision made = byHand().getFirst();
        assertEquals("fog at turn one", made.why());
        assertEquals("terminal", made.who());
        Change.OfSession change = (Change.OfSession) made.changes().getLast();
        assertEquals(
                Instant.parse("2023-09-30T15:10:00Z"),
                change.after() == null ? null : change.after().start());
    }

    @Test
    void wordsThatLookLikeOptionsAreWords() {
        Shell late = shell();
        assertEquals(0, late.run("session", "delay", "race-1", "15m", "--all-after", "--yes"), late.err());
        Shell earlier = shell();
        assertEquals(0, earlier.run("session", "move", "race-1", "-10m", "--yes"), earlier.err());
        assertEquals(2, byHand().size());
    }

    @Test
    void historyShowsItAndSilenceHolds() {
        assertEquals(0, shell().run("session", "cancel", "race-1", "--yes"));
        Shell history = shell();
        assertEquals(0, history.run("history"), history.err());
        assertTrue(history.out().contains("Race 1 · Barcelona is cancelled"), history.out());
        assertEquals(0, shell().run("silence", "30m"));
        assertEquals(1, new SqlSilences(bot).at(NOON).size());
        assertEquals(0, shell().run("resume"));
        assertEquals(List.of(), new SqlSilences(bot).at(NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session cancel sprint-7 --yes",
                "session move race-1 25:00 --yes",
                "session fly race-1",
                "silence 9d"
            })
    void whatCantBeDoneIsExplainedAndChangesNothing(String line) {
        Shell shell = shell();
        int exit = shell.run(line.split(" ", -1));
        assertTrue(exit == 1 || exit == 2, () -> exit + shell.err());
        assertEquals("", shell.out());
        assertTrue(shell.err().contains("That didn't work"), shell.err());
        assertEquals(List.of(), byHand());
        assertEquals(List.of(), new SqlSilences(bot).at(NOON));
    }

    @Test
    void aTimeThatIsPastIsAskedEvenWithYes() {
        Shell shell = shell();
        assertEquals(2, shell.run("session", "move", "race-1", "5:10", "--yes"));
        assertTrue(shell.err().contains("time=2023-09-30T17:10"), shell.err());
        assertEquals(List.of(), byHand());
    }

    @Test
    void stewardsAreNamedListedAndTakenBack() {
        String person = "discord:123456789012345678";
        Shell add = shell();
        assertEquals(0, add.run("steward", "add", person, "--series", "gt4-european"), add.err());
        assertEquals(person + " may change gt4-european.\n", add.out());
        assertTrue(new SqlStewards(bot).may(person, "gt4-european"));
        assertEquals(1, shell().run("steward", "add", person, "--series", "gt4-european"), "already");
        assertEquals(0, shell().run("steward", "add", "telegram:42"));
        Shell list = shell();
        assertEquals(0, list.run("steward", "list"));
        assertEquals("telegram:42 may change every series\n" + person + " may change gt4-european\n", list.out());
        assertEquals(1, shell().run("steward", "remove", person), "was not named for every series");
        assertEquals(0, shell().run("steward", "remove", person, "--series", "gt4-european"));
        assertEquals(0, shell().run("steward", "remove", "telegram:42"));
        assertEquals(1, shell().run("steward", "list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steward",
                "steward add",
                "steward add max",
                "steward add discord:max",
                "steward add discord:12",
                "steward add terminal:1",
                "steward promote discord:123456789012345678"
            })
    void whoIsNoPersonIsWrongUsage(String line) {
        Shell shell = shell();
        assertEquals(64, shell.run(line.split(" ", -1)), shell.err());
        assertEquals(List.of(), new SqlStewards(bot).list());
    }

    @Test
    void aSeriesThatIsNotThereIsNamed() {
        Shell shell = shell();
        assertEquals(1, shell.run("steward", "add", "telegram:42", "--series", "gt5"));
        assertTrue(shell.err().contains("there is gt4-european"), shell.err());
    }
}
