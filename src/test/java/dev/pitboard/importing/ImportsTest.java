package dev.pitboard.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Round;
import dev.pitboard.motorsport.Session;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.revision.Origin;
import dev.pitboard.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From a press release to a season, and from the next release to a change of it. */
final class ImportsTest {
    private static Map<Fate, Long> fates(ImportPreview preview) {
        return preview.resolution().items().stream().collect(Collectors.groupingBy(Item::fate, Collectors.counting()));
    }

    private static List<String> open(ImportPreview preview) {
        return preview.resolution().open().stream().map(Asked::key).toList();
    }

    @Test
    void aReleaseBecomesASeasonInABotWithoutAny() {
        Desk desk = new Desk();
        ImportPreview preview = desk.read(Desk.RELEASE);
        assertEquals(List.of("series-gt4-european-series"), open(preview));
        assertEquals(List.of(), preview.resolution().plans());
        assertThrows(UserError.class, () -> desk.approve(preview));

        ImportPreview answered = desk.imports.answer(1, "series-gt4-european-series", "new");
        assertEquals(Map.of(Fate.NEW, 5L), fates(answered));
        List<Revision> made = desk.approve(answered);

        assertEquals(Origin.IMPORT, made.getFirst().origin());
        Round round = desk.season().rounds().getFirst();
        assertEquals("gt4-european-series/2023/barcelona", round.id().toString());
        assertEquals(6, round.number());
        assertEquals(LocalDate.parse("2023-09-29"), round.firstDay());
        assertEquals(LocalDate.parse("2023-10-01"), round.lastDay());
        assertEquals(Desk.EVE, round.source() == null ? null : round.source().checkedAt());
        assertEquals(
                List.of("free-practice-1", "free-practice-2", "qualifying-1-2", "race-1", "race-2"),
                round.sessions().stream().map(s -> s.id().session()).toList());
        assertEquals(
                Instant.parse("2023-09-30T14:50:00Z"), desk.session("race-1").start());
        assertEquals(2, desk.session("qualifying-1-2").parts().size());
        assertThrows(UserError.class, () -> desk.imports.look(1), "it was approved");
    }

    @Test
    void theSameAgainChangesNothingAndPingsNobody() {
        Desk desk = Desk.withBarcelona();
        desk.wanted();
        desk.now = desk.now.plusSeconds(3600);
        ImportPreview again = desk.read(Desk.RELEASE);
        assertEquals(Map.of(Fate.SAME, 5L), fates(again));
        assertEquals(List.of(), open(again));
        assertEquals(Map.of(), again.chats());
        assertEquals(0, again.moved() + again.again() + again.dropped());
        desk.approve(again);
        Round round = desk.season().rounds().getFirst();
        assertEquals(desk.now, round.source() == null ? null : round.source().checkedAt(), "it was looked at again");
    }

    @Test
    void otherWordsForTheSameSessionsAreTheSame() {
        Desk desk = Desk.withBarcelona();
        desk.now = desk.now.plusSeconds(3600);
        ImportPreview german = desk.read("""
                GT4 European Series, Barcelona 2023 (alle Zeiten in MESZ)
                Freitag, 29. September 2023
                11:20 Uhr Freies Training 1 (60 Minuten)
                15:40 Uhr Freies Training 2 (60 Minuten)
                Samstag, 30. September 2023
                11:25 Uhr Zeittraining
                16:50 Uhr Rennen 1
                Sonntag, 1. Oktober 2023
                11:20 Uhr Rennen 2
                """);
        assertEquals(
                Map.of(Fate.SAME, 5L),
                fates(german),
                german.resolution().items().toString());
        assertEquals(List.of(), german.resolution().open());
        assertEquals(
                List.of(),
                german.resolution().plans().getFirst().after().rounds().getFirst().sessions().stream()
                        .filter(s -> !desk.session(s.id().session()).equals(s))
                        .toList());
    }

