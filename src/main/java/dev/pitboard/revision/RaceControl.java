package dev.pitboard.revision;

import dev.pitboard.command.Unavailable;
import dev.pitboard.command.UserError;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.SeasonId;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.motorsport.Timetables;
import dev.pitboard.notice.Consequences;
import dev.pitboard.notice.NoticePlanner;
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.subscription.Demand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which the timetable changes: every change is a numbered revision in the database, made together with what it
 * means for reminders and notices. Keeps {@link Timetables} at the newest revision. Methods throw {@link Unavailable} when the
 * database can't be reached or is full.
 */
public final class RaceControl {
    private static final Logger log = LoggerFactory.getLogger(RaceControl.class);

    private final Revisions revisions;
    private final Timetables timetables;
    private final Supplier<Demand> demand;
    private final NoticeRules rules;
    private final InstantSource clock;
    private Timetable files = Timetable.empty();
    private Set<SeasonId> unread = Set.of();
    private boolean filesWait;
    private Revisions.Stored stored = new Revisions.Stored(0, List.of());

    /**
     * @param timetables kept at the newest revision
     * @param demand what all active subscriptions want
     * @param clock timetable time
     */
    public RaceControl(
            Revisions revisions,
            Timetables timetables,
            Supplier<Demand> demand,
            NoticeRules rules,
            InstantSource clock) {
        this.revisions = revisions;
        this.timetables = timetables;
        this.demand = demand;
        this.rules = rules;
        this.clock = clock;
    }

    /** The number of the newest revision of a season, 0 where there is no such season. */
    public synchronized long revisionOf(String series, int year) {
        return find(new SeasonId(series, year)).map(StoredSeason::revision).orElse(0L);
    }

    /** The season in force. */
    public synchronized Optional<Season> season(String series, int year) {
        return find(new SeasonId(series, year)).map(StoredSeason::active);
    }

    /**
     * Changes of a season by hand or by an import.
     *
     * @param series its facts
     * @param before the season as it was when the change was thought of, null where there was none
     * @param after as it is to be
     * @param who see {@link ChangeSet#who}
     */
    public ChangeSet changing(
            Series series, @Nullable Season before, Season after, Origin origin, String who, String why) {
        return new ChangeSet(
                bare(series),
                after.seriesId().equals(series.id()) ? after.year() : failed("a season of another series"),
                revisionOf(series.id(), after.year()),
                Changes.between(before, Changes.inOrder(after)),
                origin,
                who,
                why,
                null);
    }

    /** The same by hand. */
    public ChangeSet byHand(Series series, Season before, Season after, String who, String why) {
        return changing(series, before, after, Origin.HAND, who, why);
    }

    private static int failed(String what) {
        throw new IllegalArgumentException(what);
    }

    /** What a change set would do. @throws Outdated when it was made for another version of the season */
    public synchronized Effect preview(ChangeSet set) throws Outdated {
        SeasonId id = new SeasonId(set.series().id(), set.year());
        StoredSeason season = find(id).orElse(null);
        if (set.base() != (season == null ? 0 : season.revision())) {
            throw new Outdated();
        }
        Season after;
        try {
            after = Changes.apply(season == null ? null : season.active(), set.changes());
        } catch (Changes.Contradiction contradiction) {
            log.debug("{}", contradiction.getMessage());
            throw new Outdated();
        }
        Timetable current = assembled(stored);
        Timetable changed = assembled(with(new StoredSeason(set.series(), set.year(), after, null, set.base()), id));
        Demand wanted = demand.get();
        Instant now = clock.instant();
        Consequences consequences = NoticePlanner.plan(set.changes(), current, changed, wanted.leads(), rules, now);
        Effects effects = new Effects(current, wanted, now);
        effects.count(consequences);
        return new Effect(
                set,
                current,
                changed,
                after,
                consequences,
                effects.told(consequences.notices()),
                consequences.notices().stream().allMatch(n -> n.quiet()),
                effects.moved(),
                effects.again(),
                effects.dropped());
    }

    /** Makes a change and puts it in force here. @throws Outdated when it was made for another version of the season */
    public synchronized Revision commit(ChangeSet set) throws Outdated {
        return commit(set, null);
    }

