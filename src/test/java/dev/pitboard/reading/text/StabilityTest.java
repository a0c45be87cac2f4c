package dev.pitboard.reading.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.CircuitZones;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.seasons.SeasonFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What may change in a text without changing what is read from it. */
final class StabilityTest {
    private static final Path TEXTS = Path.of("src/test/resources/reading");
    private static final TextReader READER =
            new TextReader(CircuitZones.of(SeasonFiles.circuitsIn(Path.of("config"))), List.of());
    private static final String NOISE = """

            Press contact: Mobile +49 6221 123-4567, Fax 06221/12 34 56, press@example.org
            Motor Street 12, 08160 Anytown
            Tickets from € 25.00, children under 12 free, parking EUR 7.50
            1. Smith / Jones (Audi) 1:43.567 +0.123
            2. Miller / Brown (BMW) 1:43.902 +0.458
            "We learned a lot and the car feels good," says the driver of number 19.
            Length 4,655 km, 14 corners, 25 laps
            """;

    private final Map<Path, List<String>> readAsTheyAre = new HashMap<>();

    private static List<String> read(String text, Known known) throws Unreadable {
        Draft draft = READER.read(text.getBytes(StandardCharsets.UTF_8), known);
        return draft.sessions().stream()
                .filter(s -> s.kind() != SessionKind.OTHER)
                .map(s -> s.startUtc() + " " + s.clock() + " " + s.kind() + " " + s.minutes() + " " + s.status())
                .sorted()
                .toList();
    }

    /** All but the one whose letters are broken: it is put right as a whole, and not with sound ones added. */
    private static List<Path> mended() {
        return Corpus.texts(TEXTS).stream()
                .filter(text -> !text.endsWith("en-mojibake.txt"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> readsTheSame() {
        Map<String, UnaryOperator<String>> changes = new TreeMap<>(Map.of(
                "mail quoting and line ends",
                text -> "> " + text.replace("\n", "\r\n> "),
                "spaces and dashes",
                text -> text.replace(' ', '\u00A0').replace('–', '—'),
                "noise",
                text -> text + NOISE));
        return changes.entrySet().stream()
                .flatMap(change -> mended().stream()
                        .map(text -> DynamicTest.dynamicTest(
                                change.getKey() + " in " + text.getFileName(),
                                () -> unchanged(text, change.getValue()))));
    }

    private void unchanged(Path file, UnaryOperator<String> change) throws IOException, Unreadable {
        String text = Files.readString(file);
        Known known = Corpus.known(file);
        List<String> asItIs = readAsTheyAre.get(file);
        if (asItIs == null) {
            asItIs = read(text, known);
            readAsTheyAre.put(file, asItIs);
        }
        assertEquals(asItIs, read(change.apply(text), known));
    }

    @Test
    void theOrderOfDaysDoesNotMatter() throws Unreadable {
        List<String> days = List.of(
                "Thursday 26 June 2025\n14:00 - 15:30 Test\n",
                "Friday 27 June 2025\n09:00 Free Practice 1 (60 min)\n13:30 Free Practice 2 (60 min)\n",
                "Saturday 28 June 2025\n10:00-10:20 Qualifying 1\n10:30-10:50 Qualifying 2\n16:00 Race 1 (1 hour)\n",
                "Sunday 29 June 2025\n09:15 Warm-up\n12:45 Race 2 (60 min)\n");
        Known known = new Known("GT4", ZoneId.of("Europe/Brussels"), null, null);
        List<String> inOrder = read(String.join("\n", days), known);
        Random random = new Random(4);
        for (int i = 0; i < 20; i++) {
            List<String> shuffled = new ArrayList<>(days);
            Collections.shuffle(shuffled, random);
            assertEquals(inOrder, read(String.join("\n", shuffled), known), () -> String.join("\n", shuffled));
        }
    }
}
