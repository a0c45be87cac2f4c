package dev.pitboard.revision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Source;
import dev.pitboard.notice.Consequences;
import dev.pitboard.revision.Silences.Silence;
import dev.pitboard.revision.Stewards.Steward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of revisions, proposals, stewards and silences does. */
public abstract class RevisionsContract {
    private static final Instant NOON = Instant.parse("2023-09-29T12:00:00Z");
    private static final Source SOURCE = new Source("press release", null, null);

    private @Nullable Stores stores;

    /** One store, by what it holds. */
    public record Stores(Revisions revisions, Proposals proposals, Stewards stewards, Silences silences) {}

    /** A store with nothing in it. */
    protected abstract Stores emptyStores();

    @BeforeEach
    final void empty() {
        stores = emptyStores();
    }

    private Stores stores() {
        return Objects.requireNonNull(stores);
    }

    private Revisions revisions() {
        return stores().revisions();
    }

    private static Series series(String id, String name) {
        return new Series(id, name, List.of("alias"), List.of(), List.of(), null, null, SOURCE, List.of());
    }

    private static Season season(String series, int year, String... notes) {
        return new Season(series, year, SOURCE, List.of(), List.of(), List.of(), List.of(notes), null);
    }

    private static ChangeSet set(long base, @Nullable Season before, @Nullable Season after) {
        Season some = Objects.requireNonNull(after == null ? before : after);
        return new ChangeSet(
                series(some.seriesId(), "GT4 🏁"),
                some.year(),
                base,
                Changes.between(before, after),
                Origin.IMPORT,
                "discord:42",
                "because \"so\"",
                null);
    }

    private Revision commit(long base, @Nullable Season before, @Nullable Season after, @Nullable Season file)
            throws Outdated {
        return revisions().commit(new Revisions.Made(set(base, before, after), after, file, Consequences.none()), NOON);
    }

    @Test
    void nothingIsThereAtFirst() {
        assertEquals(0, revisions().head());
        assertEquals(new Revisions.Stored(0, List.of()), revisions().stored());
        assertEquals(List.of(), revisions().history(null, 10));
        assertEquals(Optional.empty(), revisions().find(1));
    }

    @Test
    void aCommitIsKeptAsItWasMade() throws Outdated {
        Season first = season("gt4", 2023, "one");
        ChangeSet set = set(0, null, first);
        Revision made = revisions()
                .commit(new Revisions.Made(set, first, first, Consequences.none()), NOON.plusNanos(1_999_999));
        Revision expected = new Revision(
                1, "gt4", 2023, NOON.plusMillis(1), Origin.IMPORT, "discord:42", "because \"so\"", null, set.changes());
        assertEquals(expected, made);
        assertEquals(Optional.of(expected), revisions().find(1));
        assertEquals(1, revisions().head());
        assertEquals(
                new Revisions.Stored(1, List.of(new StoredSeason(series("gt4", "GT4 🏁"), 2023, first, first, 1))),
                revisions().stored());
    }

    @Test
    void whatWasMadeForAnotherVersionChangesNothing() throws Outdated {
        Season first = season("gt4", 2023, "one");
        commit(0, null, first, null);
        Revisions.Stored before = revisions().stored();
        for (long base : List.of(0L, 2L)) {
            assertThrows(Outdated.class, () -> commit(base, first, season("gt4", 2023, "two"), null));
        }
        assertThrows(Outdated.class, () -> commit(1, null, season("gt4", 2024, "two"), null), "another season");
        assertEquals(before, revisions().stored());
        assertEquals(1, revisions().history(null, 10).size());
    }

    @Test
    void severalSeasonsAreMadeTogetherOrNotAtAll() throws Outdated {
        commit(0, null, season("f1", 2023), null);
        Season next = season("gt4", 2024, "new");
        Season stale = season("f1", 2023, "stale");
        Revisions.Made fits = new Revisions.Made(set(0, null, next), next, null, Consequences.none());
        Revisions.Made late = new Revisions.Made(set(0, null, stale), stale, null, Consequences.none());
        assertThrows(Outdated.class, () -> revisions().commit(List.of(fits, late), NOON));
        assertEquals(1, revisions().head());
        assertEquals(1, revisions().stored().seasons().size());
        Season newer = season("f1", 2023, "newer");
        Revisions.Made both = new Revisions.Made(set(1, season("f1", 2023), newer), newer, null, Consequences.none());
        assertEquals(List.of(2L, 3L), numbers(revisions().commit(List.of(fits, both), NOON)));
    }

