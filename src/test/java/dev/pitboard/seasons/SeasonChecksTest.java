package dev.pitboard.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of a season file, with the words it is reported in. */
final class SeasonChecksTest {
    private static final String FILE = "series/gt4/2023.yaml:";

    private ConfigFolder config;

    @BeforeEach
    void folder(@TempDir Path root) {
        config = new ConfigFolder(root);
    }

    @Test
    void theUnspoiltFolderHasNoProblem() {
        assertEquals(List.of(), config.problems());
    }

    static List<Arguments> mistakes() {
        return List.of(
                mistake(
                        "start: 2023-09-29T11:20",
                        "strat: 2023-09-29T11:20",
                        "9: rounds[0].sessions[0].strat: there is no key \"strat\" here; did you mean \"start\"?",
                        "9: rounds[0].sessions[0].minutes: a length needs a \"start\"; put it into \"notes\" until the start is known"),
                mistake(
                        "number: 6",
                        "wings: 6",
                        "5: rounds[0].wings: there is no key \"wings\" here; the keys are id, number, name, circuit, dates, status, grid, sessions, results, notes, source"),
                mistake("    dates: 2023-09-29..2023-10-01\n", "", "4: rounds[0]: the key \"dates\" is missing"),
                mistake("dates: 2023-09-29..2023-10-01", "dates:", "4: rounds[0]: the key \"dates\" is missing"),
                mistake(
                        "number: 6",
                        "number: 6\n    number: 7",
                        "6: rounds[0].number: this key was already given on line 5"),
                mistake("number: 6", "number: six", "5: rounds[0].number: must be a whole number, not \"six\""),
                mistake("number: 6", "number: 0", "5: rounds[0].number: 0 is not a round number (1 to 100)"),
                mistake("number: 6", "notes: wet", "5: rounds[0].notes: must be a list, such as [one, two]"),
                mistake(
                        "number: 6",
                        "name: [a]",
                        "5: rounds[0].name: must be a single value, not a list or keys and values"),
                mistake(
                        "number: 6",
                        "source: me",
                        "5: rounds[0].source: must be made of keys and values, such as { name: ... }"),
                mistake("number: 6", "name: \"\"", "5: rounds[0].name: is empty"),
                mistake(
                        "number: 6",
                        "notes: [one, , two]",
                        "5: is not valid YAML: while parsing a flow node: expected the node content, but found ','"),
                mistake(
                        "number: 6",
                        "name: !!python/object x",
                        "5: rounds[0].name: the tag tag:yaml.org,2002:python/object is not read: leave it out"),
                mistake("number: 6", "notes: [\"a\\u0007b\"]", "5: rounds[0].notes[0]: has a control character in it"),
                mistake("number: 6", "grid: -3", "5: rounds[0].grid: -3 is not a number of cars (1 to 500)"),
                mistake(
                        "number: 6",
                        "status: canceled",
                        "5: rounds[0].status: \"canceled\" is not a status; did you mean \"cancelled\"?"),
                mistake("season: 2023", "season: 2024", "1: season: says 2024, but the file is named 2023.yaml"),
                mistake(
                        "circuit: barcelona",
                        "circuit: barcellona",
                        "6: rounds[0].circuit: \"barcellona\" is not a circuit in circuits.yaml; did you mean \"barcelona\"?"),
                mistake(
                        "circuit: barcelona",
                        "circuit: suzuka",
                        "6: rounds[0].circuit: \"suzuka\" is not a circuit in circuits.yaml; known are barcelona, vallelunga"),
                mistake(
                        "- id: barcelona",
                        "- id: Barcelona!",
                        "4: rounds[0].id: \"Barcelona!\" is not an id: 1 to 24 of a-z, 0-9 and -; did you mean \"barcelona\"?"),
                mistake(
                        "id: fp1",
                        "id: race-1",
                        "16: rounds[0].sessions[2].id: the id \"race-1\" is already used on line 9"),
                mistake(
                        "name: Free Practice 1",
                        "name: Race 1",
                        "16: rounds[0].sessions[2].name: the name \"Race 1\" is already used on line 9"),
                mistake(
                        "kind: practice",
                        "kind: practise",
                        "9: rounds[0].sessions[0].kind: \"practise\" is not a kind of session; did you mean \"practice\"?"),
                mistake(
                        "kind: practice",
                        "kind: warmup",
                        "9: rounds[0].sessions[0].kind: \"warmup\" is not among the kinds in series.yaml (practice, qualifying, race, other)"));
    }

