package dev.pitboard.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.SessionTime;
import dev.pitboard.motorsport.Status;
import dev.pitboard.seasons.SeasonFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DocumentsTest {
    private static Series bare(Series s) {
        return new Series(
                s.id(), s.name(), s.aliases(), s.kinds(), s.links(), s.format(), s.points(), s.source(), List.of());
    }

    @Test
    void everyShippedSeasonComesBackAsItWas() {
        List<Series> shipped = Objects.requireNonNull(
                        SeasonFiles.read(Path.of("config")).timetable())
                .series();
        assertFalse(shipped.isEmpty());
        for (Series series : shipped) {
            assertEquals(bare(series), Documents.series(Documents.of(series)));
            for (Season season : series.seasons()) {
                assertEquals(season, Documents.season(Documents.of(season)));
                List<Change> changes = Changes.between(null, season);
                assertEquals(changes, Documents.changes(Documents.of(changes)));
            }
        }
    }

    @Test
    void anySeasonComesBackAsItWas() {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        Set<Class<?>> times = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            RandomDocuments random = new RandomDocuments(seed);
            Season season = random.season();
            assertEquals(season, Documents.season(Documents.of(season)), "seed " + seed);
            Series series = random.series();
            assertEquals(series, Documents.series(Documents.of(series)), "seed " + seed);
            season.rounds()
                    .forEach(r -> r.sessions().forEach(s -> {
                        statuses.add(s.status());
                        times.add(s.time().getClass());
                    }));
        }
        assertEquals(EnumSet.allOf(Status.class), statuses);
        assertEquals(Set.of(SessionTime.class.getPermittedSubclasses()), times);
    }

    @Test
    void anyChangesComeBackAsTheyWere() {
        for (long seed = 0; seed < 100; seed++) {
            RandomDocuments random = new RandomDocuments(seed);
            List<Change> changes = new ArrayList<>(Changes.between(random.season(), random.season()));
            Changes.between(random.season(), null).forEach(changes::add);
            assertFalse(changes.isEmpty());
            assertEquals(changes, Documents.changes(Documents.of(changes)), "seed " + seed);
        }
    }

    @Test
    void whatIsNotKnownIsPassedOverAndWhatIsNotThereIsEmpty() {
        Season season = Documents.season(
                "{\"seriesId\":\"gt4\",\"year\":2023,\"source\":{\"name\":\"x\",\"sort\":1},\"weather\":{\"a\":[1]}}");
        assertEquals(List.of(), season.rounds());
        assertEquals(List.of(), season.notes());
        assertEquals("x", season.source().name());
    }

    @Test
    void aDocumentReadsLikeTheGlossary() {
        String text = Documents.of(new RandomDocuments(3).series());
        assertFalse(text.contains("null"), text);
        assertEquals(
                "[{\"of\":\"season\",\"before\":{\"seriesId\":\"gt4\",\"year\":2023,\"source\":{\"name\":\"x\"}}}]",
                Documents.of(List.<Change>of(new Change.OfSeason(
                        Documents.season("{\"seriesId\":\"gt4\",\"year\":2023,\"source\":{\"name\":\"x\"}}"), null))));
    }

    @Test
    void answersComeBackAndNonsenseIsRefused() {
        Map<String, String> answers = Map.of("zone\n\"", "Europe/Madrid 🏁");
        assertEquals(answers, Documents.answers(Documents.of(answers)));
        assertThrows(IllegalStateException.class, () -> Documents.season("{\"year\":"));
    }
}
