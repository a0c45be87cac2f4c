package dev.pitboard.revision;

import dev.pitboard.command.Unavailable;
import dev.pitboard.motorsport.Change;
import dev.pitboard.motorsport.Changes;
import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.SeasonId;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.revision.RaceControl.Asked;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the season files want to be different: what changed in a file since it was last taken over is made a revision, and what may
 * not be done unasked is asked about until somebody answers. Guarded by race control's lock.
 */
final class FileWishes {
    private final RaceControl raceControl;
    private final Revisions revisions;
    private Timetable files = Timetable.empty();
    private Set<SeasonId> unread = Set.of();

    FileWishes(RaceControl raceControl, Revisions revisions) {
        this.raceControl = raceControl;
        this.revisions = revisions;
    }

    /** What the files say. */
    Timetable files() {
        return files;
    }

    /** Seasons that have a file of which nothing is known. */
    Set<SeasonId> unread() {
        return unread;
    }

    void read(Timetable fromFiles, Set<SeasonId> cantBeRead) {
        files = fromFiles;
        unread = Set.copyOf(cantBeRead);
    }

    /** Takes over of all files what may be taken over unasked. */
    void take() {
        for (Series series : files.series()) {
            for (Season season : series.seasons()) {
                take(Assembly.withSeasons(series, List.of()), Changes.inOrder(season), true);
            }
        }
    }

    private void take(Series series, Season season, boolean once) {
        SeasonId id = new SeasonId(series.id(), season.year());
        StoredSeason kept = raceControl.find(id).orElse(null);
        Season base = kept == null || kept.active() == null ? null : kept.file();
        if (kept != null && base != null && Changes.between(base, season).isEmpty()) {
            if (!kept.series().equals(series)) {
                revisions.fileTakenOver(series, id.year(), season);
            }
            return;
        }
        List<Merge.Item> items = Merge.of(base, season, kept == null ? null : kept.active());
        List<Merge.Item> plain =
                items.stream().filter(item -> item.question() == null).toList();
        Season taken = plain.size() == items.size() ? season : partly(base, plain);
        ChangeSet set = new ChangeSet(
                series,
                id.year(),
                kept == null ? 0 : kept.revision(),
                plain.stream().map(Merge.Item::change).toList(),
                Origin.FILE,
                "file",
                kept == null ? "The season file was read for the first time" : "The season file changed",
                null);
        try {
            if (!set.changes().isEmpty()) {
                raceControl.make(raceControl.preview(set), taken);
            } else if (taken != null) {
                revisions.fileTakenOver(series, id.year(), taken);
            }
        } catch (Outdated elsewhere) {
            if (!once) {
                throw new Unavailable(
                        "The timetable changes all the time: the season file " + id + " waits.", elsewhere);
            }
            raceControl.reload();
            take(series, season, false);
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

    List<Asked> asked(SeasonId id) {
        Season season = inFiles(id);
        StoredSeason kept = raceControl.find(id).orElse(null);
        boolean without = kept == null || kept.active() == null || (kept.file() == null && season == null);
        if (kept == null || without || unread.contains(id)) {
            return List.of();
        }
        return Merge.of(kept.file(), season, kept.active()).stream()
                .filter(item -> item.question() != null)
                .map(item -> new Asked(item.change(), String.valueOf(item.question())))
                .toList();
    }

    Optional<Revision> answer(SeasonId id, boolean yes, String who) throws Outdated {
        StoredSeason kept = raceControl.find(id).orElse(null);
        List<Change> changes = asked(id).stream().map(Asked::change).toList();
        if (kept == null || changes.isEmpty()) {
            return Optional.empty();
        }
        Season file = inFiles(id);
        if (!yes) {
            revisions.fileTakenOver(kept.series(), id.year(), file);
            return Optional.empty();
        }
        ChangeSet set = new ChangeSet(
                kept.series(), id.year(), kept.revision(), changes, Origin.FILE, who, "As in the season file", null);
        return Optional.of(raceControl.make(raceControl.preview(set), file));
    }

    private @Nullable Season inFiles(SeasonId id) {
        return files.findSeries(id.series())
                .flatMap(s -> s.findSeason(id.year()))
                .map(Changes::inOrder)
                .orElse(null);
    }
}