    private Revision commit(ChangeSet set, @Nullable Season file) throws Outdated {
        Effect effect = preview(set);
        Revision revision;
        try {
            revision = revisions.commit(set, effect.season(), file, effect.consequences(), clock.instant());
        } catch (Outdated elsewhere) {
            refresh();
            throw elsewhere;
        }
        log.info(
                "revision {} of {}/{} by {}: {}: {} changes, {} notices, {} starts",
                revision.number(),
                revision.series(),
                revision.year(),
                revision.who(),
                revision.why(),
                revision.changes().size(),
                effect.consequences().notices().size(),
                effect.consequences().starts().size());
        refresh();
        return revision;
    }

    /**
     * The change set that takes a revision back and leaves everything that changed since as it is.
     *
     * @throws UserError when there is no such revision, or something it changed was changed again since
     */
    public synchronized ChangeSet undoing(long number, String who) {
        Revision revision =
                revisions.find(number).orElseThrow(() -> new UserError("There is no revision " + number + "."));
        StoredSeason season = find(new SeasonId(revision.series(), revision.year()))
                .orElseThrow(() -> new UserError("The season of revision " + number + " is not there any more."));
        List<Change> wishes =
                revision.changes().reversed().stream().map(Change::inverse).toList();
        List<Merge.Item> items = Merge.of(wishes, season.active());
        for (Merge.Item item : items) {
            if (item.clash()) {
                throw new UserError("Revision " + number + " can't be taken back: what it changed was changed again"
                        + " since. Take the later revisions back first, newest first, or change it by hand.");
            }
        }
        if (items.isEmpty()) {
            throw new UserError("Nothing of revision " + number + " is left to take back.");
        }
        return new ChangeSet(
                season.series(),
                season.year(),
                season.revision(),
                items.stream().map(Merge.Item::change).toList(),
                Origin.UNDO,
                who,
                "Revision " + number + " taken back",
                number);
    }

    /** To be called every few seconds: takes up what other processes changed, and files that could not be taken over before. */
    public synchronized void look() {
        if (filesWait) {
            filesRead(files, unread);
        } else {
            refresh();
        }
    }

    /** Puts in force what other processes changed. @return whether anything was */
    public synchronized boolean refresh() {
        if (revisions.head() == stored.head() && timetables.get().revision() == stored.head()) {
            return false;
        }
        reload();
        return true;
    }

    private void reload() {
        stored = revisions.stored();
        timetables.swap(assembled(stored));
    }

    /** The timetable in force, at least as new as that revision. */
    public Timetable atLeast(long revision) {
        Timetable timetable = timetables.get();
        if (timetable.revision() >= revision) {
            return timetable;
        }
        refresh();
        return timetables.get();
    }

    /**
     * Season files were read: what changed in them is made one revision for each season, except what has to be asked about,
     * which waits, see {@link #asked}.
     *
     * @param fromFiles what the files say
     * @param cantBeRead seasons that have a file of which nothing is known, because it can't be read
     */
    public synchronized void filesRead(Timetable fromFiles, Set<SeasonId> cantBeRead) {
        files = fromFiles;
        unread = Set.copyOf(cantBeRead);
        filesWait = true;
        stored = revisions.stored();
        for (Series series : fromFiles.series()) {
            for (Season season : series.seasons()) {
                take(series, Changes.inOrder(season), false);
            }
        }
        filesWait = false;
        reload();
        asking().stream()
                .filter(id -> inFiles(id) == null)
                .forEach(id -> log.warn("the file of the season {} is gone; is the season to go?", id));
    }

    /** What the season's file says that nobody may do unasked; of a file that is gone, that the season is to go. */
    public synchronized List<Asked> asked(SeasonId id) {
        StoredSeason kept = find(id).orElse(null);
        if (kept == null || kept.file() == null || kept.active() == null || unread.contains(id)) {
            return List.of();
        }
        return Merge.of(kept.file(), inFiles(id), kept.active()).stream()
                .filter(item -> item.question() != null)
                .map(item -> new Asked(item.change(), String.valueOf(item.question())))
                .toList();
    }