    static List<Arguments> mistakesInTime() {
        String dates = "2023-09-29..2023-10-01";
        String at7 = "7: rounds[0].dates: ";
        String start = "start: 2023-09-29T11:20, minutes: 60";
        String at9 = "9: rounds[0].sessions[0].start: ";
        String outside = " is outside the round's dates 2023-09-29..2023-10-01";
        return List.of(
                mistake(dates, "2023-09-29..2023-09-31", at7 + "there is no day 2023-09-31"),
                mistake(dates, "Thu 2023-09-29..2023-10-01", at7 + "2023-09-29 is a Friday, not a Thursday"),
                mistake(dates, "29 September", at7 + "\"29 September\" is not a date: write it as 2023-09-29"),
                mistake(dates, "2023-10-01..2023-09-29", at7 + "ends on 2023-09-29, before it begins on 2023-10-01"),
                mistake(dates, "2023-09-29..2023-12-01", at7 + "is longer than 31 days"),
                mistake("checked: 2023-09-27", "checked: 2023-09-37", "2: source.checked: there is no day 2023-09-37"),
                mistake(
                        start,
                        "start: tomorrow",
                        at9
                                + "\"tomorrow\" is not a start: write the track's local time as 2023-09-29T11:20, or give only a \"date\""),
                mistake(start, "start: 2023-09-31T11:20", at9 + "there is no day 2023-09-31"),
                mistake(start, "start: 2023-09-29T25:20", at9 + "there is no 25:20 on the clock"),
                mistake(start, "start: Thu 2023-09-29T11:20", at9 + "2023-09-29 is a Friday, not a Thursday"),
                mistake(
                        start,
                        "start: Fryday 2023-09-29T11:20",
                        at9 + "\"Fryday\" is not a day of the week in English; did you mean \"Friday\"?"),
                mistake(
                        start,
                        "start: 2023-09-29T11:20+01:00",
                        at9
                                + "+01:00 contradicts the track's clock: on 2023-09-29 at 11:20 Europe/Madrid is at +02:00"),
                mistake(
                        start,
                        "start: 2023-09-29T11:20Z",
                        at9 + "Z contradicts the track's clock: on 2023-09-29 at 11:20 Europe/Madrid is at +02:00"),
                mistake(start, "start: 2023-09-29T11:20+99:00", at9 + "there is no offset +99:00"),
                mistake(
                        start,
                        "start: 2023-09-29T11:20 CET",
                        at9 + "CET contradicts the track's clock: on 2023-09-29 at 11:20 Europe/Madrid is at +02:00"),
                mistake(
                        start,
                        "start: 2023-09-29T11:20 Europe/London",
                        at9
                                + "Europe/London contradicts the track's clock: on 2023-09-29 at 11:20 Europe/Madrid is at +02:00"),
                mistake(
                        start,
                        "start: 2023-09-29T11:20 XYZ",
                        at9 + "the zone \"XYZ\" is not known: leave it out, starts are the track's local time"),
                mistake(start, "start: 2023-09-28T11:20", at9 + "2023-09-28" + outside),
                mistake(start, "date: 2023-10-02", "9: rounds[0].sessions[0].date: 2023-10-02" + outside),
                mistake(start, "date: 2023-10-32", "9: rounds[0].sessions[0].date: there is no day 2023-10-32"),
                mistake(
                        start,
                        "start: 2023-09-29T11:20, date: 2023-09-29",
                        "9: rounds[0].sessions[0].date: leave \"date\" out where there is a \"start\""),
                mistake(
                        start,
                        "minutes: 60",
                        "9: rounds[0].sessions[0].minutes: a length needs a \"start\"; put it into \"notes\" until the start is known"),
                mistake(
                        "11:20, minutes: 60",
                        "11:20, minutes: 0",
                        "9: rounds[0].sessions[0].minutes: 0 is not a length in minutes (1 to 2880)"),
                mistake(
                        "11:20, minutes: 60",
                        "11:20, minutes: -60",
                        "9: rounds[0].sessions[0].minutes: -60 is not a length in minutes (1 to 2880)"),
                mistake(
                        "11:20, minutes: 60",
                        "11:20, minutes: 6000",
                        "9: rounds[0].sessions[0].minutes: 6000 is not a length in minutes (1 to 2880)"),
                mistake(
                        "11:20, minutes: 60",
                        "11:20, minutes: \"60\"",
                        "9: rounds[0].sessions[0].minutes: must be a whole number, not \"60\""),
                mistake(
                        "2023-09-30T16:50",
                        "2023-09-30T12:04",
                        "16: rounds[0].sessions[2].start: overlaps \"Qualifying\" on line 13"),
                mistake(
                        "start: 2023-09-30T16:50, minutes: 60",
                        "start: 2023-09-30T11:25",
                        "16: rounds[0].sessions[2].start: overlaps \"Qualifying\" on line 13"));
    }

