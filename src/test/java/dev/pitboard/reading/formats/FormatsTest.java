package dev.pitboard.reading.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.reading.Draft;
import dev.pitboard.reading.Known;
import dev.pitboard.reading.Unreadable;
import dev.pitboard.reading.json.SportstimesReader;
import dev.pitboard.seasons.SeasonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Small files with the quirks of real ones, and what is read and asked of them. */
final class FormatsTest {
    private static final Path FOLDER = Path.of("src/test/resources/reading");
    private static final TimetableReader READER =
            new TimetableReader(SeasonFiles.circuitsIn(Path.of("config")), List.of());

    private static Draft draft(String file, Known known) throws IOException, Unreadable {
        Path path = FOLDER.resolve(file);
        Path config = path.resolveSibling("config.json");
        byte[] bytes = Files.readAllBytes(path);
        return READER.read(
                Files.exists(config) ? SportstimesReader.together(bytes, Files.readAllBytes(config)) : bytes, known);
    }

    private static String sessions(Draft draft) {
        return draft.sessions().stream()
                .map(s -> s.line() + " " + s.series() + " | " + s.round() + " | " + s.name() + " | "
                        + s.kind().word() + " | " + s.date() + " " + s.clock() + " " + s.zone() + " | "
                        + s.startUtc() + " | " + s.minutes() + " | "
                        + s.status().word() + " | "
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
        assertEquals(sessions, sessions(draft));
        assertEquals(questions, questions(draft));
    }

    @Test
    void quotedOffsetsMeasuredAndZeroEndsAlarmsAndOneUidForAll() throws IOException, Unreadable {
        check("calendar/offsets-quoted.ics", Known.nothing(), """
                        14 WorldSBK | Australian Round | FP1 | practice | 2023-02-24 11:30 Australia/Melbourne | 2023-02-24T00:30:00Z | 45 | scheduled | phillip-island
                        22 WorldSBK | Australian Round | Superpole | qualifying | 2023-02-25 13:10 Australia/Melbourne | 2023-02-25T02:10:00Z | null | scheduled | phillip-island
                        30 WorldSBK | Australian Round | Race 2 | race | 2023-02-26 16:00 Australia/Melbourne | 2023-02-26T05:00:00Z | null | scheduled | phillip-island
                        """, "");
    }

    @Test
    void whatACalendarLeavesOpenIsAsked() throws IOException, Unreadable {
        check("calendar/open-questions.ics", Known.nothing(), """
                        4 IMSA | Sebring | Practice 2 | practice | 2026-03-21 02:00 America/New_York | 2026-03-21T06:00:00Z | null | scheduled | null
                        9 Formula 1 | Imola | Race | race | 2026-05-17 null Europe/Rome | null | null | tbc | imola
                        20 GT4 European Series | Circuit Paul Ricard | Race 1 | race | 2026-04-11 11:00 Europe/Paris | 2026-04-11T09:00:00Z | null | scheduled | paul-ricard
                        25 GT4 European Series | Circuit Paul Ricard | Qualifying | qualifying | 2026-04-11 11:00 Europe/Paris | 2026-04-11T09:00:00Z | null | cancelled | paul-ricard
                        31 GT4 European Series | Circuit Paul Ricard | Warm-up | warmup | 2026-04-11 09:00 Europe/Paris | 2026-04-11T07:00:00Z | null | tbc | paul-ricard
                        37 GT4 European Series | Circuit Paul Ricard | GT4 European Series: Dance of the marshals | other | 2026-04-10 09:00 Europe/Paris | 2026-04-10T07:00:00Z | null | scheduled | paul-ricard
                        43 GT4 European Series | Circuit Paul Ricard | Race 2 | race | null null Europe/Paris | null | null | scheduled | paul-ricard
                        """, """
                        4 time: Its hour is past 24; it is read as early the next day, 2026-03-21T02:00. Is that right?
                        9 time: "Race" has no time yet.
                        15 kind: “Somewhere in Italy” on 2026-05-17 has no time and names no session. It is left out. Is that right?
                        20 zone: The times have no zone of their own; they are read in that of the calendar, Europe/Rome. Is that right?
                        37 kind: What kind of session is “GT4 European Series: Dance of the marshals”?
                        37 date: “GT4 European Series: Dance of the marshals” is repeated in this calendar; only its first date is read. Is that right?
                        43 date: “Race 2” has no start that can be read. When is it?
                        """);
    }

    @Test
    void aSeasonInUtcGetsTheZonesOfItsCircuits() throws IOException, Unreadable {
        check("json/season.json", Known.nothing(), """
                        6 Formula 2 | 1 | Practice | practice | 2026-07-17 11:05 Europe/Brussels | 2026-07-17T09:05:00Z | 45 | scheduled | spa
                        7 Formula 2 | 1 | Feature Race | race | 2026-07-19 10:00 Europe/Brussels | 2026-07-19T08:00:00Z | 60 | scheduled | spa
                        12 Formula 2 | 2 | Sprint | sprint | 2026-05-16 14:15 Europe/Rome | 2026-05-16T12:15:00Z | null | cancelled | imola
                        17 Formula 2 | 3 | Practice 4 | practice | null null null | 2026-08-01T10:00:00Z | null | tbc | null
                        18 Formula 2 | 3 | dance Off | other | null null null | 2026-08-01T12:00:00Z | null | tbc | null
                        19 Formula 2 | 3 | Race | race | null null null | null | null | tbc | null
                        24 Formula 2 | 4 | Race | race | 2026-03-16 15:00 America/Argentina/Cordoba | 2026-03-16T18:00:00Z | null | scheduled | termas
                        """, """
                        14 zone: “Nowhere Grand Prix” is at no circuit that is known, and its times are in UTC. In which zone is it?
                        14 status: “Nowhere Grand Prix” is to be confirmed. Are its times right?
                        18 kind: What kind of session is “dance Off”?
                        19 time: “Race” of “Nowhere Grand Prix” has no start that can be read. When is it?
                        19 time: "Race" has no time yet.
                        22 round: “Argentina”: It is taken to be at Autódromo Termas de Río Hondo, but “Autódromo Internacional do Algarve” is Algarve International Circuit. Where is it?
                        26 round: “Empty” has no sessions. When are they?
                        """);
    }

    @Test
    void aTableInGermanWithSemicolonsAndQuotes() throws IOException, Unreadable {
        check("csv/semicolons.csv", Known.nothing(), """
                        2 GT4 European Series | 2 | Freies Training; lang | practice | 2026-05-29 09:00 Europe/Rome | 2026-05-29T07:00:00Z | 60 | scheduled | monza
                        3 GT4 European Series | 2 | Zeittraining | qualifying | 2026-05-30 11:25 Europe/Rome | 2026-05-30T09:25:00Z | null | cancelled | monza
                        4 GT4 European Series | 2 | Rennen "1" | race | 2026-05-30 16:50 Europe/Rome | 2026-05-30T14:50:00Z | 60 | scheduled | monza
                        5 GT4 European Series | 2 | Rennen 2 | race | 2026-05-30 null Europe/Rome | null | null | tbc | monza
                        """, """
                        5 date: This row has no date; that of the row above is taken. Is that right?
                        5 time: "Rennen 2" has no time yet.
                        """);
    }

    @Test
    void aTableWithIsoStarts() throws IOException, Unreadable {
        check("csv/iso.csv", new Known("GT4 European Series", null, null, null), """
                        2 GT4 European Series | Circuit Zandvoort | FP1 | practice | 2026-09-18 09:15 Europe/Amsterdam | 2026-09-18T07:15:00Z | 60 | scheduled | zandvoort
                        3 GT4 European Series | Circuit Zandvoort | Tea | other | 2026-09-19 13:00 Europe/Amsterdam | 2026-09-19T11:00:00Z | 30 | scheduled | zandvoort
                        4 GT4 European Series | Circuit Zandvoort | Race 2 | race | 2026-09-20 11:20 Europe/Amsterdam | 2026-09-20T09:20:00Z | 60 | scheduled | zandvoort
                        5 GT4 European Series | Circuit Zandvoort | Race 3 | race | null 11:20 Europe/Amsterdam | null | 60 | scheduled | zandvoort
                        """, """
                        3 kind: What kind of session is “Tea”?
                        3 zone: The text names no zone; its times are read as local time at Circuit Zandvoort (Europe/Amsterdam). Is that right?
                        5 date: “2026-13-45T11:20,Race 3,race,60,Zandvoort” has no date that can be read. Which is it?
                        """);
    }

    @Test
    void anAmericanTableWithAnswersUpFront() throws IOException, Unreadable {
        check("csv/american.tsv", new Known("IMSA", ZoneId.of("America/New_York"), 2026, null), """
                        2 IMSA | null | Practice | practice | 2026-09-19 14:15 America/New_York | 2026-09-19T18:15:00Z | null | scheduled | null
                        3 IMSA | null | Race | race | 2026-09-20 11:00 America/New_York | 2026-09-20T15:00:00Z | null | scheduled | null
                        """, """
                        2 round: The text names no round and no circuit that is known. Which round is it?
                        """);
    }
}
