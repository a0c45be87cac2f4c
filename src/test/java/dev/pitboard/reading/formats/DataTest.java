package dev.pitboard.reading.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pitboard.motorsport.SessionKind;
import dev.pitboard.reading.Draft;
import dev.pitboard.reading.DraftSession;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Question;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.json.SportstimesReader;
import dev.pitboard.seasons.SeasonFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads whole seasons of others, with {@code -Dpitboard.data=DIR}: each session of {@code sportstimes/_db} and each event of
 * {@code ics} is read, asked about or refused with a reason. Prints what became of them.
 */
final class DataTest {
    private static final String FOLDER = System.getProperty("pitboard.data", "");
    private static final TimetableReader READER =
            new TimetableReader(SeasonFiles.circuitsIn(Path.of("config")), List.of());

    @Test
    void everySessionOfTheSeasonsIsAccountedFor() throws IOException, Unreadable {
        assumeFalse(FOLDER.isEmpty());
        int seasons = 0;
        for (Path file : files("sportstimes/_db", "20\\d\\d\\.json")) {
            seasons++;
            byte[] config = Files.readAllBytes(file.resolveSibling("config.json"));
            Draft draft = READER.read(SportstimesReader.together(Files.readAllBytes(file), config), Known.nothing());
            List<String> there = new ArrayList<>();
            for (JsonNode race : new ObjectMapper().readTree(file.toFile()).path("races")) {
                race.path("sessions")
                        .forEach(start -> there.add(
                                java.time.Instant.parse(start.asText()).toString()));
            }
            assertEquals(
                    there,
                    draft.sessions().stream()
                            .map(s -> String.valueOf(s.startUtc()))
                            .toList(),
                    file.toString());
            report(file, there.size(), draft);
        }
        assertTrue(seasons > 0, "no seasons");
    }

    @Test
    void everyEventOfTheCalendarsIsAccountedFor() throws IOException, Unreadable {
        assumeFalse(FOLDER.isEmpty());
        int calendars = 0;
        for (Path file : files("ics", ".*\\.ics")) {
            calendars++;
            byte[] bytes = Files.readAllBytes(file);
            Draft draft = READER.read(bytes, Known.nothing());
            List<Integer> there = new ArrayList<>();
            List<String> lines =
                    new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).equals("BEGIN:VEVENT")) {
                    there.add(i + 1);
                }
            }
            Set<Integer> answered = new HashSet<>();
            draft.sessions().stream().map(DraftSession::line).forEach(answered::add);
            draft.questions().stream().map(Question::line).forEach(answered::add);
            assertTrue(answered.containsAll(there), file.toString());
            report(file, there.size(), draft);
        }
        assertTrue(calendars > 0, "no calendars");
    }

    private static List<Path> files(String folder, String name) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(FOLDER, folder))) {
            return all.filter(f -> String.valueOf(f.getFileName()).matches(name))
                    .sorted()
                    .toList();
        }
    }

    private static void report(Path file, int there, Draft draft) {
        long zoned = draft.sessions().stream().filter(s -> s.zone() != null).count();
        long kinds = draft.sessions().stream()
                .filter(s -> s.kind() != SessionKind.OTHER)
                .count();
        System.out.println(
                "data: " + file.toAbsolutePath().getName(file.toAbsolutePath().getNameCount() - 2) + "/"
                        + file.getFileName() + ": " + there
                        + " sessions, " + draft.sessions().size() + " read, " + zoned + " with a zone, " + kinds
                        + " with a kind, "
                        + draft.questions().size() + " questions");
        if (Boolean.getBoolean("pitboard.verbose")) {
            draft.questions().forEach(q -> System.out.println("   " + q.line() + " " + q.about() + " " + q.text()));
        }
    }
}