    static List<Arguments> mistakesInParts() {
        String q1 = "{ name: Q1, minutes: 20, start: 11:25 }";
        String at = "15: rounds[0].sessions[1].parts";
        return List.of(
                mistake(q1, "{ name: Q1, start: 11:24 }", at + "[0].start: starts before its session"),
                mistake(q1, "{ name: Q1, start: 12:05 }", at + "[0].start: starts after its session has ended"),
                mistake(q1, "{ name: Q1, minutes: 20, start: 11:50 }", at + "[0]: ends after its session"),
                mistake(
                        q1,
                        "{ name: Q1, minutes: 21, start: 11:25 }",
                        at + ": the parts take 41 minutes together, the session only 40"),
                mistake(q1, "{ name: Q1, start: 25:11 }", at + "[0].start: there is no 25:11 on the clock"),
                mistake(
                        q1,
                        "{ name: Q1, start: 2023-09-30T11:25+01:00 }",
                        at
                                + "[0].start: +01:00 contradicts the track's clock: on 2023-09-30 at 11:25 Europe/Madrid is at +02:00"),
                mistake(q1, "{ name: q2 }", at + "[1].name: the id \"q2\" is already used on line 15"),
                mistake(q1, "{ name: 予選 }", at + "[0]: no id can be made of the name \"予選\": give an \"id\""),
                mistake(
                        q1,
                        "{ name: Q0, minutes: 15, start: 11:30 }, { name: Q1, start: 11:40 }",
                        at + "[1].start: starts before \"Q0\" is over"),
                mistake(
                        "start: 2023-09-30T11:25\n        minutes: 40",
                        "date: 2023-09-30",
                        "14: rounds[0].sessions[1].parts[0].start: a part can only have a start when its session has one"));
    }