    /** A change that a season file asks for, and why it was not made unasked. */
    public record Asked(Change change, String question) {}

    /** All seasons whose files ask for something. */
    public synchronized List<SeasonId> asking() {
        return stored.seasons().stream()
                .map(s -> new SeasonId(s.series().id(), s.year()))
                .filter(id -> !asked(id).isEmpty())
                .toList();
    }

    /**
     * Answers what a season's file asks for, all of it.
     *
     * @param yes whether it is to be as in the file; else it stays as it is, and the file is not asked about again
     */
    public synchronized Optional<Revision> answer(SeasonId id, boolean yes, String who) throws Outdated {
        StoredSeason kept = find(id).orElse(null);
        List<Change> changes = asked(id).stream().map(Asked::change).toList();
        if (kept == null || changes.isEmpty()) {
            return Optional.empty();
        }
        Season file = inFiles(id);
        if (!yes) {
            revisions.fileTakenOver(kept.series(), id.year(), file);
            reload();
            return Optional.empty();
        }
        ChangeSet set = new ChangeSet(
                kept.series(), id.year(), kept.revision(), changes, Origin.FILE, who, "as in the season file", null);
        return Optional.of(commit(set, file));
    }

    private void take(Series series, Season season, boolean again) {
        SeasonId id = new SeasonId(series.id(), season.year());
        StoredSeason kept = find(id).orElse(null);
        Season base = kept == null || kept.active() == null ? null : kept.file();
        if (kept != null && Changes.between(base, season).isEmpty()) {
            if (!kept.series().equals(bare(series))) {
                revisions.fileTakenOver(bare(series), id.year(), season);
            }
            return;
        }
        List<Merge.Item> items = Merge.of(base, season, kept == null ? null : kept.active());
        List<Merge.Item> plain =
                items.stream().filter(item -> item.question() == null).toList();
        items.stream()
                .filter(item -> item.question() != null)
                .forEach(item -> log.warn("the season file {} asks: {}", id, item.question()));
        Season taken = plain.size() == items.size() ? season : partly(base, plain);
        ChangeSet set = new ChangeSet(
                bare(series),
                id.year(),
                kept == null ? 0 : kept.revision(),
                plain.stream().map(Merge.Item::change).toList(),
                Origin.FILE,
                "file",
                kept == null ? "season file read for the first time" : "season file changed",
                null);
        try {
            if (set.changes().isEmpty()) {
                if (taken != null) {
                    revisions.fileTakenOver(bare(series), id.year(), taken);
                }
            } else {
                commit(set, taken);
            }
        } catch (Outdated elsewhere) {
            if (again) {
                throw new Unavailable(
                        "The timetable changes all the time: the season file " + id + " waits.", elsewhere);
            }
            reload();
            take(series, season, true);
        }
    }

    /** The base with the wishes that were fulfilled, so that the others are asked about again and again. */
    private static @Nullable Season partly(@Nullable Season base, List<Merge.Item> plain) {
        try {
            return Changes.apply(base, plain.stream().map(Merge.Item::wish).toList());
        } catch (Changes.Contradiction impossible) {
            throw new IllegalStateException("changes found in a season fit it", impossible);
        }
    }

    private @Nullable Season inFiles(SeasonId id) {
        return files.findSeries(id.series())
                .flatMap(s -> s.findSeason(id.year()))
                .map(Changes::inOrder)
                .orElse(null);
    }

    private Optional<StoredSeason> find(SeasonId id) {
        return stored.seasons().stream()
                .filter(s -> s.series().id().equals(id.series()) && s.year() == id.year())
                .findFirst();
    }

    private Revisions.Stored with(StoredSeason season, SeasonId id) {
        List<StoredSeason> others = stored.seasons().stream()
                .filter(s -> !s.series().id().equals(id.series()) || s.year() != id.year())
                .toList();
        return new Revisions.Stored(
                stored.head(), Stream.concat(others.stream(), Stream.of(season)).toList());
    }

    private Timetable assembled(Revisions.Stored kept) {
        return Assembly.of(kept, files);
    }

    private static Series bare(Series series) {
        return Assembly.withSeasons(series, List.of());
    }
}
