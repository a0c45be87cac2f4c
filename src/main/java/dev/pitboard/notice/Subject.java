package dev.pitboard.notice;

import dev.pitboard.card.Block;
import dev.pitboard.motorsport.Fixture;
import dev.pitboard.motorsport.RoundId;
import dev.pitboard.motorsport.Series;
import dev.pitboard.motorsport.Timetable;
import dev.pitboard.reminder.News;
import dev.pitboard.reminder.Start;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a notice is about, with how it stood before, after that change, and today. */
sealed interface Subject permits ChangedStart, ChangedRound {
    /** By the instant it has now, or had. */
    Comparator<Subject> IN_ORDER = Comparator.comparing(Subject::order).thenComparing(Subject::id);

    static Subject of(NoticeCard.Told told, Timetable today) {
        return told.subject().chars().filter(c -> c == '/').count() == 2
                ? ChangedRound.of(RoundId.parse(told.subject()), told.changes(), today)
                : ChangedStart.of(Start.parse(told.subject()), told.changes(), today);
    }

    /** As in the ledger. */
    String id();

    Instant order();

    /** Whether it stands today as it did before. */
    boolean isBackAgain();

    News news();

    /** What is said of it alone. */
    List<Block.Fact> facts();

    /** What is said of it among others. */
    Block.Row row();

    /** A session of it that is on the timetable today, or null. */
    @Nullable
    Fixture fixture();

    /** The name of a series, or its id where the timetable does not have it any more. */
    static String series(Timetable today, String id) {
        return today.findSeries(id).map(Series::name).orElse(id);
    }
}