    @Test
    void ofWritersWithOneBaseOneWins() throws Exception {
        commit(0, null, season("gt4", 2023), null);
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Season mine = season("gt4", 2023, "writer " + i);
            writers.add(() -> {
                try {
                    commit(1, season("gt4", 2023), mine, null);
                    return true;
                } catch (Outdated meanwhile) {
                    return false;
                }
            });
        }
        int won = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Boolean> writer : pool.invokeAll(writers)) {
                won += writer.get() ? 1 : 0;
            }
        }
        assertEquals(1, won);
        assertEquals(2, revisions().head());
        assertEquals(2, revisions().history("gt4", 10).size());
    }

    @Test
    void numbersRiseOverAllSeriesAndHistoryIsNewestFirst() throws Outdated {
        commit(0, null, season("gt4", 2023), null);
        commit(0, null, season("f1", 2023), null);
        commit(1, season("gt4", 2023), season("gt4", 2023, "a"), null);
        commit(0, null, season("gt4", 2024), null);
        assertEquals(List.of(4L, 3L, 2L, 1L), numbers(revisions().history(null, 10)));
        assertEquals(List.of(4L, 3L), numbers(revisions().history(null, 2)));
        assertEquals(List.of(4L, 3L, 1L), numbers(revisions().history("gt4", 10)));
        assertEquals(List.of(4L), numbers(revisions().history("gt4", 1)));
        assertEquals(List.of(2L), numbers(revisions().history("f1", 10)));
        assertEquals(List.of(), revisions().history("dtm", 10));
        Revisions.Stored stored = revisions().stored();
        assertEquals(4, stored.head());
        assertEquals(
                List.of("f1/2023:2", "gt4/2023:3", "gt4/2024:4"),
                stored.seasons().stream()
                        .map(s -> s.series().id() + "/" + s.year() + ":" + s.revision())
                        .toList());
    }

    private static List<Long> numbers(List<Revision> revisions) {
        return revisions.stream().map(Revision::number).toList();
    }

    @Test
    void whatWasTakenBackSaysSo() throws Outdated {
        Season before = season("gt4", 2023);
        Season after = season("gt4", 2023, "a");
        commit(0, null, before, null);
        Revision made = commit(1, before, after, null);
        ChangeSet undo = new ChangeSet(
                series("gt4", "GT4"),
                2023,
                2,
                made.changes().reversed().stream().map(c -> c.inverse()).toList(),
                Origin.UNDO,
                "terminal",
                "Revision 2 taken back",
                2L);
        revisions().commit(new Revisions.Made(undo, before, null, Consequences.none()), NOON);
        Revision last = revisions().history(null, 1).getFirst();
        assertEquals(2L, last.undoes());
        assertEquals(Origin.UNDO, last.origin());
        assertEquals(undo.changes(), last.changes());
    }

    @Test
    void aSeasonThatWasTakenAwayIsKeptAsGoneAndMayComeBack() throws Outdated {
        Season season = season("gt4", 2023, "a");
        commit(0, null, season, season);
        commit(1, season, null, null);
        StoredSeason gone = revisions().stored().seasons().getFirst();
        assertEquals(new StoredSeason(gone.series(), 2023, null, season, 2), gone, "the file stays");
        commit(2, null, season, null);
        assertEquals(season, revisions().stored().seasons().getFirst().active());
    }

    @Test
    void aFileIsTakenOverWithoutARevision() throws Outdated {
        Season active = season("gt4", 2023, "by hand");
        Season file = season("gt4", 2023, "file");
        commit(0, null, active, null);
        commit(0, null, season("gt4", 2024), null);
        Series renamed = series("gt4", "GT4 European Series");
        revisions().fileTakenOver(renamed, 2023, file);
        assertEquals(
                List.of(
                        new StoredSeason(renamed, 2023, active, file, 1),
                        new StoredSeason(renamed, 2024, season("gt4", 2024), null, 2)),
                revisions().stored().seasons(),
                "the facts are those of all seasons of the series");
        assertEquals(2, revisions().head());
        commit(1, active, season("gt4", 2023, "again"), null);
        assertEquals(file, revisions().stored().seasons().getFirst().file(), "and stays");
        revisions().fileTakenOver(renamed, 2023, null);
        assertEquals(null, revisions().stored().seasons().getFirst().file(), "there is no file any more");
    }

    @Test
    void aProposalWaitsUntilItEndsOnce() {
        byte[] input = new byte[1000];
        new Random(1).nextBytes(input);
        Map<String, String> answers = Map.of("zone", "Europe/Madrid");
        Proposal first =
                stores().proposals().add(Proposal.Kind.IMPORT, "a file 🏁.pdf", input, answers, "discord:42", NOON);
        Proposal second =
                stores().proposals().add(Proposal.Kind.FILE, "x", new byte[0], Map.of(), "file", NOON.plusSeconds(1));
        assertTrue(second.id() > first.id(), "rising");
        Proposal found = stores().proposals().find(first.id()).orElseThrow();
        assertArrayEquals(input, found.input());
        assertEquals(answers, found.answers());
        assertEquals(
                List.of("a file 🏁.pdf", "discord:42", NOON, Proposal.Kind.IMPORT, Proposal.State.OPEN),
                List.of(found.source(), found.who(), found.at(), found.kind(), found.state()));
        assertEquals(List.of(second.id(), first.id()), open());

        stores().proposals().answer(first.id(), Map.of("year", "2023"));
        assertEquals(
                Map.of("year", "2023"),
                stores().proposals().find(first.id()).orElseThrow().answers());
        assertTrue(stores().proposals().end(first.id(), Proposal.State.APPROVED));
        assertFalse(stores().proposals().end(first.id(), Proposal.State.DROPPED), "it has ended");
        stores().proposals().answer(first.id(), Map.of());
        Proposal ended = stores().proposals().find(first.id()).orElseThrow();
        assertEquals(Proposal.State.APPROVED, ended.state());
        assertEquals(Map.of("year", "2023"), ended.answers());
        assertEquals(List.of(second.id()), open());
        assertFalse(stores().proposals().end(4711, Proposal.State.DROPPED));
        assertEquals(Optional.empty(), stores().proposals().find(4711));
    }

    private List<Long> open() {
        return stores().proposals().open().stream().map(Proposal::id).toList();
    }

    @Test
    void aProposalHoldsFourMebibytesAndNoMore() {
        byte[] most = new byte[Proposals.LARGEST];
        new Random(2).nextBytes(most);
        Proposal kept = stores().proposals().add(Proposal.Kind.IMPORT, "big", most, Map.of(), "terminal", NOON);
        assertArrayEquals(
                most, stores().proposals().find(kept.id()).orElseThrow().input());
        assertThrows(
                IllegalArgumentException.class,
                () -> stores().proposals()
                        .add(
                                Proposal.Kind.IMPORT,
                                "bigger",
                                new byte[Proposals.LARGEST + 1],
                                Map.of(),
                                "terminal",
                                NOON));
        assertEquals(List.of(kept.id()), open());
    }

    @Test
    void stewardsAreNamedForASeriesOrForAll() {
        Stewards stewards = stores().stewards();
        assertFalse(stewards.may("discord:1", "gt4"));
        assertTrue(stewards.add(new Steward("telegram:2", "gt4")));
        assertTrue(stewards.add(new Steward("discord:1", null)));
        assertTrue(stewards.add(new Steward("discord:3", "gt4")));
        assertFalse(stewards.add(new Steward("discord:1", null)), "it is so already");
        assertEquals(
                List.of(
                        new Steward("discord:1", null),
                        new Steward("discord:3", "gt4"),
                        new Steward("telegram:2", "gt4")),
                stewards.list());
        assertTrue(stewards.may("discord:1", "new series"));
        assertTrue(stewards.may("telegram:2", "gt4"));
        assertFalse(stewards.may("telegram:2", "f1"));
        assertFalse(stewards.remove(new Steward("telegram:2", null)), "not for all");
        assertTrue(stewards.remove(new Steward("telegram:2", "gt4")));
        assertFalse(stewards.may("telegram:2", "gt4"));
    }

    @Test
    void aSilenceEndsByItselfOrBySomebody() {
        Silences silences = stores().silences();
        Silence gt4 = new Silence("gt4", "discord:1", NOON, NOON.plusSeconds(1800));
        Silence f1 = new Silence("f1", "terminal", NOON, null);
        silences.begin(gt4);
        silences.begin(f1);
        assertEquals(List.of(f1, gt4), silences.at(NOON));
        assertEquals(List.of(f1, gt4), silences.at(NOON.plusMillis(1_799_999)));
        assertEquals(List.of(f1), silences.at(NOON.plusSeconds(1800)));
        assertEquals(Optional.empty(), silences.end("gt4", NOON.plusSeconds(1800)), "it had ended");
        Silence longer = new Silence("f1", "discord:7", NOON.plusSeconds(1), NOON.plusSeconds(90));
        silences.begin(longer);
        assertEquals(List.of(longer), silences.at(NOON.plusSeconds(1)), "changed");
        assertEquals(Optional.of(longer), silences.end("f1", NOON.plusSeconds(2)));
        assertEquals(Optional.empty(), silences.end("f1", NOON.plusSeconds(2)));
        assertEquals(List.of(), silences.at(NOON));
    }
}
