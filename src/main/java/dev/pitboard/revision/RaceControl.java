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
import dev.pitboard.notice.NoticeRules;
import dev.pitboard.subscription.Demand;
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
    private final FileWishes wishes;
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
        this.wishes = new FileWishes(this, revisions);
    }

    /**
     * The timetable in force, for who only reads.
     *
     * @param files what the files say, of which the circuits and the facts of series are taken
     */
    public static Timetable inForce(Revisions.Stored stored, Timetable files) {
        return stored.head() == 0 ? files : Assembly.of(stored, files);
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
        if (!after.seriesId().equals(series.id())) {
            throw new IllegalArgumentException("a season of another series: " + after.seriesId());
        }
        return new ChangeSet(
                Assembly.withSeasons(series, List.of()),
                after.year(),
                revisionOf(series.id(), after.year()),
                Changes.between(before, Changes.inOrder(after)),
                origin,
                who,
                why,
                null);
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
        return Effects.of(
                set,
                assembled(stored),
                assembled(with(new StoredSeason(set.series(), set.year(), after, null, set.base()))),
                after,
                demand.get(),
                rules,
                clock.instant());
    }

    /**
     * Makes the change that was previewed and puts it in force here.
     *
     * @throws Outdated when the season was changed since
     */
    public Revision commit(Effect effect) throws Outdated {
        return commit(List.of(effect)).getFirst();
    }

    /** The same for effects in different seasons: all are made, or none. @return one revision for each */
    public synchronized List<Revision> commit(List<Effect> effects) throws Outdated {
        try {
            List<Revision> made = revisions.commit(
                    effects.stream().map(effect -> made(effect, null)).toList(), clock.instant());
            made.forEach(RaceControl::tell);
            return made;
        } finally {
            refresh();
        }
    }

    private static Revisions.Made made(Effect effect, @Nullable Season file) {
        return new Revisions.Made(effect.set(), effect.season(), file, effect.consequences());
    }

    /**
     * Makes a change without putting it in force here.
     *
     * @param file what the season's file says, where that is taken over
     */
    Revision make(Effect effect, @Nullable Season file) throws Outdated {
        Revision revision = revisions.commit(made(effect, file), clock.instant());
        tell(revision);
        return revision;
    }

    private static void tell(Revision revision) {
        log.info(
                "revision {} of {}/{} by {}: {}: {} changes",
                revision.number(),
                revision.series(),
                revision.year(),
                revision.who(),
                revision.why(),
                revision.changes().size());
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
        return ChangeSet.undoing(revision, season, who);
    }

    /** To be called every few seconds: takes up what other processes changed, and files that could not be taken over before. */
    public synchronized void look() {
        if (filesWait) {
            filesRead(wishes.files(), wishes.unread());
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

    void reload() {
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
        wishes.read(fromFiles, cantBeRead);
        filesWait = true;
        stored = revisions.stored();
        wishes.take();
        filesWait = false;
        reload();
        asking().forEach(id -> asked(id).forEach(wish -> log.warn("the season file {} asks: {}", id, wish.question())));
    }

    /** A change that a season file asks for, and why it was not made unasked. */
    public record Asked(Change change, String question) {}

    /** What the season's file says that nobody may do unasked; of a file that is gone, that the season is to go. */
    public synchronized List<Asked> asked(SeasonId id) {
        return wishes.asked(id);
    }

    /** All seasons whose files ask for something. */
    public synchronized List<SeasonId> asking() {
        return stored.seasons().stream()
                .map(StoredSeason::id)
                .filter(id -> !asked(id).isEmpty())
                .toList();
    }

    /**
     * Answers what a season's file asks for, all of it.
     *
     * @param yes whether it is to be as in the file; else it stays as it is, and the file is not asked about again
     * @return the revision that was made, if any
     */
    public synchronized Optional<Revision> answer(SeasonId id, boolean yes, String who) throws Outdated {
        try {
            return wishes.answer(id, yes, who);
        } finally {
            reload();
        }
    }

    Optional<StoredSeason> find(SeasonId id) {
        return stored.seasons().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private Revisions.Stored with(StoredSeason season) {
        Stream<StoredSeason> others = stored.seasons().stream().filter(s -> !s.id().equals(season.id()));
        return new Revisions.Stored(
                stored.head(), Stream.concat(others, Stream.of(season)).toList());
    }

    private Timetable assembled(Revisions.Stored kept) {
        return Assembly.of(kept, wishes.files());
    }
}