    static List<Arguments> mistakesBesideTheTimetable() {
        String end = "minutes: 60 }\n";
        String race = "start: 2023-09-30T16:50, " + end;
        return List.of(
                mistake(
                        race,
                        race + "    results: [{ race: Race 9, place: 1, number: \"2\" }]\n",
                        "17: rounds[0].results[0].race: \"Race 9\" is not a race of this round; did you mean \"Race 1\"?"),
                mistake(
                        race,
                        race + "    results: [{ race: Race 1, place: 0, number: \"2\" }]\n",
                        "17: rounds[0].results[0].place: 0 is not a place (1 to 500)"),
                mistake(
                        race,
                        race + "    results: [{ race: Race 1, place: 1 }]\n",
                        "17: rounds[0].results[0]: says neither which car nor who: give \"number\", \"drivers\" or \"team\""),
                mistake(
                        race,
                        race
                                + "    results:\n      - { race: Race 1, place: 1, team: A }\n      - { race: Race 1, place: 1, team: B }\n",
                        "19: rounds[0].results[1].place: this place of the same race and class is already given on line 18"),
                mistake(
                        race,
                        race + "entries: [{ number: \"1234\", team: A }]\n",
                        "17: entries[0].number: \"1234\" is not a car's number: up to three digits"),
                mistake(
                        race,
                        race + "entries: [{ number: \"19\", team: A, rounds: [barcelone] }]\n",
                        "17: entries[0].rounds[0]: \"barcelone\" is not a round of this season; did you mean \"barcelona\"?"),
                mistake(
                        race,
                        race + "entries: [{ number: \"19\" }]\n",
                        "17: entries[0]: says neither who nor which team: give \"drivers\" or \"team\""),
                mistake(
                        race,
                        race
                                + "entries:\n  - { number: 19, team: A }\n  - { number: 19, team: B, rounds: [barcelona] }\n",
                        "19: entries[1].number: number 19 is already entered on line 18; where they are different rounds, say so with \"rounds\""),
                mistake(
                        race,
                        race + "entries: [{ number: 19, drivers: [{ name: A, country: Sweden }] }]\n",
                        "17: entries[0].drivers[0].country: \"Sweden\" is not a country code (ISO 3166-1, two capitals, such as SE); did you mean \"SE\"?"),
                mistake(
                        race,
                        race + "entries: [{ number: 19, team: A, links: [{ label: Photos, url: example.org }] }]\n",
                        "17: entries[0].links[0].url: \"example.org\" is not a web address such as https://example.org/live"),
                mistake(
                        race,
                        race
                                + "entries: [{ number: 19, team: A, links: [{ label: Photos, url: \"javascript:alert(1)\" }] }]\n",
                        "17: entries[0].links[0].url: \"javascript:alert(1)\" is not a web address such as https://example.org/live"),
                mistake(
                        race,
                        race + "champions: [{ class: Silver }]\n",
                        "17: champions[0]: the key \"drivers\" is missing"),
                mistake(
                        race,
                        race + "  - { id: rome, number: 6, circuit: vallelunga, dates: 2023-10-28..2023-10-29 }\n",
                        "17: rounds[1].number: round number 6 is already used on line 5"),
                mistake(
                        race,
                        race + "  - { id: barcelona, circuit: vallelunga, dates: 2023-10-28..2023-10-29 }\n",
                        "17: rounds[1].id: the id \"barcelona\" is already used on line 4"));
    }

    private static Arguments mistake(String piece, String by, String... expected) {
        return Arguments.of(
                piece, by, Arrays.stream(expected).map(e -> FILE + e).toList());
    }

    @ParameterizedTest
    @MethodSource({"mistakes", "mistakesInTime", "mistakesInParts", "mistakesBesideTheTimetable"})
    void isReportedInTheseWords(String piece, String by, List<String> expected) {
        config.season(piece, by);
        assertEquals(expected, config.problems());
    }

    @Test
    void reportsEverythingAtOnceInTheOrderOfTheLines() {
        String season = ConfigFolder.SEASON
                .replace("season: 2023", "season: 2032")
                .replace("circuit: barcelona", "circuit: barselona")
                .replace("kind: practice", "kind: drive")
                .replace("minutes: 40", "minuets: 40")
                .replace("T16:50", "T16:70");
        config.write("series/gt4/2023.yaml", season);
        assertEquals(
                List.of(1, 6, 9, 14),
                config.read().problems().stream().map(Problem::line).toList());
    }

    @Test
    void aRoundOfTheNextYearIsOnlyPointedOut() {
        config.season(
                "start: 2023-09-30T16:50, minutes: 60 }\n",
                "start: 2023-09-30T16:50, minutes: 60 }\n  - { id: late, circuit: vallelunga, dates: 2024-01-20 }\n");
        assertEquals(
                List.of(
                        FILE.replace(":", "")
                                + ":17: warning: rounds[1].dates: 2024-01-20 is not in 2023: fine for a season that crosses the new year"),
                config.problems());
        assertEquals(false, config.read().hasErrors());
    }
}
