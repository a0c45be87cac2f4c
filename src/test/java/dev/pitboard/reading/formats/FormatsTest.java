package dev.pitboard.reading.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.seasons.SeasonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Small files with the quirks of real ones, and what is read and asked of them. */
final class FormatsTest {
    private static final Path FOLDER = Path.of("src/test/resources/reading");
    private static final TimetableReader READER =
            new TimetableReader(SeasonFiles.circuitsIn(Path.of("config")), List.of());

    private static Draft draft(String file, Known known) throws IOException, Unreadable {
        Path path = FOLDER.resolve(file);
        Path config = path.resolveSibling("config.json");
        byte @Nullable [] keys = Files.exists(config) ? Files.readAllBytes(config) : null;
        return READER.read(Files.readAllBytes(path), keys, known);
    }

    private static String sessions(Draft draft) {
        return draft.sessions().stream()
                .map(s -> s.line() + " " + s.series() + " | " + s.round() + " | " + s.name() + " | "
                        + s.kind().word() + " | " + s.date() + " " + s.clock() + " " + s.zone() + " | "
                        + s.startUtc() + " | " + s.minutes() + " | " + s.status().word() + " | "
                        + (s.venue() == null ? null : s.venue().circuit()) + "\n")
                .collect(Collectors.joining());
    }

    private static String questions(Draft draft) {
        return draft.questions().stream()
                .map(q -> q.line() + " " + q.about().word() + ": " + q.text() + "\n")
                .collect(Collectors.joining());
    }

    private static void check(String file, Known known, String sessions, String questions)
            throws IOException, Unreadable {
        Draft draft = draft(file, known);
        System.out.println("##" + file + "\n" + sessions(draft) + "#Q\n" + questions(draft));
    }

    @Test
    void quotedOffsetsMeasuredAndZeroEndsAlarmsAndOneUidForAll() throws IOException, Unreadable {
        check("calendar/offsets-quoted.ics", Known.nothing(), "", "");
    }

    @Test
    void whatACalendarLeavesOpenIsAsked() throws IOException, Unreadable {
        check("calendar/open-questions.ics", Known.nothing(), "", "");
    }

    @Test
    void aSeasonInUtcGetsTheZonesOfItsCircuits() throws IOException, Unreadable {
        check("json/season.json", Known.nothing(), "", "");
    }

    @Test
    void aTableInGermanWithSemicolonsAndQuotes() throws IOException, Unreadable {
        check("csv/semicolons.csv", Known.nothing(), "", "");
    }

    @Test
    void aTableWithIsoStarts() throws IOException, Unreadable {
        check("csv/iso.csv", new Known("GT4 European Series", null, null, null), "", "");
    }

    @Test
    void anAmericanTableWithAnswersUpFront() throws IOException, Unreadable {
        check(
                "csv/american.tsv",
                new Known("IMSA", ZoneId.of("America/New_York"), 2026, null), "", "");
    }
}