    @Test
    void aMovedRaceKeepsItsIdAndTellsWhoIsTold() {
        Desk desk = Desk.withBarcelona();
        desk.wanted();
        ImportPreview preview = desk.read(Desk.RELEASE.replace("16:50 Race 1", "17:10 Race 1"));
        assertEquals(Map.of(Fate.SAME, 4L, Fate.MOVED, 1L), fates(preview));
        assertEquals(
                10, preview.chats().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(10, preview.moved());
        desk.approve(preview);
        assertEquals(
                Instant.parse("2023-09-30T15:10:00Z"), desk.session("race-1").start());
        assertTrue(desk.session("race-1").time() instanceof SessionTime.Exact(var _, Duration length)
                && length.equals(Duration.ofMinutes(60)));
    }

    @Test
    void aSessionThatVanishedIsAskedAbout() {
        Desk desk = Desk.withBarcelona();
        ImportPreview preview = desk.read(
                Desk.RELEASE.lines().filter(l -> !l.contains("Race 2")).collect(Collectors.joining("\n")));
        String key = "gone-gt4-european-series/2023/barcelona/race-2";
        assertEquals(List.of(key), open(preview));
        ImportPreview kept = desk.imports.answer(preview.proposal().id(), key, "skip");
        assertEquals(List.of(), open(kept));
        assertEquals(1, kept.resolution().count(Fate.LEFT_OUT));
        desk.approve(desk.imports.answer(preview.proposal().id(), key, "ok"));
        assertEquals(4, desk.season().rounds().getFirst().sessions().size());
    }

    @Test
    void aChangedDayIsAskedAboutAndTheRoundGrows() {
        Desk desk = Desk.withBarcelona();
        ImportPreview preview = desk.read(
                Desk.RELEASE.replace("Sunday October 1st:\n11:20 Race 2", "Monday October 2nd:\n11:20 Race 2"));
        String key = "day-gt4-european-series/2023/barcelona/race-2";
        assertEquals(List.of(key), open(preview));
        desk.approve(desk.imports.answer(preview.proposal().id(), key, "ok"));
        assertEquals(
                LocalDate.parse("2023-10-02"), desk.season().rounds().getFirst().lastDay());
        assertEquals(
                Instant.parse("2023-10-02T09:20:00Z"), desk.session("race-2").start());
    }

    @Test
    void whatWasChangedByHandIsNeverOverwrittenSilently() {
        Desk desk = Desk.withBarcelona();
        desk.moveByHand("race-1", Duration.ofMinutes(20));
        desk.now = desk.now.plusSeconds(3600);
        ImportPreview preview = desk.read(Desk.RELEASE);
        String key = "hand-gt4-european-series/2023/barcelona/race-1";
        assertEquals(List.of(key), open(preview));
        ImportPreview kept = desk.imports.answer(preview.proposal().id(), key, "skip");
        desk.approve(kept);
        assertEquals(
                Instant.parse("2023-09-30T15:10:00Z"), desk.session("race-1").start());

        ImportPreview other = desk.read(Desk.RELEASE);
        desk.approve(desk.imports.answer(other.proposal().id(), key, "2023-09-30T17:30"));
        assertEquals(
                Instant.parse("2023-09-30T15:30:00Z"), desk.session("race-1").start());
    }

    @Test
    void onlyWhatWasSeenIsApproved() {
        Desk desk = Desk.withBarcelona();
        ImportPreview seen = desk.read(Desk.RELEASE.replace("16:50 Race 1", "17:10 Race 1"));
        desk.moveByHand("race-2", Duration.ofMinutes(10));
        Approval approval = desk.imports.approve(seen.proposal().id(), seen.fingerprint(), false, "terminal", _ -> {});
        ImportPreview now = assertInstanceOf(Approval.Different.class, approval).preview();
        assertNotEquals(seen.fingerprint(), now.fingerprint());
        assertEquals(
                Instant.parse("2023-09-30T14:50:00Z"), desk.session("race-1").start());
    }

    @Test
    void thePartWithoutQuestionsIsTakenInWhenThePersonSaysSo() {
        Desk desk = Desk.withBarcelona();
        desk.moveByHand("race-2", Duration.ofMinutes(10));
        ImportPreview preview = desk.read(Desk.RELEASE.replace("16:50 Race 1", "17:10 Race 1"));
        long id = preview.proposal().id();
        assertThrows(
                UserError.class, () -> desk.imports.approve(id, preview.fingerprint(), false, "terminal", _ -> {}));
        desk.imports.approve(id, preview.fingerprint(), true, "terminal", _ -> {});
        assertEquals(
                Instant.parse("2023-09-30T15:10:00Z"), desk.session("race-1").start());
        assertEquals(
                Instant.parse("2023-10-01T09:30:00Z"), desk.session("race-2").start());
        assertEquals(1, open(desk.imports.look(id)).size(), "the rest waits");
    }

    @Test
    void anApprovedImportCanBeTakenBack() throws Exception {
        Desk desk = Desk.withBarcelona();
        List<Revision> made = desk.approve(desk.read(Desk.RELEASE.replace("16:50 Race 1", "17:10 Race 1")));
        desk.control.commit(
                desk.control.preview(desk.control.undoing(made.getFirst().number(), "terminal")));
        assertEquals(
                Instant.parse("2023-09-30T14:50:00Z"), desk.session("race-1").start());
    }

    @Test
    void aCancelledRaceStaysOnTheTimetableAsCancelled() {
        Desk desk = Desk.withBarcelona();
        desk.approve(desk.read(Desk.RELEASE.replace("16:50 Race 1 (60 min)", "16:50 Race 1 - CANCELLED")));
        Session race = desk.session("race-1");
        assertEquals(Status.CANCELLED, race.status());
    }

    @Test
    void aCircuitThatNobodyKnowsIsDescribed() {
        Desk desk = new Desk();
        String text = """
                Paddock Cup 2023, round 3
                Saturday 14 October 2023
                10:00 Qualifying (20 min)
                15:00 Race 1 (30 min)
                """;
        ImportPreview preview =
                desk.read(text, Map.of("series", "Paddock Cup", "circuit", "Europe/Madrid Villanueva ES"));
        for (int i = 0; i < 5 && !open(preview).isEmpty(); i++) {
            preview = desk.imports.answer(preview.proposal().id(), open(preview).getFirst(), "ok");
        }
        desk.approve(preview);
        Round round = desk.timetables
                .get()
                .findSeries("paddock-cup")
                .orElseThrow()
                .seasons()
                .getFirst()
                .rounds()
                .getFirst();
        assertEquals("Villanueva", round.circuit().name());
        assertEquals("ES", round.circuit().country());
        assertEquals(
                Instant.parse("2023-10-14T13:00:00Z"),
                round.sessions().getLast().start());
    }

    @Test
    void answersThatMakeNoSenseAreRefused() {
        Desk desk = new Desk();
        desk.read(Desk.RELEASE);
        assertThrows(UserError.class, () -> desk.imports.answer(1, "series-gt4-european-series", "Formula Nothing"));
        assertThrows(UserError.class, () -> desk.imports.answer(1, "colour", "red"));
        assertThrows(UserError.class, () -> desk.imports.look(99));
        assertThrows(UserError.class, () -> desk.read("The track has 14 corners."));
        desk.imports.drop(1);
        assertThrows(UserError.class, () -> desk.imports.answer(1, "series-gt4-european-series", "new"));
    }
}
