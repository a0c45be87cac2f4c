package dev.pitboard.revision;

import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.SeasonId;
import dev.pitboard.motorsport.Series;
import dev.pitboard.notice.Consequences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The revisions, as a database would keep them. */
public final class InMemoryRevisions implements Revisions {
    /** What a revision means for a ledger. */
    public interface Aftermath {
        /** Brings the ledger in line with the revision of that number, which is being made. */
        void follow(Consequences consequences, long number, Instant now);
    }

    private final Aftermath aftermath;
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<SeasonId, StoredSeason> seasons = new LinkedHashMap<>();

    /** One without a ledger. */
    public InMemoryRevisions() {
        this((_, _, _) -> {});
    }

    public InMemoryRevisions(Aftermath aftermath) {
        this.aftermath = aftermath;
    }

    @Override
    public synchronized long head() {
        return revisions.size();
    }

    @Override
    public synchronized Stored stored() {
        return new Stored(
                head(),
                seasons.values().stream()
                        .sorted(Comparator.comparing(
                                        (StoredSeason s) -> s.series().id())
                                .thenComparingInt(StoredSeason::year))
                        .toList());
    }

    @Override
    public synchronized List<Revision> commit(List<Made> all, Instant now) throws Outdated {
        for (Made one : all) {
            StoredSeason before = seasons.get(id(one.set()));
            if (one.set().base() != (before == null ? 0 : before.revision())) {
                throw new Outdated();
            }
        }
        return all.stream().map(one -> make(one, now)).toList();
    }

    private static SeasonId id(ChangeSet set) {
        return new SeasonId(set.series().id(), set.year());
    }

    private Revision make(Made made, Instant now) {
        ChangeSet set = made.set();
        SeasonId id = id(set);
        StoredSeason before = seasons.get(id);
        Revision revision = new Revision(
                head() + 1,
                id.series(),
                id.year(),
                Instant.ofEpochMilli(now.toEpochMilli()),
                set.origin(),
                set.who(),
                set.why(),
                set.undoes(),
                set.changes());
        aftermath.follow(made.consequences(), revision.number(), now);
        revisions.add(revision);
        Season lastFile = before == null ? null : before.file();
        seasons.put(
                id,
                new StoredSeason(
                        set.series(),
                        id.year(),
                        made.after(),
                        made.file() == null ? lastFile : made.file(),
                        revision.number()));
        facts(set.series());
        return revision;
    }

    /** A series has the same facts in all its seasons. */
    private void facts(Series series) {
        Series bare = Assembly.withSeasons(series, List.of());
        seasons.replaceAll((id, s) -> id.series().equals(series.id())
                ? new StoredSeason(bare, s.year(), s.active(), s.file(), s.revision())
                : s);
    }

    @Override
    public synchronized void fileTakenOver(Series series, int year, @Nullable Season file) {
        seasons.compute(
                new SeasonId(series.id(), year),
                (_, s) -> s == null
                        ? new StoredSeason(series, year, null, file, 0)
                        : new StoredSeason(series, year, s.active(), file, s.revision()));
        facts(series);
    }

    @Override
    public synchronized List<Revision> history(@Nullable String series, int limit) {
        return revisions.reversed().stream()
                .filter(r -> series == null || series.equals(r.series()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Revision> find(long number) {
        return revisions.stream().filter(r -> r.number() == number).findFirst();
    }
}
